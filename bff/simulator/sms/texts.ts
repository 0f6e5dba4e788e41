import { randomBytes } from 'node:crypto'

/** A text as it arrived on a telephone. */
export type SimText = { id: string; from: string; to: string; text: string; at: Date }

/** How the network behaves until the next reset. */
export type Behaviour = {
  /** How late answers come, in milliseconds; receipts do not wait for them. */
  delayMs: number
  /** How many of the next texts are too many. */
  throttle: number
  /** What is said to each text, instead of taking it. */
  refuse: 'number' | 'sender' | 'other' | undefined
  /** Texts are taken and never arrive. */
  undelivered: boolean
  /** Texts are taken, and nobody says so. */
  silent: boolean
  dropReceipts: boolean
  duplicateReceipts: boolean
}

export type Submitted = { outcome: 'taken'; id: string; isDelivered: boolean } | { outcome: 'throttled' | 'number' | 'sender' | 'other' }

/** The network's texts: what has arrived on which telephone. In memory and bounded: the oldest are forgotten. */
export type Texts = {
  /** A text on its way in, by either door. `to` with its prefix: +39… */
  submit(text: Omit<SimText, 'id' | 'at'>): Submitted
  /** Newest first. */
  of(msisdn: string): readonly SimText[]
  behaviour(): Behaviour
  behave(changes: Partial<Behaviour>): void
  reset(): void
}

const keptEach = 50
const keptNumbers = 2_000
const usual: Behaviour = {
  delayMs: 0,
  throttle: 0,
  refuse: undefined,
  undelivered: false,
  silent: false,
  dropReceipts: false,
  duplicateReceipts: false,
}

export function createTexts(now: () => Date): Texts {
  const inboxes = new Map<string, SimText[]>()
  let behaviour = usual
  return {
    submit(text) {
      if (behaviour.throttle > 0) {
        behaviour = { ...behaviour, throttle: behaviour.throttle - 1 }
        return { outcome: 'throttled' }
      }
      if (behaviour.refuse) return { outcome: behaviour.refuse }
      const id = randomBytes(8).toString('hex')
      const isDelivered = !behaviour.undelivered
      if (isDelivered) {
        const inbox = inboxes.get(text.to) ?? []
        // Set anew, the inbox becomes the youngest.
        inboxes.delete(text.to)
        inboxes.set(text.to, [{ ...text, id, at: now() }, ...inbox].slice(0, keptEach))
        const oldest = inboxes.keys().next()
        if (inboxes.size > keptNumbers && !oldest.done) inboxes.delete(oldest.value)
      }
      return { outcome: 'taken', id, isDelivered }
    },
    of: (msisdn) => inboxes.get(msisdn) ?? [],
    behaviour: () => behaviour,
    behave(changes) {
      behaviour = { ...behaviour, ...changes }
    },
    reset() {
      inboxes.clear()
      behaviour = usual
    },
  }
}
