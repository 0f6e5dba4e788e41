import { Type, type Static } from 'typebox'

/** Integer minor units (cents) and an ISO 4217 code: money is never a float. */
export const Money = Type.Object({ minor: Type.Integer(), currency: Type.String({ pattern: '^[A-Z]{3}$' }) })
export type Money = Static<typeof Money>

/** ISO 8601 in UTC. */
export const Instant = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z$' })

/**
 * How one BSS method is called and cached. All times in milliseconds.
 * age < t1Ms: serve from cache. t1Ms ≤ age < t2Ms: ask the BSS, on failure serve the cached one. age ≥ t2Ms: the BSS must answer.
 */
export const Policy = Type.Object(
  {
    readTimeoutMs: Type.Integer({ minimum: 50, maximum: 60_000 }),
    poolSize: Type.Integer({ minimum: 1, maximum: 1_000 }),
    connectionWaitMs: Type.Integer({ minimum: 0, maximum: 60_000 }),
    retries: Type.Integer({ minimum: 0, maximum: 3 }),
    retryWaitMs: Type.Integer({ minimum: 0, maximum: 10_000 }),
    t1Ms: Type.Integer({ minimum: 0, maximum: 86_400_000 }),
    t2Ms: Type.Integer({ minimum: 0, maximum: 7 * 86_400_000 }),
  },
  { additionalProperties: false },
)
export type Policy = Static<typeof Policy>

/** What a method's parameters are drawn from: the brand alone, the signed-in customer, his party, or one of his lines. */
export type MethodScope = 'brand' | 'customer' | 'party' | 'line'
export type MethodParams = { customerId?: string; partyId?: string; partyType?: 'individual' | 'organization'; lineId?: string }
