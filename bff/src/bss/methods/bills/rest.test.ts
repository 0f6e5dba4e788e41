import { expect, test } from 'vitest'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'

const bills = useRestSource('bills')
const bill = (id: string, changes: object = {}) => ({ id, billDate: '2026-11-01', amountDue: { value: 20, unit: 'EUR' }, ...changes })

test('newest first, with the state a customer understands', async () => {
  const body = [
    bill('paid', { billDate: '2026-08-01', state: 'Settled' }),
    bill('overdue', {
      billDate: '2026-09-01',
      state: 'sent',
      remainingAmount: { value: '5', unit: 'EUR' },
      paymentDueDate: '2026-09-20',
    }),
    bill('issued', { state: 'sent', paymentDueDate: '2026-12-01' }),
    bill('draft', { state: 'onHold' }),
    bill('settled in fact', { billDate: '2026-07-01', state: 'sent', remainingAmount: { value: 0, unit: 'EUR' } }),
  ]
  const found = await bills.read(body)
  expect(found.map(({ id, state, remaining }) => [id, state, remaining.minor])).toEqual([
    ['issued', 'issued', 2_000],
    ['overdue', 'overdue', 500],
    ['paid', 'paid', 0],
    ['settled in fact', 'paid', 0],
  ])
})

test('a single object is one bill', async () => expect(await bills.read(bill('only'))).toHaveLength(1))

test('one unreadable bill does not cost the others', async () =>
  expect(await bills.read([bill('good'), bill('bad', { amountDue: 'much' })])).toHaveLength(1))

test.each<[string, object]>([
  ['customerBill[0].id', { id: {} }],
  ['customerBill[0].amountDue', { amountDue: { value: 'much', unit: 'EUR' } }],
  ['customerBill[0].billDate', { billDate: '31/12/2026' }],
])('%s is named when it is what cannot be read', (place, changes) =>
  expect(bills.read([bill('only', changes)])).rejects.toMatchObject(badAt(place)),
)

test('whatever comes is bills or a bad answer', () =>
  bills.expectNothingElse(
    jsonLike([
      bill('a', { billNo: '7', state: 'sent', remainingAmount: { value: '5', unit: 'EUR' }, paymentDueDate: '2026-09-20' }),
      bill('b', { lastUpdate: '2026-11-01T10:00:00Z', taxIncludedAmount: { value: 1, unit: 'EUR' } }),
    ]),
  ))
