import { expect, test } from 'vitest'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'

const spendingLimit = useRestSource('spendingLimit')
const account = (value: unknown, id = 'A') => ({ id, creditLimit: { value, unit: 'EUR' } })

test.each<[string, unknown, object]>([
  ['one account', account('150.00'), { limit: { minor: 15_000, currency: 'EUR' } }],
  ['several add up', [account(100), account(50.5, 'B')], { limit: { minor: 15_050, currency: 'EUR' } }],
  ['one without a limit is no limit', [account(100), { id: 'B' }], {}],
  ['a limit of nothing is none', account(0), {}],
  ['other currencies do not add up', [account(100), { id: 'B', creditLimit: { value: 1, unit: 'USD' } }], {}],
  ['no account', [], {}],
])('%s', async (_, body, expected) => expect(await spendingLimit.read(body)).toEqual(expected))

test.each<[string, unknown]>([
  ['billingAccount[0].creditLimit', [account('much')]],
  ['billingAccount[0].id', [{ creditLimit: { value: 1, unit: 'EUR' } }]],
])('%s is named when it is what cannot be read', (place, body) => expect(spendingLimit.read(body)).rejects.toMatchObject(badAt(place)))

test('whatever comes is a limit or a bad answer', () => spendingLimit.expectNothingElse(jsonLike([account('150.00'), account(2, 'B')])))
