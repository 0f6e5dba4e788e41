import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createAlone } from '../../bss/shared/alone.ts'
import type { Shared } from '../../bss/shared/contract.ts'
import type { FastPath, Question } from '../../graphql/plan/fast-path.ts'
import type { PackedAnswer } from '../../graphql/plan/pack.ts'
import { createLog } from '../../log.ts'
import { createMetrics } from '../../metrics.ts'
import type { Meeting } from './contract.ts'
import { createNeighbours, type Neighbours } from './neighbours.ts'
import { placeOf } from './place-of.ts'

/** What a process does with a question: given at once, or when it is let go. */
type Own = FastPath & { answered: (Question | string)[]; give: (question: Question) => ReturnType<FastPath['answer']> }

const places = 2
/** Nobody is late because the machine is full. */
const limits = { answerMs: 60_000, lookMs: 10, most: 20 }
const etag = '"t"'
let folder: string
let owns: Own[]
let met: Neighbours[]
let processes: { neighbours: Neighbours; fastPath: FastPath; shared: Shared }[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mosaic-places-'))
  owns = []
  met = []
  processes = []
  await Promise.all([open(0), open(1)])
  await expect.poll(async () => [await by(0, customerOf(1)), await by(1, customerOf(0))]).toEqual([1, 0])
  for (const own of owns) own.answered.length = 0
})
afterEach(async () => {
  for (const one of met) await one.close()
  await rm(folder, { recursive: true })
})

async function open(place: number, within = limits): Promise<void> {
  const own: Own = {
    answered: [],
    give: () => packed(String(place)),
    read: ({ text }) => ({ serial: 1, roots: [], device: {} as never, isRemembered: !text.includes('long'), isTagged: true }),
    answer(_ask, question) {
      own.answered.push(question)
      return own.give(question)
    },
  }
  owns[place] = own
  processes[place] = await meet({ folder, place, places }, own, within)
}

async function meet(meeting: Meeting, own: Own, within = limits) {
  const neighbours = createNeighbours(meeting, { log: createLog('silent'), metrics: createMetrics(), limits: within })
  met.push(neighbours)
  const shared = neighbours.share(createAlone())
  shared.listen({ changed: (tag, unsettledMs) => void own.answered.push(`${tag} for ${unsettledMs} ms`), uncertain() {} })
  return { neighbours, fastPath: await neighbours.open(own), shared }
}

function processAt(place: number) {
  const found = processes[place]
  if (!found) throw new Error(`There is no process ${place}`)
  return found
}

function packed(text: string): PackedAnswer {
  return { bytes: Buffer.from(text), encoding: undefined, etag }
}

/** The Authorization header of somebody whose place it is. */
function customerOf(place: number): string {
  for (let at = 0; ; at++) {
    const header = `Bearer e30.${Buffer.from(JSON.stringify({ sub: `C-${at}` })).toString('base64url')}.s`
    if (placeOf(header, places) === place) return header
  }
}

async function ask(place: number, authorization: string | undefined, more: Partial<Question> = {}): Promise<PackedAnswer | undefined> {
  const { fastPath } = processAt(place)
  const question: Question = { method: 'GET', text: '/graphql?q', headers: { authorization, cookie: 'c' }, ...more }
  const read = fastPath.read(question)
  if (!read) throw new Error('It has no plan')
  return fastPath.answer(read, question, 'gzip')
}

/** Which process has answered. */
async function by(place: number, authorization: string | undefined, more: Partial<Question> = {}): Promise<number> {
  return Number((await ask(place, authorization, more))?.bytes.toString())
}

describe('who answers', () => {
  test('the process of the customer does, whichever is asked', async () => {
    const asked = [0, 1].flatMap((place) => [0, 1].map((customer) => by(place, customerOf(customer))))
    expect(await Promise.all(asked)).toEqual([0, 1, 0, 1])
  })

  test('it is asked what the answer depends on, and no more', async () => {
    const authorization = customerOf(1)
    await ask(0, authorization, { method: 'POST', text: '{"é":1}', headers: { authorization, cookie: 'c', 'accept-language': 'it' } })
    expect(owns[1]?.answered).toEqual([{ method: 'POST', text: '{"é":1}', headers: { authorization, 'accept-language': 'it' } }])
  })

  test.each([
    ['nobody', undefined, {}],
    ['a question that is read anew each time', customerOf(1), { text: 'long' }],
  ])('%s is answered where he comes', async (_what, authorization, more) => {
    expect(await by(0, authorization, more)).toBe(0)
  })

  test('of what the client has, the tag comes without the bytes', async () => {
    const authorization = customerOf(1)
    const answer = await ask(0, authorization, { headers: { authorization, 'if-none-match': etag } })
    expect(answer).toEqual({ bytes: Buffer.alloc(0), encoding: undefined, etag })
  })

  test('what it leaves to the executor, the executor of the one that is asked answers', async () => {
    for (const own of owns) own.give = () => undefined
    expect(await ask(0, customerOf(1))).toBeUndefined()
    expect(owns.map(({ answered }) => answered.length)).toEqual([1, 1])
  })
})

