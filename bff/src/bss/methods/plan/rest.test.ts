import { expect, test } from 'vitest'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'

const plan = useRestSource('plan')
const trait = (name: string, value: unknown) => ({ name, value })
const price = (type: string, value: unknown) => ({ priceType: type, price: { taxIncludedAmount: { value, unit: 'EUR' } } })
const term = (start: string, end: string) => ({ name: '24 months', validFor: { startDateTime: start, endDateTime: end } })
const product = {
  id: 'L-1',
  name: 'Aurora 150',
  status: 'Suspended ',
  productCharacteristic: [
    trait('includedData', '150000'),
    trait('IncludedVoice', 'Unlimited'),
    trait('includedSms', 0),
    trait('renewalDate', '2026-12-01'),
  ],
  productPrice: [price('penalty', 49), price('recurring', '9.99')],
  productTerm: [term('2025-01-10T00:00:00Z', '2027-01-10T00:00:00Z'), term('2020-01-01T00:00:00Z', '2022-01-01T00:00:00Z')],
}

test('a plan with everything: what is in it, what it costs, what binds it longest', async () => {
  expect(await plan.read(product)).toEqual({
    id: 'L-1',
    name: 'Aurora 150',
    status: 'suspended',
    allowances: [{ type: 'data', amount: 150_000 }, { type: 'voice' }],
    price: { minor: 999, currency: 'EUR' },
    renewsOn: '2026-12-01T00:00:00.000Z',
    contract: { startsOn: '2025-01-10T00:00:00.000Z', endsOn: '2027-01-10T00:00:00.000Z', penalty: { minor: 4_900, currency: 'EUR' } },
  })
})

test('a bare plan; a term without its dates, or one that ends before it begins, binds nobody', async () => {
  const terms = [{ name: '24 months' }, term('2027-01-01T00:00:00Z', '2026-01-01T00:00:00Z')]
  expect(await plan.read({ id: 'L-1', productTerm: terms })).toEqual({ id: 'L-1', name: 'L-1', status: 'active', allowances: [] })
})

test('what is no product is a bad answer', async () => {
  await expect(plan.read([product, product])).rejects.toMatchObject(badAt('product.id'))
  await expect(plan.read({})).rejects.toMatchObject(badAt('product.id'))
})

test('whatever comes is a plan or a bad answer', () => plan.expectNothingElse(jsonLike(product)))
