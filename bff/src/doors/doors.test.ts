import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { createGraphql } from '../graphql/create-graphql.ts'
import { documentLimits } from '../graphql/limits.ts'
import { loadConfig } from '../config.ts'
import { createLog } from '../log.ts'
import { createAsk } from './ask.ts'
import { operations } from './operations.ts'
import { startDoors, type Doors, type Inputs, type Outcome } from './testing/doors.ts'

/* The same customer through every door. GraphQL is asked over HTTP as an app does, REST with fetch, SOAP with the `soap` client and the WSDL it loads. */
const family = 'C-0018'
const goodCredit = 'C-0014'

let doors: Doors
/** One moment for all doors: an answer says when it was composed. */
const now = new Date()
beforeAll(async () => {
  doors = await startDoors({ bffNow: () => now })
})
afterEach(() => doors.system.simulator.faults.clear())
afterAll(() => doors.close())

const names = ['graphql', 'rest', 'soap'] as const
const reads = operations.filter(({ document }) => document.trim().startsWith('query')).map(({ name }) => name)
const everywhere = (name: string, token: string | undefined, inputs?: Inputs) =>
  Promise.all(names.map((door) => doors[door](name, token, inputs)))
const linesOf = async (customer: string) => {
  const me = (await doors.rest('GetMe', await doors.token(customer))) as { value: { lines: { id: string }[] } }
  return me.value.lines.map(({ id }) => id)
}

describe('the same answer through every door', () => {
  const customers = ['C-0001', 'C-0002', 'C-0005', 'C-0009', 'C-0014', 'C-0018', 'C-0019']

  test.each(reads)('%s', async (name) => {
    for (const customer of customers) {
      const [graphql, rest, soap] = await everywhere(name, await doors.token(customer))
      expect(graphql).toHaveProperty('value')
      expect(rest, `${name} of ${customer}`).toEqual(graphql)
      expect(soap, `${name} of ${customer}`).toEqual(graphql)
    }
  })

  test('of every line, page and form factor', async () => {
    const token = await doors.token(family)
    const lines = await linesOf(family)
    expect(lines.length).toBeGreaterThan(1)
    const questions: [string, Inputs][] = lines.flatMap((line) => [
      ['GetHome', { line, formFactor: 'EXPANDED' }],
      ['GetBalance', { line }],
      ['GetUsage', { line }],
    ])
    for (const [name, inputs] of [...questions, ['GetHome', { surface: 'summer' }] as [string, Inputs]]) {
      const [graphql, rest, soap] = await everywhere(name, token, inputs)
      expect(graphql).toHaveProperty('value')
      expect([rest, soap]).toEqual([graphql, graphql])
    }
  })

  test('a home has its widgets whole, not their names alone', async () => {
    const outcome = (await doors.soap('GetHome', await doors.token(goodCredit))) as { value: { widgets: Record<string, unknown>[] } }
    const balance = outcome.value.widgets.find(({ __typename }) => __typename === 'BalanceWidget')
    expect(balance).toMatchObject({
      state: 'READY',
      balance: { amount: { currency: 'EUR', text: expect.stringContaining('€') } },
      freshness: { source: 'balance' },
    })
  })

  test('a system that does not answer is a state with an issue', async () => {
    doors.system.simulator.faults.set('usage', { kind: 'error', status: 500 })
    const token = await doors.token('C-0003')
    for (const outcome of await everywhere('GetUsage', token)) {
      expect(outcome).toMatchObject({ value: { state: 'FAILED', issue: { code: 'BSS_UNAVAILABLE', retryable: true } } })
      expect((outcome as { value: object }).value).not.toHaveProperty('counters')
    }
  })
})

describe('a top-up', () => {
  test('is one top-up, through whichever door it is sent again', async () => {
    const [token, [line = '']] = [await doors.token(goodCredit), await linesOf(goodCredit)]
    const credit = async () => {
      const { value } = (await doors.rest('GetBalance', token)) as { value: { credit: { amount: { amount: string } } } }
      return Number(value.credit.amount.amount)
    }
    const before = await credit()
    const outcomes = await everywhere('TopUp', token, { lineId: line, amount: 1_000, idempotencyKey: 'through-all-doors' })
    for (const outcome of outcomes) expect(outcome).toMatchObject({ value: { status: 'completed', message: { lang: 'it' } } })
    expect(await credit()).toBe(before + 10)
  })
})

