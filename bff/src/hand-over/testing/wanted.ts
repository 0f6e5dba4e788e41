import type { HandOverWanted } from '../contract.ts'
import type { HandOverSettings } from '../settings.ts'

/** A hand-over an agent may want; tests change what they are about. */
export function wanted(changes: Partial<HandOverWanted> = {}): HandOverWanted {
  return {
    brand: 'aurora',
    customerId: 'C-0014',
    lineId: 'L-0014-1',
    msisdn: '+393990000014',
    targetId: 'bill-explained',
    params: {},
    locale: 'it',
    sender: { kind: 'agent', id: 'S-ANNA', name: 'Anna Agente' },
    contactId: undefined,
    cluster: undefined,
    minutes: 15,
    key: crypto.randomUUID(),
    ...changes,
  }
}

/** More than any test sends. */
export const noLimits: HandOverSettings = { agent: { inTenMinutes: 1_000, aDay: 1_000 }, number: { inTenMinutes: 1_000, aDay: 1_000 } }
