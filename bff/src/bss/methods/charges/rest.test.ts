import { expect, test } from 'vitest'
import { sendJson } from '../../../testing/back-end.ts'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'

const charges = useRestSource('charges')
const charge = (id: string, changes: object = {}) => ({
  id,
  name: 'Piano',
  type: 'recurring',
  date: '2026-11-01',
  taxIncludedAmount: { value: 9.99, unit: 'EUR' },
  ...changes,
})
/** Answers with these accounts, and with these charges of each. */
const answer = (accounts: unknown, found: unknown) => {
  charges.backEnd.answer = (response, path) => sendJson(response, path.includes('/billingAccount') ? accounts : found)
}

test('of every account, newest first, in words a customer understands', async () => {
  answer({ id: 'A-1' }, [
    charge('plan'),
    charge('roaming', { date: '2026-11-09', type: 'Usage ', product: { id: 'L-1' } }),
    charge('game', { date: '2026-11-05', type: 'third-party', taxIncludedAmount: { value: '4.99', unit: 'EUR' } }),
    charge('once', { date: '2026-11-03', type: 'activation fee', name: undefined, product: { name: 'Attivazione' } }),
    charge('billed', { isBilled: true }),
  ])
  const found = await charges.ask()
  expect(found.map(({ id, name, type, amount, lineId }) => [id, name, type, amount.minor, lineId])).toEqual([
    ['roaming', 'Piano', 'usage', 999, 'L-1'],
    ['game', 'Piano', 'thirdParty', 499, undefined],
    ['once', 'Attivazione', 'oneTime', 999, undefined],
    ['plan', 'Piano', 'recurring', 999, undefined],
  ])
})

test('a type with the name of something every object has is none of ours', async () => {
  answer({ id: 'A-1' }, [charge('odd', { type: 'constructor' })])
  expect(await charges.ask()).toMatchObject([{ type: 'oneTime' }])
})

test('a customer without an account pays in advance: nothing waits, and nothing more is asked', async () => {
  answer([], 'never read')
  expect(await charges.ask()).toEqual([])
  expect(charges.backEnd.calls).toBe(1)
})

test.each<[string, unknown, object]>([
  ['billingAccount[0].id', [{}], {}],
  ['appliedCustomerBillingRate[0].id', [{ id: 'A' }], { id: {} }],
  ['appliedCustomerBillingRate[0].taxIncludedAmount', [{ id: 'A' }], { taxIncludedAmount: { value: 'much', unit: 'EUR' } }],
  ['appliedCustomerBillingRate[0].date', [{ id: 'A' }], { date: 'soon' }],
  ['appliedCustomerBillingRate[0].description', [{ id: 'A' }], { name: undefined }],
])('%s is named when it is what cannot be read', async (place, accounts, changes) => {
  answer(accounts, [charge('only', changes)])
  await expect(charges.ask()).rejects.toMatchObject(badAt(place))
})

test('whatever comes is charges or a bad answer', () =>
  charges.expectNothingElse(
    jsonLike([charge('a', { product: { id: 'L-1', name: 'x' } }), charge('b', { description: 'y', isBilled: false })]),
  ))
