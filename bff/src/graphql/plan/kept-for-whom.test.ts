import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { soon } from '../../http/testing/soon.ts'
import { homeDocument } from '../../testing/system.ts'
import { shortDocument, startPlannedSystem, type PlannedSystem } from './testing/planned-system.ts'

/* How much is kept of how many customers, and for whom. */

const minute = 60_000
let planned: PlannedSystem
const start = async (env: Record<string, string> = {}) => void (planned = await startPlannedSystem(env))
afterEach(() => planned.close())

describe('bounds', () => {
  const keptBytes = async () => Number(/^bff_kept_bytes (\d+)$/m.exec(await planned.system.bff.metrics.registry.metrics())?.[1])
  const customers = () => planned.system.simulator.customers.map(({ id }) => id).slice(0, 40)

  test('many customers take no more memory than is said, and the last is still known', async () => {
    await start({ HOME_CACHE_BYTES: '100000' })
    for (const customer of customers()) {
      for (const _ of ['by plan', 'kept', 'and in one piece']) await planned.ask(customer)
      expect(await keptBytes()).toBeLessThanOrEqual(100_000)
    }
    expect(await keptBytes()).toBeGreaterThan(50_000)
    expect(await planned.by(customers().at(-1) as string)).toBe('kept')
    expect(await planned.by(customers()[0] as string)).toBe('plan')
  })

  test('nothing is kept where nothing is to be', async () => {
    await start({ HOME_CACHE_BYTES: '0', TILE_CACHE_BYTES: '0' })
    await planned.ask('C-0014')
    for (const _ of ['once', 'twice']) expect(await planned.by('C-0014')).toBe('plan')
    expect(await keptBytes()).toBe(0)
  })

  test('each way of encoding it is an answer of its own, and one as true as the other', async () => {
    await start()
    const [plain, packed] = ['identity', 'gzip'].map((encoding) => ({ headers: { 'accept-encoding': encoding } }))
    for (const _ of ['by the executor', 'by plan']) await planned.ask('C-0014', plain)
    expect(await planned.by('C-0014', packed)).toBe('plan')
    for (const how of [plain, packed]) expect(await planned.by('C-0014', how)).toBe('kept')
    expect((await planned.ask('C-0014', packed)).text).toBe((await planned.ask('C-0014', plain)).text)
  })

  test('what two parts of a question hang on is asked for once when the answer is given again', async () => {
    await start()
    await expect.poll(() => planned.by('C-0014'), soon).toBe('kept')
    const hits = async () => {
      const told = await planned.system.bff.metrics.registry.metrics()
      return Number(/^bff_cache_requests_total\{(?=[^}]*method="lines")(?=[^}]*result="hit")[^}]*\} (\d+)$/m.exec(told)?.[1])
    }
    const before = await hits()
    expect(before).toBeGreaterThan(0)
    expect(await planned.by('C-0014')).toBe('kept')
    expect(await hits()).toBe(before + 1)
  })

  test('the text of a document is as good as its id', async () => {
    await start()
    await expect.poll(() => planned.by('C-0014', { body: { query: homeDocument } }), soon).toBe('kept')
  })

  test('a question that is too long to be remembered takes no room that nobody finds again', async () => {
    await start()
    await expect.poll(() => planned.by('C-0014'), soon).toBe('kept')
    const before = await keptBytes()
    const long = { variables: { nobodyAsks: 'x'.repeat(20_000) } }
    for (const _ of ['once', 'twice', 'three times']) expect(await planned.by('C-0014', long)).toBe('plan')
    expect(await keptBytes()).toBe(before)
  })
})

describe('nothing of one customer is ever given to another', () => {
  beforeEach(() => start())

  test('in whatever order they ask, about whatever line, in whatever language, on whatever device', async () => {
    await planned.publish({ balance: { t1Ms: minute, t2Ms: 60 * minute } })
    const customers = planned.system.simulator.customers.filter(({ lines }) => lines.length > 0).slice(0, 6)
    const one = fc.record({
      customer: fc.constantFrom(...customers),
      // Mostly none is named: then many customers ask the very same question.
      line: fc.option(fc.nat(3), { freq: 2, nil: undefined }),
      language: fc.constantFrom('it', 'en'),
      factor: fc.constantFrom('compact', 'expanded'),
      text: fc.constantFrom(homeDocument, shortDocument),
    })
    const round = fc.record({ together: fc.array(one, { minLength: 1, maxLength: 6 }), later: fc.constantFrom(0, 0, 1_000, minute) })
    await fc.assert(
      fc.asyncProperty(fc.array(round, { minLength: 3, maxLength: 6 }), async (rounds) => {
        for (const { together, later } of rounds) {
          planned.now += later
          await Promise.all(
            together.map(async ({ customer: { id, lines }, line, language, factor, text }) => {
              const wanted = line === undefined ? undefined : lines[line % lines.length]?.id
              const headers = { 'accept-language': language, 'x-form-factor': factor }
              const { body } = await planned.ask(id, { text, variables: { line: wanted }, headers })
              expect(body.data.me).toMatchObject({ id, lines: lines.map((own) => ({ id: own.id })) })
              expect(body.data.mosaic).toMatchObject({ line: wanted ?? lines[0]?.id, greeting: { lang: language } })
            }),
          )
        }
      }),
      { numRuns: 40 },
    )
    expect(planned.count('kept')).toBeGreaterThan(20)
  })
})
