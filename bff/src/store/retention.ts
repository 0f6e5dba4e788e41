import { setImmediate as turn } from 'node:timers/promises'
import type { Logger } from '../log.ts'
import type { Metrics } from '../metrics.ts'
import type { RecordKind, Shelf } from './contract.ts'

const dayMs = 86_400_000
const hourMs = 3_600_000

/** What a head and the stream of its id are, and for how many days after it began both are kept. */
const streams = [
  { head: 'handOver', events: 'handOverEvent', days: 90 },
  { head: 'callBack', events: 'callBackEvent', days: 90 },
  { head: 'contact', events: 'contactEvent', days: 90 },
  { head: 'guideRun', events: 'guideEvent', days: 90 },
] as const
/** What stands alone. Limits and grants are over within a day. */
const alone = [
  { kind: 'audit', days: 730 },
  { kind: 'place', days: 90 },
  { kind: 'talk', days: 90 },
  { kind: 'talkEvent', days: 90 },
  { kind: 'rate', days: 2 },
  { kind: 'grant', days: 2 },
] as const
/** Events whose head is gone long since: somebody wrote them while it went. */
const strayDays = 30
/** At a time: then homes have their turn. */
const batch = 100
const mostEvents = 10_000

export type Forgotten = Partial<Record<RecordKind, number>>

/**
 * Forgets what is older than it may be, and says how much of what. Streams go whole, by the age of their head: the n-th event is told by how many there
 * are, so one that lost its beginning would count wrong. The head goes last: whatever a crash leaves is found again by it.
 */
export async function forgetOld(shelf: Shelf, now: number, isOver: () => boolean = () => false): Promise<Forgotten> {
  const forgotten: Forgotten = {}
  const count = (kind: RecordKind, number: number) => {
    if (number > 0) forgotten[kind] = (forgotten[kind] ?? 0) + number
  }
  const older = (days: number) => new Date(now - days * dayMs)

  async function forgetAlone(kind: RecordKind, before: Date): Promise<void> {
    while (!isOver()) {
      const number = await shelf.forget(kind, before, batch)
      count(kind, number)
      if (number < batch) return
      await turn()
    }
  }

  for (const { head, events, days } of streams) {
    for (;;) {
      const heads = await shelf.oldest(head, older(days), batch)
      for (const { id } of heads) {
        if (isOver()) return forgotten
        const stream = await shelf.find(events, { key: `stream:${id}`, limit: mostEvents })
        // The last first: what is left of it meanwhile is a past that once was.
        for (const event of stream.toSorted((one, other) => (one.id < other.id ? 1 : -1)))
          count(events, Number(await shelf.remove(events, event.id)))
        count(head, Number(await shelf.remove(head, id)))
        await turn()
      }
      if (heads.length < batch) break
    }
    await forgetAlone(events, older(days + strayDays))
  }
  for (const { kind, days } of alone) await forgetAlone(kind, older(days))
  return forgotten
}

/**
 * Forgets once a day; the first time within an hour after the start, so that processes that start together do not do it together. What failed is tried
 * again an hour later.
 * @returns ends it
 */
export function startRetention(
  shelf: Shelf,
  { now, log, metrics }: { now: () => number; log: Pick<Logger, 'info' | 'warn'>; metrics: Pick<Metrics, 'storeForgotten'> },
): () => void {
  let isOver = false
  let timer: NodeJS.Timeout

  const next = (ms: number) => {
    timer = setTimeout(() => void run(), ms).unref()
  }
  async function run(): Promise<void> {
    let wait = dayMs
    try {
      const forgotten = await forgetOld(shelf, now(), () => isOver)
      for (const [kind, number] of Object.entries(forgotten)) metrics.storeForgotten.inc({ kind }, number)
      log.info({ forgotten }, 'What the care desk kept long enough is forgotten')
    } catch {
      if (isOver) return
      wait = hourMs
      log.warn('What the care desk kept long enough could not be forgotten; it is tried again in an hour')
    }
    if (!isOver) next(wait)
  }
  next(Math.random() * hourMs)
  return () => {
    isOver = true
    clearTimeout(timer)
  }
}
