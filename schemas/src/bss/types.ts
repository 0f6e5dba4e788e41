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
    /** One attempt, from the connection to the last byte of the answer. */
    readTimeoutMs: Type.Integer({ minimum: 50, maximum: 60_000 }),
    /** How many attempts are under way at a time in one instance. */
    poolSize: Type.Integer({ minimum: 1, maximum: 1_000 }),
    /** How long an attempt waits for one of them to end. */
    connectionWaitMs: Type.Integer({ minimum: 0, maximum: 60_000 }),
    /** How often a read that failed in a way that may pass is repeated. */
    retries: Type.Integer({ minimum: 0, maximum: 3 }),
    /** The longest wait before the first repetition; it doubles from one to the next, and a random part of it is waited. */
    retryWaitMs: Type.Integer({ minimum: 0, maximum: 10_000 }),
    /** Repetitions may be at most this share of the calls: in an outage of everything, nobody is asked many times. */
    retryBudgetPercent: Type.Integer({ minimum: 0, maximum: 100 }),
    t1Ms: Type.Integer({ minimum: 0, maximum: 86_400_000 }),
    t2Ms: Type.Integer({ minimum: 0, maximum: 7 * 86_400_000 }),
    /** T1 ≤ age < T2: `wait` for the newer value, no longer than `softWaitMs`; or answer at once and `refresh` behind. */
    refresh: Type.Union([Type.Literal('wait'), Type.Literal('behind')]),
    softWaitMs: Type.Integer({ minimum: 0, maximum: 60_000 }),
    /** Which failures a cached value may stand in for: all, those of a system that is not there or too slow, or none. */
    staleOn: Type.Union([Type.Literal('anyFailure'), Type.Literal('outage'), Type.Literal('never')]),
    /** How long a failure stands for everybody before the system is asked again. */
    failureMemoryMs: Type.Integer({ minimum: 0, maximum: 60_000 }),
    /** The share of failures that opens the circuit, counted over at least `circuitMinimumCalls`; 0 = it never opens. */
    circuitFailurePercent: Type.Integer({ minimum: 0, maximum: 100 }),
    circuitMinimumCalls: Type.Integer({ minimum: 1, maximum: 10_000 }),
    /** How long an open circuit lets nothing through, before one call tries again. */
    circuitOpenMs: Type.Integer({ minimum: 100, maximum: 600_000 }),
    /** A read not answered after this long is asked a second time beside the first; 0 = never. */
    hedgeAfterMs: Type.Integer({ minimum: 0, maximum: 60_000 }),
    /** Let the number of attempts under way follow what the system bears, up to `poolSize`. */
    adaptive: Type.Boolean(),
    /** Who shares one question: the `instances` (through the shared cache), or those who ask within one `process`. */
    coalesce: Type.Union([Type.Literal('instances'), Type.Literal('process')]),
    /** What an answer depends on beside the method's scope: it becomes part of the key, and the back-end is told. */
    keyParams: Type.Array(Type.Union([Type.Literal('customerId'), Type.Literal('partyId'), Type.Literal('lineId')]), {
      maxItems: 3,
      uniqueItems: true,
    }),
  },
  { additionalProperties: false },
)
export type Policy = Static<typeof Policy>

/** What a release says of a method's policy; for what it leaves out the method's contract holds. */
export const PolicyChanges = Type.Partial(Policy, { additionalProperties: false })
export type PolicyChanges = Partial<Policy>

/** What a method's parameters are drawn from: the brand alone, the signed-in customer, his party, or one of his lines. */
export type MethodScope = 'brand' | 'customer' | 'party' | 'line'
export type MethodParams = { customerId?: string; partyId?: string; partyType?: 'individual' | 'organization'; lineId?: string }
