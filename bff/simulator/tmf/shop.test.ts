import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startSimulator, type Simulator } from '../start.ts'
import { paths } from './paths.ts'

let simulator: Simulator
beforeAll(async () => void (simulator = await startSimulator({ port: 0, now: () => new Date('2026-11-22T10:00:00Z') })))
beforeEach(() => simulator.reset())
afterAll(() => simulator.close())

const ask = async (path: string, body?: object) => {
  const post = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(`${simulator.url}${path}`, post ?? {})
  return { status: response.status, body: (await response.json()) as never }
}

type Query = { id: string; state: string; recommendationItem?: { productOffering: { id: string } }[] }
async function recommendedTo(lineId: string): Promise<string[]> {
  const { body } = await ask(paths.recommendation, { recommendationItem: [{ product: { id: lineId } }] })
  return ((body as Query).recommendationItem ?? []).map(({ productOffering }) => productOffering.id)
}

test.each([
  ['who has nearly used up the data is offered more of it', 'L-0014-1', ['OPT-GIGA-20', 'OFF-FAMIGLIA', 'OFF-CASA-5G', 'OPT-EUROPA']],
  ['who pays by use is offered minutes, then a plan', 'L-0016-1', ['OPT-MINUTI', 'OFF-TUTTO-150', 'OFF-FAMIGLIA', 'OFF-CASA-5G']],
  ['who has a router is not offered another', 'L-0011-1', ['OPT-SICURA']],
  ['what a line has already is not offered again', 'L-0013-1', ['OFF-FAMIGLIA', 'OFF-CASA-5G', 'OPT-EUROPA']],
  ['who owes is offered nothing', 'L-0001-1', []],
  ['who is suspended is offered nothing', 'L-0002-1', []],
])('%s', async (_, lineId, expected) => expect(await recommendedTo(lineId)).toEqual(expected))

test('a question that takes its time is answered when it is asked for again', async () => {
  simulator.faults.set('recommendations', { kind: 'asynchronous', afterMs: 0 })
  const { body } = await ask(paths.recommendation, { recommendationItem: [{ product: { id: 'L-0014-1' } }] })
  const { id } = body as Query
  expect((await ask(`${paths.recommendation}/${id}`)).body).toMatchObject({
    id,
    state: 'done',
    recommendationItem: expect.any(Array) as [],
  })
})

test.each([{}, { recommendationItem: [] }, { recommendationItem: [{ product: { id: 'L-9999-1' } }] }])(
  '%j asks about no line',
  async (body) => expect((await ask(paths.recommendation, body)).status).toBe(400),
)

const pointsOf = async (customerId: string) =>
  ((await ask(`${paths.bucket}?usageType=other&relatedParty.id=${customerId}`)).body as object[])[0]

test('points come with time and options; companies and newcomers have none', async () => {
  expect(await pointsOf('C-0013')).toMatchObject({ name: 'Aurora Club Oro', remainingValue: { amount: 1_240, units: 'points' } })
  expect(await pointsOf('C-0005')).toBeUndefined()
  expect(await pointsOf('C-0003')).toBeUndefined()
})

test('rewards are for members', async () => {
  const rewardsOf = async (customerId: string) => (await ask(`${paths.promotion}?relatedParty.id=${customerId}`)).body as object[]
  expect(await rewardsOf('C-0013')).toHaveLength(4)
  expect(await rewardsOf('C-0005')).toEqual([])
})

test('points are no money', async () => {
  const { body } = await ask(`${paths.bucket}?usageType=monetary&relatedParty.id=C-0013`)
  expect(body).toEqual([])
})

const usageOf = (searchCriteria: object) => ask(paths.usage, { searchCriteria })

test('the use of a fleet comes in one answer', async () => {
  const { body } = await usageOf({ relatedParty: [{ id: 'C-0017', '@referredType': 'Customer' }] })
  const { usageConsumption } = body as { usageConsumption: { product: { id: string }[] }[] }
  expect(new Set(usageConsumption.flatMap(({ product }) => product.map(({ id }) => id))).size).toBe(75)
  expect(simulator.calls.of('overview').total).toBe(1)
  expect(simulator.calls.of('usage').total).toBe(0)
})

test('the credit of a family comes in one answer, with what was topped up since', async () => {
  const creditOf = async () => (await ask(`${paths.accumulatedBalance}?relatedParty.id=C-0018`)).body as object[]
  expect(await creditOf()).toMatchObject([{ product: [{ id: 'L-0018-3' }], totalBalance: { amount: 2.5, units: 'EUR' } }])
  await ask(paths.topupBalance, {
    amount: { amount: 10, units: 'EUR' },
    usageType: 'monetary',
    bucket: { id: 'B-L-0018-3' },
    partyAccount: { id: 'PA-0018' },
  })
  expect(await creditOf()).toMatchObject([{ totalBalance: { amount: 12.5 } }])
})

test.each([{}, { product: [{ id: 'L-0014-1' }], relatedParty: [{ id: 'C-0014' }] }, { relatedParty: [{ id: 'C-9999' }] }])(
  '%j asks about nobody, or about too much',
  async (criteria) => expect((await usageOf(criteria)).status).toBe(400),
)
