import { expect, test } from 'vitest'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'

const paymentMethods = useRestSource('paymentMethods')
const method = (id: string, changes: object = {}) => ({ '@type': 'tokenizedCard', id, name: `Carta ${id}`, ...changes })

test('the preferred one first, and which of them works', async () => {
  const found = await paymentMethods.read([
    method('plain'),
    method('old', { status: 'Expired ', validFor: { endDateTime: '2026-10-31' } }),
    method('stolen', { status: 'suspended' }),
    method('best', { isPreferred: 'true', status: 'ACTIVE' }),
  ])
  expect(found.map(({ id, status, isPreferred }) => [id, status, isPreferred])).toEqual([
    ['best', 'active', true],
    ['plain', 'active', false],
    ['old', 'expired', false],
    ['stolen', 'blocked', false],
  ])
  expect(found[2]).toMatchObject({ expiresOn: '2026-10-31T00:00:00.000Z' })
})

test('nothing but its name is taken over: a number that a system sends stays there', async () => {
  const sent = method('a', {
    tokenizedCard: { lastFourDigits: '1234', brand: 'Visa' },
    cardNumber: '4111111111111111',
    authorizationCode: '7',
  })
  expect(await paymentMethods.read([sent])).toEqual([{ id: 'a', name: 'Carta a', isPreferred: false, status: 'active' }])
})

test.each<[string, object]>([
  ['paymentMethod[0].id', { id: {} }],
  ['paymentMethod[0].name', { name: undefined }],
])('%s is named when it is what cannot be read', (place, changes) =>
  expect(paymentMethods.read([method('only', changes)])).rejects.toMatchObject(badAt(place)),
)

test('whatever comes is payment methods or a bad answer', () =>
  paymentMethods.expectNothingElse(
    jsonLike([method('a', { status: 'active', isPreferred: true, validFor: { endDateTime: '2026-10-31' } }), method('b')]),
  ))
