import { createIdempotency, type Idempotency } from './idempotency.ts'

/** Something between a customer and the operator that was written down: a notice he has read and put away. */
export type Interaction = {
  id: string
  customerId: string
  reason: string
  description?: string
  /** What it was about. */
  itemIds: readonly string[]
  at: Date
}

/** In memory, and bounded: the oldest are forgotten. */
export type Interactions = {
  record(interaction: Omit<Interaction, 'id' | 'at'>): Interaction
  find(id: string): Interaction | undefined
  /** Newest first. */
  list(): Interaction[]
  idempotency: Idempotency
  reset(): void
}

const kept = 10_000

export function createInteractions(now: () => Date): Interactions {
  const interactions = new Map<string, Interaction>()
  const idempotency = createIdempotency(kept)
  let count = 0
  return {
    record(interaction) {
      const made = { ...interaction, id: `PI-${String(++count).padStart(6, '0')}`, at: now() }
      interactions.set(made.id, made)
      const oldest = interactions.keys().next()
      if (interactions.size > kept && !oldest.done) interactions.delete(oldest.value)
      return made
    },
    find: (id) => interactions.get(id),
    list: () => [...interactions.values()].reverse(),
    idempotency,
    reset() {
      interactions.clear()
      idempotency.clear()
    },
  }
}
