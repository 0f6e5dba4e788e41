import { expect, test } from 'vitest'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'

const customer = useRestSource('customer')
const body = {
  id: 'C-1',
  status: 'Active ',
  engagedParty: { '@referredType': 'Organization' },
  validFor: { startDateTime: '2019-07-03 T04:00' },
}

test('an organization is business', async () => {
  expect(await customer.read(body)).toEqual({ id: 'C-1', segment: 'business', status: 'active', since: '2019-07-03T04:00:00.000Z' })
})

test('what the contract leaves open may be missing', async () => {
  expect(await customer.read({ id: 1 })).toEqual({ id: '1', segment: 'consumer', status: 'unknown' })
})

test.each([[{ error: 'no' }], [{ id: [1] }], [[body]], ['none'], [null]])('without an id it is no customer: %j', (wrong) =>
  expect(customer.read(wrong)).rejects.toMatchObject(badAt('customer.id')),
)

test('whatever comes is a customer or a bad answer', () => customer.expectNothingElse(jsonLike(body)))
