import type { CallBack } from './types.ts'

/** How a call-back stands to the clock: minutes to go or past, never less than one. */
export type Due = { kind: 'late' | 'now' | 'soon' | 'later'; minutes: number }

/** So long before its time it is worth knowing. In minutes. */
const soonMinutes = 60

/** `isLate` is the server's word; between two looks the clock goes on. Pure. */
export function dueOf({ startsAt, endsAt, isLate }: Pick<CallBack, 'startsAt' | 'endsAt' | 'isLate'>, now: Date): Due {
  const past = minutesBetween(endsAt, now)
  if (isLate || past >= 1) return { kind: 'late', minutes: Math.max(past, 1) }
  const ahead = -minutesBetween(startsAt, now)
  if (ahead <= 0) return { kind: 'now', minutes: Math.max(-past, 1) }
  return { kind: ahead <= soonMinutes ? 'soon' : 'later', minutes: Math.max(ahead, 1) }
}

/** Those that are this agent's first, then by due time; others' are nobody else's business. Pure. */
export function queueOf(callBacks: readonly CallBack[], me: string): CallBack[] {
  return callBacks
    .filter(({ state, agentId }) => state === 'waiting' || (state === 'taken' && agentId === me))
    .toSorted((one, other) => Number(other.state === 'taken') - Number(one.state === 'taken') || one.startsAt.localeCompare(other.startsAt))
}

function minutesBetween(at: string, now: Date): number {
  return Math.floor((now.getTime() - new Date(at).getTime()) / 60_000)
}
