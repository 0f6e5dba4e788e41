import { ClientError } from '../client-error.ts'
import { take } from '../hand-over/limits.ts'
import { hashOf, newId } from '../hand-over/tokens.ts'
import type { Shelf, StoredRecord } from '../store/contract.ts'
import { createStreams } from '../store/streams.ts'
import type { Answered, GuideRun, GuideRunNow, GuideRuns, Walker } from './contract.ts'

type Options = {
  shelf: Shelf
  /** Epoch milliseconds. */
  now: () => number
}

type GuideEvent = { at: Date } & (({ type: 'answered' } & Answered) | { type: 'back'; step: string; by: Walker })
type WithoutTime = GuideEvent extends infer Event ? (Event extends GuideEvent ? Omit<Event, 'at'> : never) : never

const dayMs = 86_400_000
/** More than any guide has steps: whoever goes to and fro for ever is not written down for ever. */
const mostEvents = 120
/** More walks than anybody needs in a day. */
const mostADay = 60

/**
 * The walks through guides of all brands. An answer is an addition at the place that only the next can have: of two who answer the same step one is told that it has
 * been answered. Everything rejects with a ClientError STORE_UNAVAILABLE when the store cannot be asked; TOO_MANY where no more is written down.
 */
export function createGuideRuns({ shelf, now }: Options): GuideRuns {
  const streams = createStreams<GuideEvent>(shelf, 'guideEvent')
  const moment = () => new Date(now())
  const stand = async (head: StoredRecord) => standing(head.body as GuideRun, await streams.read(head.id), head.at)

  /** Adds what `next` says about what has happened so far, if anything. */
  async function append(id: string, next: (stands: GuideRunNow) => WithoutTime | undefined): Promise<boolean> {
    const head = await shelf.get('guideRun', id)
    if (!head) return false
    const run = head.body as GuideRun
    const { added } = await streams.append(id, keysOf(run), (events) => {
      const event = next(standing(run, events, head.at))
      if (!event) return undefined
      if (events.length >= mostEvents) throw tooMany('one walk', 'Begin the guide again')
      return { ...event, at: moment() } as GuideEvent
    })
    return added !== undefined
  }

  return {
    async start(wanted) {
      const limit = { scope: `guides-${hashOf(`${wanted.brand}/${wanted.customerId}`)}`, most: mostADay, windowMs: dayMs }
      if (!(await take(shelf, [limit], moment()))) throw tooMany('one day', 'Begin again tomorrow')
      const run: GuideRun = { ...wanted, id: newId() }
      await shelf.add('guideRun', { id: run.id, at: moment(), keys: keysOf(run), body: run })
      return run
    },
    async get(id) {
      const head = await shelf.get('guideRun', id)
      return head && stand(head)
    },
    async ofCustomer(brand, customerId, limit) {
      return Promise.all((await shelf.find('guideRun', { key: customerKey(brand, customerId), limit, newestFirst: true })).map(stand))
    },
    async answer(id, answered) {
      let isSame = false
      const isAdded = await append(id, ({ answers }) => {
        const known = answers.find(({ step }) => step === answered.step)
        isSame = known?.answer === answered.answer
        return known ? undefined : { type: 'answered', ...answered }
      })
      return isAdded || isSame
    },
    backTo: (id, step, by) =>
      append(id, ({ answers }) => (answers.some((answered) => answered.step === step) ? { type: 'back', step, by } : undefined)),
  }
}

const customerKey = (brand: string, customerId: string) => `customer:${brand}/${customerId}`
const keysOf = ({ brand, customerId }: GuideRun) => [customerKey(brand, customerId)]

function standing(run: GuideRun, events: readonly GuideEvent[], begun: Date): GuideRunNow {
  const before = new Map<string, string>()
  let answers: readonly Answered[] = []
  for (const event of events) {
    if (event.type === 'back') {
      // Two who go back at once do it once.
      const at = answers.findIndex(({ step }) => step === event.step)
      if (at >= 0) answers = answers.slice(0, at)
    } else {
      const { step, answer, by } = event
      before.set(step, answer)
      answers = [...answers, { step, answer, by }]
    }
  }
  return { run, answers, before, at: events.at(-1)?.at ?? begun }
}

function tooMany(where: string, fix: string): ClientError {
  return new ClientError('TOO_MANY', 'No more answers for now', { expected: `fewer steps in ${where}`, got: 'as many as are kept', fix })
}
