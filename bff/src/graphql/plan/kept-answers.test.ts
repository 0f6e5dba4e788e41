import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { soon } from '../../http/testing/soon.ts'
import type { CompiledTrigger } from '../../release/compile.ts'
import { shortDocument, startPlannedSystem, type Asked, type PlannedSystem } from './testing/planned-system.ts'

/* Answers that are given again, through the whole BFF. */

const minute = 60_000
const quarter = 15 * minute
const hour = 60 * minute
const topUp = 'mutation ($input: TopUpInput!) { topUp(input: $input) { status } }'
const [prepaid, postpaid] = ['C-0014', 'C-0018']

let planned: PlannedSystem
beforeAll(async () => {
  planned = await startPlannedSystem()
})
afterAll(() => planned.close())
/** Each test begins on a day of its own, where nothing is left that could be given again. */
let day: number | undefined
beforeEach(() => {
  day = (day ?? planned.now) + 24 * hour
  planned.now = day
  simulator().reset()
})
const simulator = () => planned.system.simulator
const ask: PlannedSystem['ask'] = (...asked) => planned.ask(...asked)
const by: PlannedSystem['by'] = (...asked) => planned.by(...asked)
const publish: PlannedSystem['publish'] = (changes) => planned.publish(changes)
/** Until a customer's answer is given again. */
const kept = (customer: string, asked: Asked = {}) => expect.poll(() => by(customer, asked), soon).toBe('kept')

describe('an answer is given again', () => {
  test('to the byte, as long as nothing has changed', async () => {
    await kept(prepaid)
    const first = await ask(prepaid)
    planned.now += minute
    expect((await ask(prepaid)).text).toBe(first.text)
    expect(await by(prepaid)).toBe('kept')
  })

  test('until the page says to ask again, and not a millisecond longer', async () => {
    await kept(prepaid)
    const { expiresAt } = (await ask(prepaid)).body.data.mosaic
    planned.now = Date.parse(expiresAt) - 1
    expect(await by(prepaid)).toBe('kept')
    planned.now += 1
    expect(await by(prepaid)).toBe('plan')
  })

  test('not to a clock that has gone back', async () => {
    await kept(prepaid)
    planned.now -= 1
    expect(await by(prepaid)).toBe('plan')
  })

  test('not over a quarter of an hour', async () => {
    planned.now += quarter - 1
    await kept(prepaid)
    planned.now += 1
    expect(await by(prepaid)).toBe('plan')
  })

  test('until an answer it was made of is another: T1', async () => {
    await publish({ usage: { t1Ms: minute, t2Ms: hour } })
    await kept(prepaid)
    const fetchedAt = Date.parse(
      (await ask(prepaid)).body.data.mosaic.widgets.find(({ id }) => id === 'counters')?.freshness.fetchedAt ?? '',
    )
    planned.now = fetchedAt + minute - 1
    expect(await by(prepaid)).toBe('kept')
    planned.now += 1
    expect(await by(prepaid)).toBe('plan')
    expect(await by(prepaid)).toBe('kept')
  })

  test('not after a top-up', async () => {
    await kept(prepaid)
    const before = (await ask(prepaid)).text
    const [line] = (await ask(prepaid)).body.data.me.lines
    const input = { lineId: line?.id, amount: 1_000, idempotencyKey: `one-tap-${planned.now}` }
    expect((await ask(prepaid, { body: { query: topUp, variables: { input } } })).body.data.topUp.status).toBe('completed')
    expect(await by(prepaid)).toBe('plan')
    expect((await ask(prepaid)).text).not.toBe(before)
  })

  test('not under another policy, and not by another release that is the same', async () => {
    await kept(prepaid)
    await publish({ usage: { t1Ms: 2 * hour } })
    expect(await by(prepaid)).toBe('plan')
    expect(await by(prepaid)).toBe('kept')
    await publish({ usage: { t1Ms: 2 * hour } })
    expect(await by(prepaid)).toBe('plan')
    expect((await ask(prepaid)).body.data.mosaic.revision).toBe(String(planned.system.bff.engine.get('aurora')?.number))
  })

  test('not where a tile is stale, late or has failed', async () => {
    await publish({ usage: { t1Ms: minute, t2Ms: hour, failureMemoryMs: 0 } })
    await kept(prepaid)
    simulator().faults.set('usage', { kind: 'error', status: 500 })
    planned.now += minute
    for (const _ of ['stale', 'still']) expect(await by(prepaid)).toBe('plan')
    planned.now += hour
    for (const _ of ['failed', 'still']) expect(await by(prepaid)).toBe('plan')
    simulator().faults.clear()
    expect(await by(prepaid)).toBe('plan')
    expect(await by(prepaid)).toBe('kept')
  })

  test.each<[string, Asked]>([
    ['another language', { headers: { 'accept-language': 'en' } }],
    ['another form factor', { headers: { 'x-form-factor': 'expanded' } }],
    ['another app', { headers: { 'x-client-platform': 'ios', 'x-client-version': '5.2' } }],
    ['other variables', { variables: { formFactor: 'EXPANDED' } }],
    ['another document', { text: shortDocument }],
  ])('%s has its own', async (_, asked) => {
    await kept(prepaid)
    expect(await by(prepaid, asked)).toBe('plan')
    expect(await by(prepaid, asked)).toBe('kept')
    expect(await by(prepaid)).toBe('kept')
  })

  test('of many composed at once, all get the first', async () => {
    simulator().faults.set('usage', { kind: 'latency', ms: 150 })
    const first = ask(prepaid)
    await expect.poll(() => simulator().calls.of('usage').total, soon).toBe(1)
    planned.now += 1
    const rest = await Promise.all([ask(prepaid), ask(prepaid)])
    const { text } = await first
    expect(rest.map((answer) => answer.text)).toEqual([text, text])
    expect(await by(prepaid)).toBe('kept')
  })

  test('it asks for what is due, and no further', async () => {
    await publish({ usage: { t1Ms: minute, t2Ms: hour } })
    await kept(prepaid)
    simulator().calls.reset()
    planned.now += minute
    await by(prepaid)
    const calls = (['usage', 'balance', 'lines', 'account'] as const).map((method) => simulator().calls.of(method).total)
    expect(calls).toEqual([1, 0, 0, 0])
  })
})