describe('the same refusal through every door', () => {
  /** The codes and words that came; one line when the doors agree. */
  const told = (outcomes: Outcome[]) => [
    ...new Set(outcomes.map((outcome) => ('code' in outcome ? `${outcome.code}: ${outcome.message}` : 'answered'))),
  ]

  test('nobody, and somebody with a forged or expired token', async () => {
    const tokens = [
      undefined,
      'a.b.c',
      await doors.system.simulator.issueToken(goodCredit, { signWith: 'other' }),
      await doors.system.simulator.issueToken(goodCredit, { expiresIn: -3_600 }),
    ]
    for (const token of tokens) {
      for (const name of ['GetMe', 'GetHome', 'GetBills']) {
        expect(told(await everywhere(name, token))).toEqual([expect.stringMatching(/^UNAUTHENTICATED: Not signed in/)])
      }
    }
  })

  test('another customer’s line', async () => {
    const [theirs = ''] = await linesOf(family)
    const token = await doors.token(goodCredit)
    for (const name of ['GetHome', 'GetBalance', 'GetUsage']) {
      expect(told(await everywhere(name, token, { line: theirs }))).toEqual([expect.stringMatching(/^LINE_NOT_FOUND: No such line/)])
    }
    doors.system.simulator.calls.reset()
    const outcomes = await everywhere('TopUp', token, { lineId: theirs, amount: 500, idempotencyKey: 'not-my-line-1' })
    expect(told(outcomes)).toEqual([expect.stringMatching(/^LINE_NOT_FOUND/)])
    expect(doors.system.simulator.calls.of('topUp').total).toBe(0)
  })

  test('a page that is not there', async () => {
    const outcomes = await everywhere('GetHome', await doors.token(goodCredit), { surface: '__proto__' })
    expect(told(outcomes)).toEqual([expect.stringMatching(/^SURFACE_NOT_FOUND/)])
  })

  test.each<{ inputs: Inputs; names: RegExp }>([
    { inputs: { lineId: 'L', amount: 0, idempotencyKey: 'long-enough' }, names: /BAD_INPUT: The amount cannot be used/ },
    { inputs: { lineId: 'L', amount: 500, idempotencyKey: 'short' }, names: /BAD_INPUT: The idempotencyKey cannot be used/ },
  ])('$inputs.amount with $inputs.idempotencyKey', async ({ inputs, names: expected }) => {
    expect(told(await everywhere('TopUp', await doors.token(goodCredit), inputs))).toEqual([expect.stringMatching(expected)])
  })

  test.each<{ name: string; inputs: Inputs; field: string }>([
    { name: 'TopUp', inputs: { lineId: 'L', amount: 'ten', idempotencyKey: 'long-enough' }, field: 'amount' },
    { name: 'TopUp', inputs: { lineId: 'L', amount: 10.5, idempotencyKey: 'long-enough' }, field: 'amount' },
    { name: 'TopUp', inputs: { lineId: 'L', amount: 500 }, field: 'idempotencyKey' },
    { name: 'GetHome', inputs: { formFactor: 'HUGE' }, field: 'formFactor' },
  ])('$name $inputs names the $field', async ({ name, inputs, field }) => {
    for (const outcome of await everywhere(name, await doors.token(goodCredit), inputs)) {
      expect(outcome).toMatchObject({ code: 'BAD_INPUT', message: expect.stringContaining(field) })
    }
  })
})

test('a document that GraphQL’s limits refuse is refused here too, before a context is made', async () => {
  const now = vi.fn<() => number>(Date.now)
  const dependencies = { log: createLog('silent'), now } as Partial<Dependencies> as Dependencies
  const { trustedDocumentsDir } = loadConfig({})
  const { yoga } = await createGraphql(dependencies, { isProduction: true, trustedDocumentsDir, areOtherDocumentsAllowed: false })
  const ask = createAsk(yoga)
  const bills = doors.operation('GetBills')
  const many = Array.from({ length: documentLimits.rootFields }, (_, index) => `b${index}: bills { state }`).join(' ')

  const refused = await ask({ ...bills, document: `query GetBills { bills { state } ${many} }` }, {}, {})
  expect([refused, now.mock.calls.length]).toEqual([{ refused: expect.objectContaining({ httpStatus: 500 }) }, 0])
  await ask(bills, {}, {})
  expect(now).toHaveBeenCalledOnce()
})

type Dependencies = Parameters<typeof createGraphql>[0]
