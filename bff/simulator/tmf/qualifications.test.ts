import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startSimulator, type Simulator } from '../start.ts'
import { paths } from './paths.ts'

let simulator: Simulator
beforeAll(async () => void (simulator = await startSimulator({ port: 0, now: () => new Date('2026-11-22T10:00:00Z') })))
beforeEach(() => simulator.reset())
afterAll(() => simulator.close())

type Item = { productOffering: { id: string }; qualificationItemResult: string; eligibilityUnavailabilityReason?: { code: string }[] }
type Query = { id: string; state: string; productOfferingQualificationItem?: Item[] }

const ask = async (path: string, body?: object) => {
  const post = body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  const response = await fetch(`${simulator.url}${path}`, post ?? {})
  return { status: response.status, body: (await response.json()) as Query }
}
const bodyFor = (lineId: string, changes: object = {}) => ({
  provideUnavailabilityReason: true,
  productOfferingQualificationItem: [
    { id: '1', product: { productRelationship: [{ relationshipType: 'reliesOn', product: { id: lineId } }] } },
  ],
  ...changes,
})
async function obstacles(lineId: string): Promise<Record<string, string | undefined>> {
  const { body } = await ask(paths.qualification, bodyFor(lineId))
  const items = body.productOfferingQualificationItem ?? []
  const found = items.filter(({ qualificationItemResult }) => qualificationItemResult === 'unqualified')
  return Object.fromEntries(found.map((item) => [item.productOffering.id, item.eligibilityUnavailabilityReason?.[0]?.code]))
}
const lineWhere = (isIt: (line: Simulator['customers'][number]['lines'][number], segment: string) => boolean) => {
  const found = simulator.customers.flatMap(({ lines, segment }) => lines.filter((line) => isIt(line, segment)))[0]
  if (!found) throw new Error('No such line')
  return found.id
}
const isOld = ({ activatedOn, status }: { activatedOn: Date; status: string }) =>
  status === 'active' && activatedOn < new Date('2026-01-01T00:00:00Z')

test('a plan without limits is sold no more of it, and everything else', async () => {
  const line = lineWhere((one, segment) => isOld(one) && segment === 'consumer' && one.kind === 'voice' && one.planType === 'allInclusive')
  expect(await obstacles(line)).toEqual({ 'OPT-MINUTI': 'includedInPlan', 'OPT-SMS': 'includedInPlan', 'OFF-BIZ-UFFICIO': 'forBusiness' })
})

test('a router needs no minutes and does not travel; data without limits need no more data', async () => {
  const line = lineWhere(
    (one, segment) => isOld(one) && segment === 'consumer' && one.device === 'router' && one.planType === 'allInclusive',
  )
  const notForDevice = ['OPT-MINUTI', 'OPT-SMS', 'OPT-SEGRETERIA', 'OPT-EUROPA', 'OPT-MONDO', 'OFF-ESIM']
  expect(await obstacles(line)).toEqual({
    ...Object.fromEntries(notForDevice.map((id) => [id, 'notForDevice'])),
    'OPT-GIGA-20': 'includedInPlan',
    'OPT-GIGA-WEEKEND': 'includedInPlan',
    'OFF-BIZ-UFFICIO': 'forBusiness',
  })
})

test('a line that is new pays nothing in instalments, a tablet calls nobody, a company buys what is for companies', async () => {
  const young = lineWhere((one) => one.status === 'active' && one.activatedOn > new Date('2026-10-01T00:00:00Z'))
  expect(await obstacles(young)).toMatchObject({ 'OFF-SMARTPHONE': 'lineTooNew', 'OFF-TABLET': 'lineTooNew' })
  const tablet = lineWhere((one) => isOld(one) && one.kind === 'data' && one.device === 'tablet')
  expect(await obstacles(tablet)).toMatchObject({ 'OPT-MINUTI': 'dataOnly', 'OPT-SMS': 'dataOnly', 'OPT-SEGRETERIA': 'dataOnly' })
  const company = lineWhere((one, segment) => isOld(one) && segment === 'business')
  expect(await obstacles(company)).toMatchObject({ 'OFF-FAMIGLIA': 'forConsumers' })
  expect(await obstacles(company)).not.toHaveProperty('OFF-BIZ-UFFICIO')
})

test('a line that is suspended can have nothing', async () => {
  const line = lineWhere(({ status }) => status === 'suspended')
  expect(new Set(Object.values(await obstacles(line)))).toEqual(new Set(['lineNotActive']))
})

test('whoever wants no reasons gets none, and whoever wants only what can be had gets that', async () => {
  const itemsOf = async (changes: object) =>
    (await ask(paths.qualification, bodyFor('L-0011-1', changes))).body.productOfferingQualificationItem ?? []
  const bare = await itemsOf({ provideUnavailabilityReason: false })
  expect(bare.some(({ qualificationItemResult }) => qualificationItemResult === 'unqualified')).toBe(true)
  expect(bare.flatMap(({ eligibilityUnavailabilityReason }) => eligibilityUnavailabilityReason ?? [])).toEqual([])
  const available = await itemsOf({ provideOnlyAvailable: true })
  expect(new Set(available.map(({ qualificationItemResult }) => qualificationItemResult))).toEqual(new Set(['qualified']))
  expect(available.length).toBeLessThan(bare.length)
})

test('a question that takes its time is answered when it is asked for again, and changes nothing', async () => {
  simulator.faults.set('eligibility', { kind: 'asynchronous', afterMs: 0 })
  const { body, status } = await ask(paths.qualification, bodyFor('L-0014-1'))
  expect(status).toBe(201)
  expect((await ask(`${paths.qualification}/${body.id}`)).body).toMatchObject({ id: body.id, state: 'done' })
})

test.each([
  {},
  { productOfferingQualificationItem: [] },
  { productOfferingQualificationItem: [{ id: '1', product: { id: 'L-0014-1' } }] },
  bodyFor('L-9999-1'),
])('%j asks about no line', async (body) => expect((await ask(paths.qualification, body)).status).toBe(400))
