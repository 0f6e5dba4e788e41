import { spacedNumber } from '../../../home/src/home/line-switcher.tsx'
import type { Contact } from './types.ts'

/** Who is at the other end: a name where there is one, else the number. */
export function whoOf({ customer, customerId, msisdn }: Contact, unknown: string): string {
  return customer?.name ?? (msisdn === null ? (customerId ?? unknown) : spacedNumber(msisdn))
}