test('what is told of a customer and his lines follows what is known of them, and his language', async () => {
  await publish({ lines: { t1Ms: minute, t2Ms: hour, failureMemoryMs: 0 } })
  const told = async (language = 'it') => {
    const { me } = (await ask(prepaid, { headers: { 'accept-language': language } })).body.data
    return me.lines.map(({ label }) => label)
  }
  const named = await told()
  expect(named.join()).not.toContain('Linea')
  expect(await told()).toEqual(named)
  simulator().faults.set('lines', { kind: 'error', status: 500 })
  planned.now += 2 * hour
  const numbered = named.map((_, index) => `Linea ${index + 1}`)
  for (const _ of ['failed', 'still']) expect(await told()).toEqual(numbered)
  expect(await told('en')).toEqual(named.map((_, index) => `Line ${index + 1}`))
  simulator().faults.clear()
  expect(await told()).toEqual(named)
})

describe('what the rules decided', () => {
  /** How often the rule of the content that only those in debt see is asked. */
  const asked = () => {
    const home = planned.system.bff.engine.get('aurora')?.surfaces.get('home-postpaid')
    const trigger = home?.contents.find(({ content }) => content.id === 'debt')?.trigger as CompiledTrigger
    return vi.spyOn(trigger, 'rule')
  }

  test('holds while their facts are the same, whatever else changes', async () => {
    await publish({ usage: { t1Ms: minute, t2Ms: hour }, account: { t1Ms: 3 * minute, t2Ms: hour } })
    await kept(postpaid)
    const rule = asked()
    planned.now += minute
    expect([await by(postpaid), rule.mock.calls.length]).toEqual(['plan', 0])
    planned.now += minute
    expect([await by(postpaid), rule.mock.calls.length]).toEqual(['plan', 0])
    // The account is one of them: it may say the same, but it is another answer.
    planned.now += minute
    expect([await by(postpaid), rule.mock.calls.length]).toEqual(['plan', 1])
    expect([await by(postpaid), rule.mock.calls.length]).toEqual(['kept', 1])
  })

  test('not over a quarter of an hour', async () => {
    await publish()
    await kept(postpaid)
    const rule = asked()
    planned.now += quarter
    expect([await by(postpaid), rule.mock.calls.length]).toEqual(['plan', 1])
  })

  test('not for another customer, line or device', async () => {
    await publish()
    await kept(postpaid)
    const rule = asked()
    const [, second] = (await ask(postpaid)).body.data.me.lines
    await by(postpaid, { variables: { line: second?.id } })
    await by(postpaid, { headers: { 'x-form-factor': 'medium' } })
    expect(rule).toHaveBeenCalledTimes(2)
  })

  test('a fact that changes brings another home', async () => {
    const poor = simulator().customers.find(({ lines }) => lines[0]?.payment === 'prepaid' && (lines[0].creditCents ?? 500) < 500)
    const customer = poor?.id as string
    await kept(customer)
    const tiles = async (headers = {}) => (await ask(customer, { headers })).body.data.mosaic.widgets.map(({ id }) => id)
    expect(await tiles()).toEqual(['credit', 'welcome'])
    const input = { lineId: poor?.lines[0]?.id, amount: 5_000, idempotencyKey: `one-tap-${planned.now}` }
    await ask(customer, { body: { query: topUp, variables: { input } } })
    // The first has it fetched; for the second it is there, at once, and another than before.
    expect(await tiles({ 'accept-language': 'en' })).toContain('counters')
    expect(await tiles()).toContain('counters')
  })
})
