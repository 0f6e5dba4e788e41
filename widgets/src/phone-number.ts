/** A telephone number as people type one, in E.164; `undefined` for what is none. @param countryCode of numbers typed without one */
export function e164Of(typed: string, countryCode: number | null | undefined): string | undefined {
  const compact = typed.replace(/[\s./()-]/g, '').replace(/^00/, '+')
  const number = compact.startsWith('+') || !countryCode ? compact : `+${countryCode}${compact}`
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : undefined
}

/** The same for reading: +393991234567 → "+39 399 123 4567". */
export function readableNumber(number: string, countryCode: number | null | undefined): string {
  const code = `+${countryCode ?? ''}`
  const [start, rest] = countryCode && number.startsWith(code) ? [`${code} `, number.slice(code.length)] : ['', number]
  return `${start}${rest.replace(/^(\+?\d{3})(\d{3})(\d+)$/, '$1 $2 $3')}`
}
