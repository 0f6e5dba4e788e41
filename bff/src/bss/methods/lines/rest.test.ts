import { describe, expect, test } from 'vitest'
import { sendJson } from '../../../testing/back-end.ts'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'

const lines = useRestSource('lines')
const trait = (name: string, value: unknown) => ({ name, value })
const product = (id: string, changes: object = {}) => ({
  id,
  name: 'Aurora 100',
  status: 'active',
  productCharacteristic: [trait('msisdn', '3331234567')],
  ...changes,
})
const line = product('L-1', {
  status: 'Suspended ',
  startDate: '2026-11-01T00:00:00Z',
  productCharacteristic: [
    trait('MSISDN', 3331234567),
    trait('lineKind', 'Data'),
    trait('deviceType', 'tablet'),
    trait('paymentType', 'HYBRID'),
    trait('planType', 'allInclusive'),
    trait('renewalDate', '2026-12-01'),
  ],
  productPrice: { priceType: 'Recurring', price: { taxIncludedAmount: { value: '9.99', unit: 'EUR' } } },
})
const option = (id: string, status: string) =>
  product(id, {
    status,
    productOffering: { id: `OPT-${id}` },
    productRelationship: { relationshipType: 'reliesOn', product: { id: 'L-1' } },
  })

test('a line with everything, and its active options', async () => {
  expect(await lines.read([line, option('a', 'active'), option('b', 'aborted ')])).toEqual([
    {
      id: 'L-1',
      msisdn: '3331234567',
      kind: 'data',
      device: 'tablet',
      status: 'suspended',
      payment: 'hybrid',
      planName: 'Aurora 100',
      planType: 'allInclusive',
      activatedOn: '2026-11-01T00:00:00.000Z',
      renewsOn: '2026-12-01T00:00:00.000Z',
      renewalPrice: { minor: 999, currency: 'EUR' },
      options: ['OPT-a'],
    },
  ])
})

test('what comes with a line, or on its bill, is neither a line nor an option of it', async () => {
  const attached = (id: string, relationshipType: string) =>
    product(id, { productCharacteristic: [], productRelationship: [{ relationshipType, product: { id: 'L-1' } }] })
  expect(await lines.read([line, attached('D-1', 'soldWith'), attached('S-1', 'BilledOn')])).toMatchObject([{ id: 'L-1', options: [] }])
})

test('a bill without a word about payment means postpaid', async () => {
  const [billed, unbilled] = await lines.read([product('L-1', { billingAccount: { id: 'A-1' } }), product('L-2')])
  expect([billed?.payment, unbilled?.payment]).toEqual(['postpaid', 'prepaid'])
})

test('one unreadable line does not cost the others; only unreadable ones are a bad answer', async () => {
  const broken = { id: 'L-2', productCharacteristic: 'none' }
  expect(await lines.read([product('L-1'), broken])).toHaveLength(1)
  await expect(lines.read([broken])).rejects.toMatchObject(badAt('product[0].productCharacteristic[msisdn].value'))
})

test('the number that cannot be read is named by its place', () =>
  expect(lines.read([product('L-1', { productCharacteristic: [trait('iccid', '89'), trait('msisdn', {})] })])).rejects.toMatchObject(
    badAt('product[0].productCharacteristic[1].value'),
  ))

test('a customer without lines', async () => expect(await lines.read([])).toEqual([]))

test('what is no list is not "no lines"', async () => {
  await expect(lines.read(null)).rejects.toMatchObject(badAt('product'))
  await expect(lines.read([line, 'x'])).rejects.toMatchObject(badAt('product[1]'))
})

test('whatever comes is lines or a bad answer', () => lines.expectNothingElse(jsonLike([line, option('a', 'active')])))

describe('a fleet on several pages', () => {
  test('is whole', async () => {
    lines.backEnd.answer = (response, path) => {
      const offset = Number(new URL(path, 'http://x').searchParams.get('offset'))
      const items = Array.from({ length: Math.min(100, 250 - offset) }, (_, index) => product(`L-${offset + index}`))
      sendJson(response, items, 206)
    }
    expect(await lines.ask()).toHaveLength(250)
    expect(lines.backEnd.calls).toBe(3)
  })

  test('names the page of what cannot be read', async () => {
    lines.backEnd.answer = (response, path) => {
      const isFirst = path.includes('offset=0')
      sendJson(response, isFirst ? Array.from({ length: 100 }, (_, index) => ({ id: index })) : 'no page', 206)
    }
    await expect(lines.ask()).rejects.toMatchObject(badAt('product?offset=100'))
  })

  test('of a system with smaller ones is followed by its total', async () => {
    lines.backEnd.answer = (response, path) => {
      const offset = Number(new URL(path, 'http://x').searchParams.get('offset'))
      sendJson(response, [product(`L-${offset}`)], 206, { 'x-total-count': '3' })
    }
    expect(await lines.ask()).toHaveLength(3)
  })

  test('is not asked for for ever, when a system knows no offsets or its total is wrong', async () => {
    lines.backEnd.answer = (response) => sendJson(response, [product('L-1')], 206, { 'x-total-count': '99' })
    expect(await lines.ask()).toHaveLength(1)
    expect(lines.backEnd.calls).toBe(2)
    lines.backEnd.calls = 0
    lines.backEnd.answer = (response) => sendJson(response, [], 206, { 'x-total-count': '1' })
    expect(await lines.ask()).toEqual([])
    expect(lines.backEnd.calls).toBe(1)
  })
})
