/** "12,50" or "12.5" → 1250, without ever being a float; `undefined` for anything that is not an amount. */
export function parseMinor(text: string): number | undefined {
  const parts = /^\s*(-?)(\d{1,9})(?:[.,](\d{1,2}))?\s*$/.exec(text)
  if (!parts) return undefined
  const minor = Number(parts[2]) * 100 + Number((parts[3] ?? '').padEnd(2, '0'))
  return parts[1] ? -minor : minor
}

/** 1250 → "12,50" (it) or "12.50" (en), 500 → "5"; nothing for anything that is not an amount. */
export function printMinor(value: unknown, language: 'it' | 'en'): string {
  if (typeof value !== 'number' || !Number.isInteger(value)) return ''
  const cents = Math.abs(value) % 100
  const whole = `${value < 0 ? '-' : ''}${Math.floor(Math.abs(value) / 100)}`
  return cents === 0 ? whole : `${whole}${language === 'it' ? ',' : '.'}${String(cents).padStart(2, '0')}`
}
