/** How long an intent whose outcome is unknown keeps its key, in milliseconds. Longer than any retry, shorter than the next real top-up. */
const lifetimeMs = 15 * 60_000
const key = 'mosaic.intents'

type Intents = Record<string, { idempotencyKey: string; startedAt: number }>

/**
 * One idempotency key per intent: a double tap, a retry after a lost network and a reload in between all send the same key, so the BSS does the
 * thing once. Only a definite answer (done, under way, refused) ends the intent; the next tap is then a new one.
 */
export function createIntents(storage: Pick<Storage, 'getItem' | 'setItem'>, createKey: () => string = () => crypto.randomUUID()) {
  const load = (now: number): Intents => {
    try {
      const stored = Object.entries(JSON.parse(storage.getItem(key) ?? '{}') as Intents)
      return Object.fromEntries(
        stored.filter(([, intent]) => typeof intent.idempotencyKey === 'string' && now - intent.startedAt < lifetimeMs),
      )
    } catch {
      return {}
    }
  }
  // What the storage refuses still holds for as long as the page lives.
  let memory: Intents = {}
  const save = (intents: Intents) => {
    memory = intents
    try {
      storage.setItem(key, JSON.stringify(intents))
    } catch {
      // Private browsing may forbid storage.
    }
  }
  return {
    /** The key of this intent: the one it already has, else a new one. */
    keyOf: (intent: string, now: number): string => {
      const intents = { ...memory, ...load(now) }
      const known = intents[intent]
      if (known && now - known.startedAt < lifetimeMs) return known.idempotencyKey
      const idempotencyKey = createKey()
      save({ ...intents, [intent]: { idempotencyKey, startedAt: now } })
      return idempotencyKey
    },
    /** The outcome of the intent is known. */
    settle: (intent: string, now: number): void => {
      const { [intent]: _settled, ...others } = { ...memory, ...load(now) }
      save(others)
    },
  }
}

/** What makes two taps the same intent: the same operation with the same variables. */
export function intentOf(operationId: string, variables: readonly { name: string; value: string }[]): string {
  return JSON.stringify([
    operationId,
    variables.map(({ name, value }) => [name, value]).toSorted((a, b) => String(a[0]).localeCompare(String(b[0]))),
  ])
}
