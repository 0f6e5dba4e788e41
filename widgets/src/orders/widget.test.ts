import type { Order } from '@mosaic/schemas/bss'
import { expect, test } from 'vitest'
import { describeWidget } from '../conformance.ts'
import { composeFixture, readFixtures, type Fixture } from '../testing/fixture.ts'
import { widget as shown } from '../testing/inspect.ts'
import type { OrdersPayload } from './present.ts'
import { widget } from './widget.ts'

describeWidget(widget, import.meta.dirname)

const ready = readFixtures(import.meta.dirname).find(({ file }) => file === 'ready.json')?.fixture as Fixture
const order = (changes: Partial<Order>): Order => ({
  id: 'PO-1',
  kind: 'option',
  action: 'add',
  state: 'inProgress',
  name: 'Minuti 500',
  placedOn: '2026-11-21T10:00:00Z',
  steps: [],
  ...changes,
})
const compose = (orders: Order[], fields: object = {}) =>
  composeFixture({ ...ready, content: { ...ready.content, fields: fields as never }, data: { orders } })
const itemsOf = (orders: Order[], fields?: object) => (shown(compose(orders, fields))['orders'] as OrdersPayload).items

test('what is under way stands before what has ended, however new; no more than the editors ask for', () => {
  const done = order({ id: 'done', state: 'completed', completedOn: '2026-11-22T09:00:00Z' })
  const old = order({ id: 'open', placedOn: '2026-10-01T10:00:00Z' })
  expect(itemsOf([done, old]).map(({ id }) => id)).toEqual(['open', 'done'])
  expect(itemsOf([done, old], { count: 1 }).map(({ id }) => id)).toEqual(['open'])
})

test('what has ended is told for as many days as the editors say, to the millisecond', () => {
  const ended = (completedOn: string) => order({ state: 'completed', completedOn })
  expect(itemsOf([ended('2026-11-20T10:00:00.000Z')], { keepDoneDays: 2 })).toHaveLength(1)
  expect(compose([ended('2026-11-20T09:59:59.999Z')], { keepDoneDays: 2 })).toMatchObject({ reason: 'NO_ORDERS' })
  expect(compose([order({ state: 'cancelled', placedOn: '2026-11-01T10:00:00Z' })])).toMatchObject({ reason: 'NO_ORDERS' })
})

test.each([
  ['acknowledged', ['done', 'todo', 'todo']],
  ['inProgress', ['done', 'current', 'todo']],
  ['pending', ['done', 'current', 'todo']],
  ['completed', ['done', 'done', 'done']],
  ['failed', []],
  ['cancelled', []],
] as const)('an order of one thing that is %s stands at %j', (state, steps) => {
  expect(itemsOf([order({ state })])[0]?.steps.map((step) => step.state)).toEqual(steps)
})

test('an order that is late says so without a date', () => {
  const [late, onTime] = itemsOf([order({ expectedOn: '2026-11-22T09:00:00Z' }), order({ id: 'PO-2', expectedOn: '2026-12-08T09:00:00Z' })])
  expect(late?.noteText).toBe('Serve più tempo del previsto, ci stiamo lavorando.')
  expect(onTime?.noteText).toBe('Previsto entro l’8 dicembre')
})

test('only numbers that move here, where the editors want no others', () => {
  expect(itemsOf([order({}), order({ id: 'PO-2', kind: 'portIn' })], { show: 'portIn' }).map(({ id }) => id)).toEqual(['PO-2'])
})
