import { createIdempotency, type Idempotency } from './idempotency.ts'

/** Something between a customer and the operator that was written down: a notice he has read and put away, a question he has answered. */
export type Interaction = {
  id: string
  customerId: string
  reason: string
  description?: string
  /** What it was about. */
  itemIds: readonly string[]
  /** What he said. */
  notes?: readonly { id: string; text: string }[]
  /** A talk at the care desk: who talked, which way it went and from when until when. */
  talk?: { id: string; author: string; text: string; direction: 'inbound' | 'outbound'; from: Date; until: Date }
  at: Date
}

/** In memory, and bounded: the oldest are forgotten. */
export type Interactions = {
  record(interaction: Omit<Interaction, 'id' | 'at'>): Interaction
  find(id: string): Interaction | undefined
  /** What a customer has answered to the same questions today, UTC. */
  answerOfToday(customerId: string, itemIds: readonly string[]): Interaction | undefined
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
    answerOfToday(customerId, itemIds) {
      const today = dayOf(now())
      return [...interactions.values()].find(
        (one) =>
          one.reason === 'surveyAnswered' &&
          one.customerId === customerId &&
          one.itemIds.join() === itemIds.join() &&
          dayOf(one.at) === today,
      )
    },
    list: () => [...interactions.values()].reverse(),
    idempotency,
    reset() {
      interactions.clear()
      idempotency.clear()
    },
  }
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10)
}
