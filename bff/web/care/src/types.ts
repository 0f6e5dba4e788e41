/* What the desk's documents answer. States are words that may grow: what is not known here is shown as it came. */

export type Line = { id: string; msisdn: string; kind: string; status: string }
export type Page = { id: string; title: string }
/** Somebody the operator knows. `mayBeTexted` null: he was never asked. */
export type Customer = {
  id: string
  name: string
  locale: string | null
  city: string | null
  mayBeTexted: boolean | null
  lines: readonly Line[]
}
export type Figure = { id: string; label: string; value: string; isStale: boolean; fetchedAt: string | null; state: string | null }
export type Entry = { id: string; kind: string; title: string; text: string | null; state: string | null; at: string | null }
export type AlertSeen = { contentId: string; title: string; isShown: boolean; dismissedAt: string | null }
