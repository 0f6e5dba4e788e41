import type { Customer } from '../types.ts'

/** From so many characters on it is worth asking. */
export const shortest = 3
/** How many are shown at most: the server sends no more. */
export const mostFound = 20

export type Found = Pick<Customer, 'id' | 'name' | 'city' | 'lines'>

/** What is asked for, out of what was typed; undefined while it is too short. Pure. */
export function wantedOf(typed: string): string | undefined {
  const text = typed.trim().replace(/\s+/g, ' ')
  return text.length >= shortest ? text.slice(0, 60) : undefined
}

/** His lines, the one that was searched for first; how many are left out is told. Pure. */
export function linesToShow({ lines }: Found, typed: string, most = 2): { shown: Found['lines']; others: number } {
  const digits = typed.replace(/\D/g, '')
  const fits = ({ msisdn }: Found['lines'][number]) => digits.length >= shortest && msisdn.includes(digits)
  const shown = lines.toSorted((one, other) => Number(fits(other)) - Number(fits(one))).slice(0, most)
  return { shown, others: lines.length - shown.length }
}
