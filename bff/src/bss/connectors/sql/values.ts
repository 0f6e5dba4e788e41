/** A whole number as it is where a number holds it exactly, else as its digits. */
export function integer(digits: string | bigint): number | string {
  const number = Number(digits)
  return Number.isSafeInteger(number) ? number : String(digits)
}

/** `2026-11-22 09:30:00.123456`, in UTC or with an offset, as ISO 8601 in UTC; what is no moment, such as `infinity`, stays as it is. */
export function moment(text: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})(\.\d{1,3})?\d*([+-]\d{2})?(?::?(\d{2}))?$/.exec(text)
  if (!parts) return text
  const [, day, time, fraction = '', hours = '+00', minutes = '00'] = parts
  const date = new Date(`${day}T${time}${fraction}${hours}:${minutes}`)
  return Number.isNaN(date.getTime()) ? text : date.toISOString()
}

/** Bytes are texts of columns that lost their character set, as happens to what a database puts together. */
export function bytes(value: Uint8Array): string {
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('utf8')
}
