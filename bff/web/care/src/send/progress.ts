import type { HandOver } from './types.ts'

/** The way of a link, as the agent follows it. */
export const stations = ['sent', 'delivered', 'opened', 'signedIn', 'reached', 'done'] as const
export type StationName = (typeof stations)[number]
/** `passed` with the moment, where one is known · `next` is waited for · `failed` · `ahead`. */
export type Station = { name: StationName; state: 'passed' | 'next' | 'failed' | 'ahead'; at: string | undefined }

/** Nothing is known of a sending after so long: perhaps it never left. In milliseconds. */
const unsureMs = 30_000

/** States beyond those of the server: `unsure`, a link of which nobody knows whether it was sent. */
export function shownState({ state, issuedAt, expiresAt, events }: HandOver, now: Date): string {
  const isUnopened = ['issued', 'sent', 'delivered', 'undelivered'].includes(state)
  if (isUnopened && now >= new Date(expiresAt)) return 'expired'
  if (state === 'issued' && now.getTime() - new Date(issuedAt).getTime() > unsureMs) return 'unsure'
  // What did not leave for want of a way waits in the app, and is no failure of the network's.
  return state === 'undelivered' && events.at(-1)?.type === 'unsent' ? 'unsent' : state
}

/** Whether the agent still waits for something to come of it. */
export function isAlive(shown: string): boolean {
  return !['done', 'revoked', 'expired'].includes(shown)
}

/** Whether the customer can still be on his way with it: then a new look now and then is worth it, for what comes of time alone. */
export function isUnderWay(shown: string): boolean {
  return ['opened', 'signedIn', 'reached'].includes(shown)
}

/** A new link takes the old one back: never from under somebody who is on his way. */
export function maySendAnew(shown: string): boolean {
  return !['issued', 'opened', 'signedIn', 'reached', 'stuck', 'done'].includes(shown)
}

/** Pure. A receipt may be missing: whoever has opened a link has got it. */
export function stationsOf({ events, state }: HandOver, shown: string): Station[] {
  const at = (type: string) => events.findLast((event) => event.type === type)?.at
  const furthest = Math.max(...stations.map((name, index) => (at(name) === undefined ? -1 : index)), state === 'stuck' ? 4 : -1)
  const failed = shown === 'undelivered' ? 'delivered' : shown === 'unsent' ? 'sent' : undefined
  const next = isAlive(shown) && failed === undefined ? stations[furthest + 1] : undefined
  return stations.map((name, index) => ({
    name,
    at: at(name),
    state: name === failed ? 'failed' : index <= furthest ? 'passed' : name === next ? 'next' : 'ahead',
  }))
}

export type Tone = 'neutral' | 'positive' | 'warning' | 'critical' | 'quiet'

const tones: Readonly<Record<string, Tone>> = {
  done: 'positive',
  stuck: 'warning',
  unsure: 'warning',
  abandoned: 'warning',
  undelivered: 'critical',
  unsent: 'critical',
  revoked: 'quiet',
  expired: 'quiet',
}

export function toneOf(shown: string): Tone {
  return tones[shown] ?? 'neutral'
}

/** How to say what came of sending. */
export function toneOfSending(status: string): 'positive' | 'neutral' | 'critical' {
  if (status === 'sent') return 'positive'
  return ['refused', 'tooMany', 'noConsent'].includes(status) ? 'critical' : 'neutral'
}
