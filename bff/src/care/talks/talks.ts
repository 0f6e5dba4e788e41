import type { Logger } from '../../log.ts'
import type { Metrics } from '../../metrics.ts'
import type { Shelf, StoredRecord } from '../../store/contract.ts'
import { createStreams } from '../../store/streams.ts'
import type { SendTalk, Talk, Talks } from './contract.ts'
import { talkOf } from './talk.ts'

type Options = {
  shelf: Shelf
  send: SendTalk
  /** Epoch milliseconds. */
  now: () => number
  log: Pick<Logger, 'warn' | 'error'>
  metrics: Pick<Metrics, 'talks'>
}

type TalkEvent = { at: Date } & ({ type: 'tried' } | { type: 'written' } | { type: 'givenUp'; code: string })

/** The first wait, in milliseconds: longer than any attempt, so that a second one begins only when the first is over, or its process is. */
const firstWaitMs = 30_000
const longestWaitMs = 3_600_000
/** About a day: a system that is away for a night or is moved is waited for. */
export const mostTries = 30
/** Of one round. The next begins soon. */
const mostAtOnce = 50
const dueKey = 'due'

/**
 * Talks on their way, as records that are only added. The n-th attempt is due by a record of its own, and belongs to the process whose `tried` is the n-th:
 * only one is. The next one is due before an attempt begins, so that a process that is killed in the middle of it leaves nothing that is not found again;
 * then the same idempotency key tells the back-end that it has it already.
 */
export function createTalks({ shelf, send, now, log, metrics }: Options): Talks {
  const streams = createStreams<TalkEvent>(shelf, 'talkEvent')
  const moment = () => new Date(now())
  const isDue = (talk: Talk, tries: number, at: Date) => shelf.add('talk', { id: idOf(talk, tries), at, keys: [dueKey], body: talk })
  const isDueNoMore = (talk: Talk, tries: number) => shelf.remove('talk', idOf(talk, tries))

  async function attempt(talk: Talk, tries: number): Promise<void> {
    const stream = talk.input.idempotencyKey
    const before = await streams.read(stream)
    if (hasEnded(before) || triesOf(before) > tries) return void (await isDueNoMore(talk, tries))
    // Its forerunner has still to be tried.
    if (triesOf(before) < tries) return
    await isDue(talk, tries + 1, new Date(now() + waitAfter(tries)))
    const { added, events } = await streams.append(stream, [], (past) =>
      !hasEnded(past) && triesOf(past) === tries ? { type: 'tried', at: moment() } : undefined,
    )
    await isDueNoMore(talk, tries)
    if (added) await sendNow(talk, tries + 1)
    else if (hasEnded(events)) await isDueNoMore(talk, tries + 1)
  }

  async function sendNow(talk: Talk, tries: number): Promise<void> {
    const { contactId: contact, idempotencyKey } = talk.input
    const code = await send(talk)
    const isLast = tries >= mostTries
    if (code !== undefined && !isLast) {
      metrics.talks.inc({ outcome: 'failed' })
      log.warn({ contact, code, tries }, 'a talk stands only in the history of the desk for now; it is written down later')
      return
    }
    const end: TalkEvent = code === undefined ? { type: 'written', at: moment() } : { type: 'givenUp', code, at: moment() }
    await streams.append(idempotencyKey, [], (past) => (hasEnded(past) ? undefined : end))
    await isDueNoMore(talk, tries)
    metrics.talks.inc({ outcome: end.type })
    if (code !== undefined) log.error({ contact, code, tries }, 'a talk stands only in the history of the desk: it is not tried any more')
  }

  return {
    async write(contact) {
      const talk = talkOf(contact)
      if (!talk) return
      try {
        await isDue(talk, 0, moment())
        await attempt(talk, 0)
      } catch (err) {
        log.warn({ err, contact: contact.id }, 'a talk stands only in the history of the desk for now; it is written down later')
      }
    },
    async keep(contact) {
      const talk = talkOf(contact)
      if (talk && (await streams.read(talk.input.idempotencyKey)).length === 0) await isDue(talk, 0, moment())
    },
    async work(isOver) {
      // What is due in this very millisecond is in.
      const due = await shelf.find('talk', { key: dueKey, until: new Date(now() + 1), limit: mostAtOnce })
      for (const record of due) {
        if (isOver()) return
        await attempt(record.body as Talk, triesIn(record))
      }
    },
  }
}

const idOf = ({ input }: Talk, tries: number) => `${input.idempotencyKey}:${tries}`

function triesIn({ id }: StoredRecord): number {
  return Number(id.slice(id.lastIndexOf(':') + 1))
}

function triesOf(events: readonly TalkEvent[]): number {
  return events.filter(({ type }) => type === 'tried').length
}

function hasEnded(events: readonly TalkEvent[]): boolean {
  return events.some(({ type }) => type === 'written' || type === 'givenUp')
}

function waitAfter(tries: number): number {
  return Math.min(longestWaitMs, firstWaitMs * 2 ** tries)
}
