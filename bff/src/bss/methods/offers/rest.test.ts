import { expect, test } from 'vitest'
import { sendJson } from '../../../testing/back-end.ts'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'

const offers = useRestSource('offers')
const price = (priceType: string, amount: object) => [{ priceType, price: amount }]
const body = [
  {
    id: 'O-1',
    name: 'Giga',
    lifecycleStatus: 'Active ',
    productOfferingPrice: price('recurring', { taxIncludedAmount: { value: 4.99, unit: 'EUR' } }),
  },
  { id: 'O-2', name: 'eSIM', lifecycleStatus: 'active', productOfferingPrice: price('oneTime', { value: '5', unit: 'EUR' }) },
  { id: 'O-3', name: 'Old', lifecycleStatus: 'Retired' },
]

test('what is on sale, with its price wherever it stands', async () => {
  expect(await offers.read(body)).toEqual([
    { id: 'O-1', name: 'Giga', recurring: true, price: { minor: 499, currency: 'EUR' } },
    { id: 'O-2', name: 'eSIM', recurring: false, price: { minor: 500, currency: 'EUR' } },
  ])
})

test.each([
  [{ id: 'CAT-OPTION', name: 'Opzioni' }, 'option'],
  [[{ id: '12' }, { id: '7', name: 'Tariff plans' }], 'plan'],
  [[{ id: '3', name: 'Dispositivi' }], 'device'],
  [[{ id: '4', name: 'Gift cards' }], undefined],
  ['option', undefined],
])('the category %j is %s', async (category, expected) => {
  expect((await offers.read([{ ...body[0], category }]))[0]?.category).toBe(expected)
})

test('the catalogue is everybody’s, unless a policy makes it the customer’s: then the system is told whose', async () => {
  const asked: (string | null)[] = []
  offers.backEnd.answer = (response, path) => {
    asked.push(new URL(path, 'http://x').searchParams.get('relatedParty.id'))
    sendJson(response, body)
  }
  await offers.ask({})
  await offers.ask({ customerId: 'C 1' })
  expect(asked).toEqual([null, 'C 1'])
})

test('one unreadable offering does not cost the others; of only unreadable ones the first is named', async () => {
  expect(await offers.read([body[0], { id: 'O-4' }])).toHaveLength(1)
  await expect(offers.read([{ id: 'O-4' }, {}])).rejects.toMatchObject(badAt('productOffering[0].name'))
})

test('whatever comes is offerings or a bad answer', () => offers.expectNothingElse(jsonLike(body)))
