import { expect, test } from 'vitest'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'

const payments = useRestSource('payments')
const payment = (id: string, changes: object = {}) => ({
  id,
  status: 'done',
  paymentDate: '2026-11-01',
  totalAmount: { value: 20, unit: 'EUR' },
  ...changes,
})

test('newest first, with what became of them and the bill they were for', async () => {
  const found = await payments.read([
    payment('old', { status: 'Completed ' }),
    payment('new', { paymentDate: '2026-11-20', status: 'accepted', paymentItem: { item: { id: 'B-1' } } }),
    payment('refused', { paymentDate: undefined, statusDate: '2026-11-10', status: 'declined', paymentItem: [{ item: { id: 'B-2' } }] }),
  ])
  expect(found.map(({ id, status, billId }) => [id, status, billId])).toEqual([
    ['new', 'pending', 'B-1'],
    ['refused', 'failed', 'B-2'],
    ['old', 'done', undefined],
  ])
})

test('of many, the newest twenty', async () => {
  const many = Array.from({ length: 28 }, (_, day) =>
    payment(`P-${day + 1}`, { paymentDate: `2026-10-${String(day + 1).padStart(2, '0')}` }),
  )
  const found = await payments.read(many)
  expect(found.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, index) => `P-${28 - index}`))
})

test.each<[string, object]>([
  ['payment[0].id', { id: {} }],
  ['payment[0].totalAmount', { totalAmount: 'much' }],
  ['payment[0].paymentDate', { paymentDate: 'today' }],
])('%s is named when it is what cannot be read', (place, changes) =>
  expect(payments.read([payment('only', changes)])).rejects.toMatchObject(badAt(place)),
)

test('whatever comes is payments or a bad answer', () =>
  payments.expectNothingElse(
    jsonLike([payment('a', { paymentItem: [{ item: { id: 'B' } }] }), payment('b', { amount: { value: 1, unit: 'EUR' } })]),
  ))
