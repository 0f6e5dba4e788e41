import type { Money } from '@mosaic/schemas/bss'
import { number, text, type Json } from './values.ts'

/**
 * TM Forum writes money as a float: `{ value, unit }` (Money) or `{ amount, units }` (Quantity). It becomes integer minor units
 * by its decimal digits, never by multiplication: 1.005 × 100 is 100.49999999999999. `undefined` when it cannot be read.
 */
export function money(value: Json, fallbackCurrency?: string): Money | undefined {
  const currency = text(value['unit'] ?? value['units'] ?? value['currency'])?.toUpperCase() ?? fallbackCurrency
  const amount = value['value'] ?? value['amount']
  if (!currency || !/^[A-Z]{3}$/.test(currency)) return undefined
  const minor = minorUnits(amount, fractionDigits(currency))
  return minor === undefined ? undefined : { minor, currency }
}

/** How many decimals a currency has: EUR 2, JPY 0, KWD 3. */
export function fractionDigits(currency: string): number {
  let digits = digitsOf.get(currency)
  if (digits === undefined) {
    digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
    digitsOf.set(currency, digits)
  }
  return digits
}

/** Decimal digits → minor units, half away from zero: "12.345" → 1235. `undefined` for anything but a plain, safe decimal. */
export function minorUnits(value: unknown, digits: number): number | undefined {
  const decimal = typeof value === 'number' ? shortest(value) : text(value)
  const parts = decimal?.replace(/^([+-]?\d+),(\d+)$/, '$1.$2').match(/^([+-]?)(\d+)(?:\.(\d+))?$/)
  if (!parts) return undefined
  const [, sign, whole = '', fraction = ''] = parts
  const kept = fraction.slice(0, digits).padEnd(digits, '0')
  const isRoundedUp = (fraction[digits] ?? '0') >= '5'
  const units = Number(whole + kept) + (isRoundedUp ? 1 : 0)
  if (!Number.isSafeInteger(units)) return undefined
  return sign === '-' && units !== 0 ? -units : units
}

/** Minor units as the float TM Forum wants: the nearest there is to the decimal digits. */
export function toFloat({ minor, currency }: Money): number {
  return Number(`${minor}e-${fractionDigits(currency)}`)
}

const digitsOf = new Map<string, number>()

/** The decimal digits of a float, exponents written out; floats keep their shortest text, so 0.1 is "0.1" and not 0.1000000000000000055. */
function shortest(value: number): string | undefined {
  if (number(value) === undefined) return undefined
  const written = String(value)
  return written.includes('e') ? value.toFixed(20) : written
}