test('who has changed something at one process is answered by the other as it is now', async () => {
  for (const unsettledMs of [0, 5]) {
    await processAt(0).shared.change([{ brand: 'aurora', method: 'balance', tag: 'aurora/balance/L-1', unsettledMs }])
    await by(0, customerOf(1))
  }
  const question = expect.objectContaining({ method: 'GET' }) as unknown
  expect(owns[1]?.answered).toEqual(['aurora/balance/L-1 for 0 ms', question, 'aurora/balance/L-1 for 5 ms', question])
  expect(owns[0]?.answered).toEqual([])
})

describe('what can go wrong', () => {
  const letGo = () => {
    const { promise, resolve } = Promise.withResolvers<PackedAnswer>()
    Object.assign(owns[1] as Own, { give: () => promise })
    return () => resolve(packed('1'))
  }
  const isAsked = () => expect.poll(() => owns[1]?.answered.length).toBe(1)

  test('a process that ends answers what it was asked, and its successor is asked the rest', async () => {
    const go = letGo()
    const running = by(0, customerOf(1))
    await isAsked()
    Object.assign(owns[1] as Own, { give: () => packed('1') })
    const closed = processAt(1).neighbours.close()
    await expect.poll(() => by(0, customerOf(1))).toBe(0)
    go()
    expect(await running).toBe(1)
    await closed
    expect(await by(0, customerOf(1))).toBe(0)
    await open(1)
    await expect.poll(() => by(0, customerOf(1))).toBe(1)
  })

  test('a successor is there before the other ends, and is asked when it has', async () => {
    const old = processAt(1)
    const [, oldOwn] = owns
    await open(1)
    await old.neighbours.close()
    await expect.poll(() => by(0, customerOf(1))).toBe(1)
    expect(oldOwn?.answered).toEqual([])
    expect(owns[1]?.answered).toHaveLength(1)
  })

  test('one that does not answer in time is waited for once, and asked again when it has said something', async () => {
    await open(0, { ...limits, answerMs: 150 })
    await expect.poll(() => by(0, customerOf(1))).toBe(1)
    Object.assign(owns[1] as Own, { answered: [] })
    const go = letGo()
    expect(await by(0, customerOf(1))).toBe(0)
    await isAsked()
    expect(await Promise.all(Array.from({ length: 5 }, () => by(0, customerOf(1))))).toEqual([0, 0, 0, 0, 0])
    expect(owns[1]?.answered).toHaveLength(1)
    go()
    await expect.poll(() => by(0, customerOf(1))).toBe(1)
  })

  test('it is not asked more than it can bear', async () => {
    const go = letGo()
    const asked = Array.from({ length: limits.most + 5 }, () => by(0, customerOf(1)))
    expect(await Promise.all(asked.slice(limits.most))).toEqual([0, 0, 0, 0, 0])
    go()
    expect(new Set(await Promise.all(asked.slice(0, limits.most)))).toEqual(new Set([1]))
  })

  test('one that nobody can find answers whoever comes to it', async () => {
    processes.push(await meet({ folder: join(folder, 'nowhere'), place: 0, places }, owns[0] as Own))
    expect(await by(processes.length - 1, customerOf(1))).toBe(0)
  })

  test.each([
    [
      'at once',
      () => {
        throw new Error('It fails')
      },
    ],
    ['later', () => Promise.reject(new Error('It fails'))],
  ])('what fails there %s is answered here', async (_when, give) => {
    Object.assign(owns[1] as Own, { give })
    expect(await by(0, customerOf(1))).toBe(0)
    Object.assign(owns[1] as Own, { give: () => packed('1') })
    expect(await by(0, customerOf(1))).toBe(1)
  })
})
