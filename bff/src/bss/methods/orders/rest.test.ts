import { expect, test } from 'vitest'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'

const orders = useRestSource('orders')
const item = (name: string, state: unknown, changes: object = {}) => ({ id: '1', action: 'add', state, product: { name }, ...changes })
const order = (id: string, changes: object = {}) => ({
  id,
  state: 'inProgress',
  orderDate: '2026-11-20T09:00:00Z',
  productOrderItem: [item('A new SIM', 'completed'), item('The number moves', 'In_Progress '), item('Done', 'acknowledged')],
  ...changes,
})

test('a number that moves here, with its steps', async () => {
  const portIn = order('1', { category: 'PortIn', expectedCompletionDate: '2026-11-24' })
  expect(await orders.read([portIn])).toEqual([
    {
      id: '1',
      kind: 'portIn',
      action: 'add',
      state: 'inProgress',
      name: 'A new SIM',
      placedOn: '2026-11-20T09:00:00.000Z',
      expectedOn: '2026-11-24T00:00:00.000Z',
      steps: [
        { name: 'A new SIM', state: 'done' },
        { name: 'The number moves', state: 'current' },
        { name: 'Done', state: 'todo' },
      ],
    },
  ])
})

test('an option that is taken off a line', async () => {
  const line = { productRelationship: { relationshipType: 'reliesOn', product: { id: 'L-1' } } }
  const items = item('x', 'completed', { action: 'Delete', productOffering: { id: 'OPT-1', name: 'Extra Giga' }, product: line })
  const [read] = await orders.read([order('1', { category: 'option', completionDate: '2026-11-20T09:01:00Z', productOrderItem: items })])
  expect(read).toMatchObject({ kind: 'option', action: 'remove', name: 'Extra Giga', lineId: 'L-1', offeringId: 'OPT-1' })
  expect(read).toMatchObject({ completedOn: '2026-11-20T09:01:00.000Z', steps: [{ name: 'Extra Giga', state: 'done' }] })
})

test.each([
  ['acknowledged', 'acknowledged'],
  ['Rejected', 'failed'],
  ['pendingCancellation', 'pending'],
  ['assessingCancellation', 'pending'],
  ['partial', 'partial'],
  ['held', 'held'],
  ['cancelled', 'cancelled'],
  ['somethingNew', 'inProgress'],
  [undefined, 'inProgress'],
])('%s is %s', async (state, expected) => {
  expect(await orders.read([order('1', { state })])).toMatchObject([{ state: expected }])
})

test('newest first, whatever the order they come in', async () => {
  const dated = ['2026-11-01', '2026-11-20', '2026-11-10'].map((orderDate, index) => order(String(index), { orderDate }))
  expect((await orders.read(dated)).map(({ id }) => id)).toEqual(['1', '2', '0'])
})

test('one unreadable order does not cost the others; only unreadable ones are a bad answer', async () => {
  expect(await orders.read([order('1', { orderDate: 'soon' }), order('2')])).toHaveLength(1)
  await expect(orders.read([order('1', { orderDate: 'soon' })])).rejects.toMatchObject(badAt('productOrder[0].orderDate'))
  expect(await orders.read([])).toEqual([])
})

test('whatever comes is orders or a bad answer', () => orders.expectNothingElse(jsonLike([order('1', { category: 'sim' }), order('2')])))
