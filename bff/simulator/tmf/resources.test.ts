import { Type } from 'typebox'
import { Value } from 'typebox/value'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startSimulator, type Simulator } from '../start.ts'
import { paths } from './paths.ts'

/** TMF639 v4 LogicalResource, as much as this operator tells of it, and nothing beside. */
const strict = { additionalProperties: false }
const Ref = Type.Object(
  { id: Type.String(), href: Type.String(), name: Type.String(), role: Type.Optional(Type.String()), '@referredType': Type.String() },
  strict,
)
const LogicalResource = Type.Object(
  {
    id: Type.String(),
    href: Type.String(),
    category: Type.Literal('SIM'),
    name: Type.String(),
    value: Type.String({ pattern: '^\\d{19,20}$' }),
    administrativeState: Type.Union([Type.Literal('locked'), Type.Literal('unlocked'), Type.Literal('shutdown')]),
    operationalState: Type.Union([Type.Literal('enable'), Type.Literal('disable')]),
    resourceStatus: Type.Union([Type.Literal('available'), Type.Literal('reserved'), Type.Literal('standby')]),
    startOperatingDate: Type.String({ format: 'date-time' }),
    resourceCharacteristic: Type.Array(
      Type.Object({ name: Type.String(), valueType: Type.Literal('string'), value: Type.String({ pattern: '^\\d{8}$' }) }, strict),
    ),
    relatedParty: Type.Array(Ref),
    resourceRelationship: Type.Array(Type.Object({ relationshipType: Type.String(), resource: Ref }, strict)),
    '@type': Type.Literal('LogicalResource'),
    '@baseType': Type.Literal('Resource'),
  },
  strict,
)

let simulator: Simulator
let clock = new Date('2026-05-01T10:00:00Z')
beforeAll(async () => {
  simulator = await startSimulator({ port: 0, now: () => clock })
})
beforeEach(() => {
  clock = new Date('2026-05-01T10:00:00Z')
  simulator.reset()
})
afterAll(() => simulator.close())

const get = async (path: string) => {
  const response = await fetch(`${simulator.url}${path}`)
  return { status: response.status, json: (await response.json()) as Record<string, unknown>[] }
}
const ofLine = (lineId: string) => get(`${paths.resource}?category=SIM&resourceRelationship.resource.id=${lineId}`)
const codes = ({ json }: Awaited<ReturnType<typeof get>>) => JSON.stringify(json[0]?.['resourceCharacteristic'])

test('the SIM of a line keeps to the contract, whatever line it is; every one has codes of its own', async () => {
  const lines = simulator.customers.slice(0, 60).flatMap((customer) => customer.lines)
  const seen = new Set<string>()
  for (const { id } of lines) {
    const answer = await ofLine(id)
    expect([...Value.Errors(Type.Array(LogicalResource, { minItems: 1, maxItems: 1 }), answer.json)]).toEqual([])
    expect(JSON.stringify(answer.json)).toContain(id)
    seen.add(codes(answer))
  }
  expect(seen.size).toBe(lines.length)
  const single = (await get(`${paths.resource}/SIM-L-0014-1`)).json
  expect([...Value.Errors(LogicalResource, single)]).toEqual([])
})

test.each(['', '?category=SIM', '?resourceRelationship.resource.id=L-0014-1,L-0009-1'])(
  'nobody is told the codes of all: %s',
  async (query) => {
    expect((await get(`${paths.resource}${query}`)).status).toBe(400)
  },
)

test('a line that is not there has none', async () => expect((await ofLine('L-9999-1')).json).toEqual([]))

test('every look is noted, without the codes', async () => {
  const looked = await ofLine('L-0014-1')
  await ofLine('L-9999-1')
  const { json } = await get('/_simulator/accesses')
  expect(json).toEqual([{ at: '2026-05-01T10:00:00.000Z', lineId: 'L-0014-1' }])
  expect(JSON.stringify(json)).not.toContain(codes(looked).slice(-12, -4))
})

test('a SIM that is replaced has another number and other codes, once the new one is there', async () => {
  const order = {
    category: 'sim',
    productOrderItem: [
      {
        id: '1',
        action: 'modify',
        product: {
          productRelationship: [{ relationshipType: 'reliesOn', product: { id: 'L-0009-1' } }],
          productCharacteristic: [
            { name: 'simForm', value: 'eSIM' },
            { name: 'replacementReason', value: 'lost' },
          ],
        },
      },
    ],
  }
  const post = async (body: object) =>
    (await fetch(`${simulator.url}${paths.productOrder}`, { method: 'POST', body: JSON.stringify(body), headers })).status
  const headers = { 'content-type': 'application/json' }
  const before = await ofLine('L-0009-1')
  expect(await post(order)).toBe(201)
  expect(await ofLine('L-0009-1')).toEqual(before)
  expect(JSON.stringify((await get(`${paths.product}/L-0009-1`)).json)).toContain('"replacing"')
  // One at a time.
  expect(await post(order)).toBe(409)
  clock = new Date(clock.getTime() + 15_000)
  const after = await ofLine('L-0009-1')
  expect(after.json[0]).toMatchObject({ name: 'eSIM', resourceStatus: 'reserved' })
  expect(after.json[0]?.['value']).not.toBe(before.json[0]?.['value'])
  expect(codes(after)).not.toBe(codes(before))
  const [item] = order.productOrderItem
  for (const wrong of [
    { ...order, category: 'option' },
    { ...order, productOrderItem: [{ ...item, product: { ...item?.product, productCharacteristic: [] } }] },
  ]) {
    expect(await post(wrong)).toBe(400)
  }
})
