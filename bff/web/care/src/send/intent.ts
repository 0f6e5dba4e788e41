import type { Param } from './types.ts'

/** What an agent is about to send. */
export type Intent = {
  customer: string
  line: string
  target: string
  locale: string
  params: readonly Param[]
  contact: string | null
  /** He has agreed to it in this talk. */
  consent: boolean
  replaces: string | null
}

/**
 * One key per intent: pressed twice, or tried again after the network went away, it is one SMS, or one call-back. `settle` once it is known what came of it:
 * the same, wanted again, is another.
 */
export function createIntentKeys<Wanted = Intent>(newKey: () => string = () => crypto.randomUUID()) {
  const keys = new Map<string, string>()
  return {
    keyOf(intent: Wanted): string {
      const text = JSON.stringify(intent)
      const key = keys.get(text) ?? newKey()
      keys.set(text, key)
      return key
    },
    settle: (intent: Wanted) => void keys.delete(JSON.stringify(intent)),
  }
}
