import type { Session } from '../identity/session.ts'
import type { Person } from './contract.ts'

/** The session he would have: what his app shows is composed for it. Serials tell kept answers apart, and nothing is kept for agents. */
export function sessionOfPerson({ customerId, partyId, partyType, name, locale, lines }: Person, brand: string): Session {
  return { serial: 0, brand, customerId, partyId, partyType, name, locale, lines: lines.map(({ id }) => id) }
}
