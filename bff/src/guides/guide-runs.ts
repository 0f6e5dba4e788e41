import { ClientError } from '../client-error.ts'
import { take } from '../hand-over/limits.ts'
import { hashOf, newId } from '../hand-over/tokens.ts'
import type { Shelf, StoredRecord } from '../store/contract.ts'
import { createStreams } from '../store/streams.ts'
import type { Answered, GuideRun, GuideRunNow, GuideRuns, Helper, Party, Report } from './contract.ts'

type Options = {
  shelf: Shelf
  /** Epoch milliseconds. */
  now: () => number
  /** Hears of every walk that begins or moves, and of who takes part. */
  told?: (run: GuideRun) => void
}

/** A walk as it was begun; `helper` where an agent has. */
type Head = GuideRun & { helper?: Helper }
type GuideEvent = { at: Date } & (
  | (Party & ({ type: 'answered'; step: string; answer: string } | { type: 'back'; step: string } | { type: 'joined' }))
  // Whoever has tapped: the customer, or the agent in his stead.
  | ({ type: 'reporting' } & Pick<Report, 'title' | 'description' | 'checks'>)
  | { type: 'opened'; ticketId: string }
)
type WithoutTime = GuideEvent extends infer Event ? (Event extends GuideEvent ? Omit<Event, 'at'> : never) : never

const dayMs = 86_400_000
/** More than any guide has steps: whoever goes to and fro for ever is not written down for ever. */
const mostEvents = 120
/** More walks than anybody needs in a day. */
const mostADay = 60
/** And more tickets than anybody reads of one customer. */
const mostReportsADay = 10
/** Whoever has done something so lately takes part still, in milliseconds. */
const joinedMs = 5 * 60_000

/**
 * The walks through guides of all brands. An answer is an addition at the place that only the next can have: of two who answer the same step one is told that it has
 * been answered. Everything rejects with a ClientError STORE_UNAVAILABLE when the store cannot be asked; TOO_MANY where no more is written down.
 */
export function createGuideRuns({ shelf, now, told }: Options): GuideRuns {
  const streams = createStreams<GuideEvent>(shelf, 'guideEvent')
  const moment = () => new Date(now())
  const stand = async (head: StoredRecord) => standing(head.body as Head, await streams.read(head.id), head.at)

  async function get(id: string): Promise<GuideRunNow | undefined> {
    const head = await shelf.get('guideRun', id)
    return head && stand(head)
  }

  /** Adds what `next` says about what has happened so far, if anything. */
  async function append(id: string, next: (stands: GuideRunNow) => WithoutTime | undefined): Promise<boolean> {
    const head = await shelf.get('guideRun', id)
    if (!head) return false
    const run = head.body as Head
    const { added } = await streams.append(id, keysOf(run), (events) => {
      const event = next(standing(run, events, head.at))
      if (!event) return undefined
      const isMove = event.type !== 'reporting' && event.type !== 'opened'
      if (isMove && events.length >= mostEvents) throw tooMany('one walk', 'Begin the guide again')
      return { ...event, at: moment() } as GuideEvent
    })
    if (added) told?.(run)
    return added !== undefined
  }

  return {
    async start(wanted, party) {
      const limit = { scope: `guides-${hashOf(`${wanted.brand}/${wanted.customerId}`)}`, most: mostADay, windowMs: dayMs }
      if (!(await take(shelf, [limit], moment()))) throw tooMany('one day', 'Begin again tomorrow')
      const run: GuideRun = { ...wanted, startedBy: party.by, id: newId() }
      const body: Head = party.by === 'agent' ? { ...run, helper: party.helper } : run
      await shelf.add('guideRun', { id: run.id, at: moment(), keys: keysOf(run), body })
      told?.(run)
      return run
    },
    get,
    async ofCustomer(brand, customerId, limit) {
      return Promise.all((await shelf.find('guideRun', { key: customerKey(brand, customerId), limit, newestFirst: true })).map(stand))
    },
    async answer(id, answered, seen) {
      let isSame = false
      const isAdded = await append(id, ({ answers, moves, report }) => {
        if (moves === seen && !report) return { type: 'answered', ...answered }
        isSame = answers.findLast(({ step }) => step === answered.step)?.answer === answered.answer
        return undefined
      })
      return isAdded || isSame
    },
    backTo: (id, step, party) =>
      append(id, ({ answers, report }) =>
        !report && answers.some((answered) => answered.step === step) ? { type: 'back', step, ...party } : undefined,
      ),
    async report(id, { title, description, checks }, seen) {
      const run = await get(id)
      if (!run || run.report) return run?.report
      const { brand, customerId } = run.run
      const limit = { scope: `tickets-${hashOf(`${brand}/${customerId}`)}`, most: mostReportsADay, windowMs: dayMs }
      if (!(await take(shelf, [limit], moment()))) throw tooMany('one day', 'Ask to be called back')
      await append(id, ({ report, moves }) => (report || moves !== seen ? undefined : { type: 'reporting', title, description, checks }))
      return (await get(id))?.report
    },
    async opened(id, ticketId) {
      await append(id, ({ report }) => (report && report.ticketId === undefined ? { type: 'opened', ticketId } : undefined))
    },
    async join(id, helper) {
      const lately = now() - joinedMs
      await append(id, ({ helped }) =>
        helped?.helper.id === helper.id && helped.at.getTime() > lately ? undefined : { type: 'joined', by: 'agent', helper },
      )
    },
  }
}

const customerKey = (brand: string, customerId: string) => `customer:${brand}/${customerId}`
/** The brand’s is what desks of other processes hear of it by. */
const keysOf = ({ brand, customerId }: GuideRun) => [customerKey(brand, customerId), `brand:${brand}`]

function standing({ helper, ...run }: Head, events: readonly GuideEvent[], begun: Date): GuideRunNow {
  const before = new Map<string, string>()
  let answers: readonly Answered[] = []
  let moves = 0
  let helped = helper && { helper, at: begun }
  let report: Report | undefined
  for (const event of events) {
    if (event.type === 'reporting') {
      const { title, description, checks, at } = event
      report ??= { title, description, checks, at, ticketId: undefined }
      continue
    }
    if (event.type === 'opened') {
      report &&= { ...report, ticketId: event.ticketId }
      continue
    }
    if (event.by === 'agent') helped = { helper: event.helper, at: event.at }
    if (event.type === 'joined') continue
    moves++
    if (event.type === 'back') {
      // Two who go back at once do it once.
      const at = answers.findIndex(({ step }) => step === event.step)
      if (at >= 0) answers = answers.slice(0, at)
    } else {
      const { type: _, at: _at, ...answered } = event
      before.set(answered.step, answered.answer)
      answers = [...answers, answered]
    }
  }
  return { run, answers, before, moves, helped, report, at: events.at(-1)?.at ?? begun }
}

function tooMany(where: string, fix: string): ClientError {
  return new ClientError('TOO_MANY', 'No more answers for now', { expected: `fewer steps in ${where}`, got: 'as many as are kept', fix })
}
