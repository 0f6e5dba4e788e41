import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startSimulator, type Simulator } from '../start.ts'
import { createContract, hasContracts } from '../testing/contract.ts'
import { createOrders } from '../state/orders.ts'
import { paths } from './paths.ts'

type Item = Record<string, unknown>

describe('an order', () => {
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

  const line = (id = 'L-0013-1') => ({ productRelationship: [{ relationshipType: 'reliesOn', product: { id } }] })
  const add = (offeringId: unknown, lineId?: string, changes: object = {}) => ({
    externalId: 'a key',
    category: 'option',
    productOrderItem: [{ id: '1', action: 'add', productOffering: { id: offeringId }, product: line(lineId) }],
    ...changes,
  })
  const remove = (productId: unknown, lineId?: string) => ({
    productOrderItem: [{ id: '1', action: 'delete', product: { id: productId, ...line(lineId) } }],
  })
  const post = async (content: unknown, key?: string) => {
    const response = await fetch(`${simulator.url}${paths.productOrder}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) },
      body: JSON.stringify(content),
    })
    return { status: response.status, headers: response.headers, json: (await response.json()) as Item }
  }
  const get = async (path: string) => (await (await fetch(`${simulator.url}${path}`)).json()) as Item[]
  const productsOf = async (lineId = 'L-0013-1') => {
    const products = await get(`${paths.product}?productRelationship.product.id=${lineId}`)
    return Object.fromEntries(products.map(({ productOffering, status }) => [(productOffering as Item | undefined)?.id, status]))
  }
  const countersOf = async (lineId: string) => {
    const response = await fetch(`${simulator.url}${paths.usage}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ searchCriteria: { product: [{ id: lineId }] } }),
    })
    const { usageConsumption } = (await response.json()) as { usageConsumption: { bucketRefOrValue: { name: string }[] }[] }
    return usageConsumption[0]?.bucketRefOrValue.map(({ name }) => name)
  }
  const later = (ms: number) => void (clock = new Date(clock.getTime() + ms))

  test('to turn an option on is taken, worked on, done; then the line has it and its counter', async () => {
    expect(await productsOf('L-0014-1')).toEqual({})
    const { status, headers, json } = await post(add('OPT-GIGA-20', 'L-0014-1'))
    expect(status).toBe(201)
    expect(json).toMatchObject({ state: 'acknowledged', externalId: 'a key', productOrderItem: [{ action: 'add', state: 'acknowledged' }] })
    expect(json).not.toHaveProperty('completionDate')
    expect(await productsOf('L-0014-1')).toEqual({ 'OPT-GIGA-20': 'pendingActive' })
    later(1_500)
    expect(await (await fetch(headers.get('location') ?? '')).json()).toMatchObject({ state: 'inProgress' })
    const before = await countersOf('L-0014-1')
    later(2_500)
    expect(await productsOf('L-0014-1')).toEqual({ 'OPT-GIGA-20': 'active' })
    expect(await (await fetch(headers.get('location') ?? '')).json()).toMatchObject({
      state: 'completed',
      completionDate: '2026-05-01T10:00:04.000Z',
    })
    expect(await countersOf('L-0014-1')).toEqual([...(before ?? []), 'Giga Extra Giga 20'])
  })

  test('to turn one off takes it and its counter away, tells that it was there, and it can be turned on again', async () => {
    simulator.faults.set('switchOption', { kind: 'asynchronous', afterMs: 0 })
    expect(await countersOf('L-0013-1')).toContain('Giga Extra Giga 20')
    expect((await post(remove('L-0013-1-O1'))).json).toMatchObject({ state: 'completed' })
    expect(await productsOf()).toMatchObject({ 'OPT-GIGA-20': 'terminated', 'OPT-SICURA': 'active' })
    expect(await countersOf('L-0013-1')).not.toContain('Giga Extra Giga 20')
    expect((await post(add('OPT-GIGA-20'))).status).toBe(201)
    expect(await productsOf()).toMatchObject({ 'OPT-GIGA-20': 'active' })
    expect(await countersOf('L-0013-1')).toContain('Giga Extra Giga 20')
  })

  test('for what the line cannot have is refused', async () => {
    expect(await post(add('OPT-MINUTI'))).toMatchObject({
      status: 409,
      json: { message: expect.stringContaining('includedInPlan') as string },
    })
    expect(await productsOf()).not.toHaveProperty('OPT-MINUTI')
  })

  test('that fails changes nothing', async () => {
    simulator.faults.set('switchOption', { kind: 'asynchronous', afterMs: 0, outcome: 'failed' })
    expect((await post(remove('L-0013-1-O1'))).json).toMatchObject({ state: 'failed' })
    expect((await post(add('OPT-SEGRETERIA'))).json).toMatchObject({ state: 'failed' })
    expect(await productsOf()).toMatchObject({ 'OPT-GIGA-20': 'active' })
    expect(await productsOf()).not.toHaveProperty('OPT-SEGRETERIA')
  })

  test('is made once per key, also when many ask at the same time, and a key is for one order', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => post(add('OPT-SEGRETERIA'), 'one-key')))
    expect(new Set(answers.map(({ json }) => json.id)).size).toBe(1)
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')).toHaveLength(7)
    expect((await post(add('OPT-MONDO'), 'one-key')).status).toBe(409)
    expect((await post(add('OPT-MONDO'), 'k'.repeat(129))).status).toBe(400)
  })

  test('is made once per external id too, where there is no key', async () => {
    const [first, again] = [await post(add('OPT-SEGRETERIA')), await post(add('OPT-SEGRETERIA'))]
    expect(again.json.id).toBe(first.json.id)
    expect((await post(add('OPT-MONDO'))).status).toBe(409)
  })

  test('whose answer was lost was still made, and asking again with the key is the same order', async () => {
    simulator.faults.set('switchOption', { kind: 'reset', afterHandling: true, times: 1 })
    await expect(post(add('OPT-SEGRETERIA'), 'lost')).rejects.toThrow(TypeError)
    expect(await productsOf()).toMatchObject({ 'OPT-SEGRETERIA': 'pendingActive' })
    expect((await post(add('OPT-SEGRETERIA'), 'lost')).status).toBe(201)
    const placed = await get(`${paths.productOrder}?relatedParty.id=C-0013`)
    expect(placed.map(({ id }) => id)).toEqual([expect.stringMatching(/^PO-N/), 'PO-0013-1'])
  })

  test('of an offer counts as a purchase; a device comes in instalments', async () => {
    simulator.faults.set('buyOffer', { kind: 'asynchronous', afterMs: 0 })
    expect((await post(add('OFF-SMARTPHONE', 'L-0014-1', { category: 'offer' }))).json).toMatchObject({
      category: 'offer',
      state: 'completed',
    })
    expect(await productsOf('L-0014-1')).toEqual({ 'OFF-SMARTPHONE': 'active' })
    expect([simulator.calls.of('buyOffer').total, simulator.calls.of('switchOption').total]).toEqual([1, 0])
  })

  test.each([
    ['an unknown offering', add('OPT-NOTHING'), 400, 'no offering'],
    ['an unknown line', add('OPT-SMS', 'L-9999-1'), 400, 'no line'],
    ['an option the line has', add('OPT-GIGA-20'), 409, 'already has'],
    ['a product of another line', remove('L-0014-1-O1'), 400, 'no product'],
    ['a product that is off', remove('L-0013-1-X1'), 409, 'off already'],
    ['a device that is being paid', remove('L-0013-1-D1'), 409, 'instalments'],
    ['a suspended line', add('OPT-SMS', 'L-0002-1'), 409, 'suspended'],
    ['two things', { productOrderItem: [...remove('a').productOrderItem, ...remove('b').productOrderItem] }, 400, 'productOrderItem'],
    ['nothing', {}, 400, 'productOrderItem'],
  ])('of %s is refused with a reason', async (_, content, status, reason) => {
    const refused = await post(content)
    expect(refused.status).toBe(status)
    expect(String(refused.json.message)).toContain(reason)
  })

  test('is forgotten by a reset, with what it changed', async () => {
    await post(add('OPT-SEGRETERIA'), 'k')
    simulator.reset()
    expect(await productsOf()).not.toHaveProperty('OPT-SEGRETERIA')
    expect((await post(add('OPT-MONDO'), 'k')).status).toBe(201)
  })

  test.skipIf(!hasContracts)('keeps to the contract in every state', async () => {
    const contract = createContract('TMF622')
    const placed = await post(add('OPT-SEGRETERIA'))
    for (const ms of [0, 2_000, 4_000]) {
      later(ms)
      const order = await (await fetch(placed.headers.get('location') ?? '')).json()
      expect(contract.problems('ProductOrder', order)).toEqual([])
    }
  })
})

test('of the orders the newest are kept', () => {
  const orders = createOrders(() => new Date('2026-05-01T10:00:00Z'))
  const request = { customerId: 'C-1', lineId: 'L-1', category: 'option', item: { action: 'add', name: 'SMS' } } as const
  const first = orders.place(request)
  for (let count = 0; count < 10_000; count++) orders.place(request)
  expect(orders.find(first.id)).toBeUndefined()
  expect(orders.of('C-1')).toHaveLength(10_000)
})
