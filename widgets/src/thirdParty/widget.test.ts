import type { Product } from '@mosaic/schemas/bss'
import { expect, test } from 'vitest'
import { describeWidget } from '../conformance.ts'
import { composeFixture, readFixtures, type Fixture } from '../testing/fixture.ts'
import { widget as shown } from '../testing/inspect.ts'
import type { ThirdPartyPayload } from './present.ts'
import { widget } from './widget.ts'

describeWidget(widget, import.meta.dirname)

const ready = readFixtures(import.meta.dirname).find(({ file }) => file === 'ready.json')?.fixture as Fixture
const service = (changes: Partial<Product>): Product => ({
  id: 'S-1',
  name: 'Sonora Musica',
  provider: 'Sonora',
  category: 'thirdParty',
  status: 'active',
  recurring: true,
  price: { minor: 499, currency: 'EUR' },
  ...changes,
})
const compose = (products: Product[], fields: object = {}) =>
  composeFixture({ ...ready, content: { ...ready.content, fields: fields as never }, data: { products } })
const payloadOf = (...args: Parameters<typeof compose>) => shown(compose(...args))['thirdParty'] as ThirdPartyPayload

test('only what is on can be stopped, with what is no longer paid in the question', () => {
  const statuses = ['active', 'turningOn', 'turningOff', 'suspended'] as const
  const { items } = payloadOf(statuses.map((status) => service({ id: status, status })))
  expect(items.filter(({ stop }) => stop).map(({ id }) => id)).toEqual(['active'])
  expect(items[0]?.stop).toMatchObject({ operationId: 'deactivateOption', variables: [{ value: 'L-0001-1' }, { value: 'active' }] })
  expect(items[0]?.stop?.confirm?.body).toContain('4,99')
})

test('what was stopped is told for a month, and cannot be turned on again by a slip', () => {
  const [item] = payloadOf([service({ status: 'off', endedOn: '2026-10-22T10:00:00.000Z' })]).items
  expect(item).toMatchObject({ stateText: 'Non attivo', sinceText: 'Disattivato il 22 ottobre' })
  expect(item).not.toHaveProperty('stop')
  expect(compose([service({ status: 'off', endedOn: '2026-10-22T09:59:59.999Z' })])).toMatchObject({ reason: 'NO_SERVICES' })
  expect(compose([service({ status: 'off' })])).toMatchObject({ reason: 'NO_SERVICES' })
})

test('the operator’s own options are not among them', () => {
  expect(compose([service({ category: 'option' }), service({ category: 'service' })])).toMatchObject({ reason: 'NO_SERVICES' })
})

test('several are added up', () => {
  expect(payloadOf([service({}), service({ id: 'S-2' })]).total?.amount).toBe('9.98')
})
