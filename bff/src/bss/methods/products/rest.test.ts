import { expect, test } from 'vitest'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'

const products = useRestSource('products')
const trait = (name: string, value: unknown) => ({ name, value })
const price = (type: string, value: unknown) => ({ priceType: type, price: { taxIncludedAmount: { value, unit: 'EUR' } } })
const product = (changes: object = {}) => ({
  id: 'O-1',
  name: 'Extra Giga 20',
  status: 'active',
  productRelationship: { relationshipType: 'reliesOn', product: { id: 'L-1' } },
  ...changes,
})
const device = product({
  id: 'D-1',
  name: 'A telephone',
  status: 'Active ',
  startDate: '2025-01-10T09:00:00Z',
  productOffering: { id: 'OFF-PHONE' },
  productPrice: [price('oneTime', 49), price('Recurring', '12.50')],
  productCharacteristic: [
    trait('ProductKind', 'device'),
    trait('instalments', '24'),
    trait('instalmentsPaid', 14),
    trait('expiryDate', '2027-01-10'),
  ],
})

test('a device with everything', async () => {
  expect(await products.read([device])).toEqual([
    {
      id: 'D-1',
      name: 'A telephone',
      category: 'device',
      status: 'active',
      recurring: true,
      offeringId: 'OFF-PHONE',
      price: { minor: 1_250, currency: 'EUR' },
      activatedOn: '2025-01-10T09:00:00.000Z',
      endsOn: '2027-01-10T00:00:00.000Z',
      instalments: { paid: 14, of: 24 },
    },
  ])
})

test.each([
  ['pendingActive', 'turningOn'],
  ['created', 'turningOn'],
  ['pendingTerminate', 'turningOff'],
  ['suspended', 'suspended'],
  ['terminated', 'off'],
  ['aborted ', 'off'],
  ['something new', 'active'],
])('%s is %s', async (status, expected) => {
  expect(await products.read([product({ status })])).toMatchObject([{ status: expected }])
})

test('what says nothing about itself is an option with a price of its own', async () => {
  expect(await products.read([product({ productPrice: price('oneTime', 2.99) })])).toMatchObject([
    { category: 'option', recurring: false, price: { minor: 299, currency: 'EUR' } },
  ])
})

test('the provider of a service of others', async () => {
  const traits = [trait('productKind', 'thirdParty'), trait('provider', 'Sonora')]
  expect(await products.read([product({ productCharacteristic: traits })])).toMatchObject([{ category: 'thirdParty', provider: 'Sonora' }])
})

test('instalments that make no sense are not told', async () => {
  const traits = [trait('instalments', 0), trait('instalmentsPaid', 3)]
  expect((await products.read([product({ productCharacteristic: traits })]))[0]).not.toHaveProperty('instalments')
})

test('a system that does not know the filter tells of other lines: they are left out', async () => {
  const foreign = product({ id: 'O-2', productRelationship: [{ relationshipType: 'reliesOn', product: { id: 'L-2' } }] })
  expect(await products.read([foreign, product(), { id: 'L-1', name: 'The line itself' }])).toMatchObject([{ id: 'O-1' }])
  expect(await products.read([])).toEqual([])
})

test('one unreadable product does not cost the others; only unreadable ones are a bad answer', async () => {
  expect(await products.read([product({ id: {} }), product()])).toHaveLength(1)
  await expect(products.read([product({ id: {} })])).rejects.toMatchObject(badAt('product[0].id'))
  await expect(products.read(null)).rejects.toMatchObject(badAt('product'))
})

test('whatever comes is products or a bad answer', () => products.expectNothingElse(jsonLike([device, product()])))
