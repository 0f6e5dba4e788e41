import type { Offering, Product } from '@mosaic/schemas/bss'
import { expect, test } from 'vitest'
import { describeWidget } from '../conformance.ts'
import { composeFixture, readFixtures, type Fixture } from '../testing/fixture.ts'
import { widget as shown } from '../testing/inspect.ts'
import type { OptionCataloguePayload } from './present.ts'
import { widget } from './widget.ts'

describeWidget(widget, import.meta.dirname)

const ready = readFixtures(import.meta.dirname).find(({ file }) => file === 'ready.json')?.fixture as Fixture
const offering = (id: string, changes: Partial<Offering> = {}): Offering => ({
  id,
  name: id,
  recurring: true,
  category: 'option',
  price: { minor: 390, currency: 'EUR' },
  ...changes,
})
const product = (offeringId: string, status: Product['status']): Product => ({
  id: `P-${offeringId}`,
  offeringId,
  name: offeringId,
  category: 'option',
  status,
  recurring: true,
})
const compose = (offers: Offering[], products: Product[] = [], fields: object = {}) =>
  composeFixture({ ...ready, content: { ...ready.content, fields: fields as never }, data: { offers, products } })
const idsOf = (...args: Parameters<typeof compose>) =>
  (shown(compose(...args))['optionCatalogue'] as OptionCataloguePayload).items.map(({ offeringId }) => offeringId)

test('what the line has stands below the others and cannot be added twice', () => {
  const view = shown(compose([offering('A'), offering('B'), offering('C')], [product('A', 'active'), product('B', 'turningOn')]))
  const { items } = view['optionCatalogue'] as OptionCataloguePayload
  expect(items.map(({ offeringId, isOwned }) => [offeringId, isOwned])).toEqual([
    ['C', false],
    ['A', true],
    ['B', true],
  ])
  expect(items.map(({ activate }) => activate?.id)).toEqual(['add-options:on:C', undefined, undefined])
})

test('what was turned off can be added again', () => expect(idsOf([offering('A')], [product('A', 'off')])).toEqual(['A']))

test('only options, only with a price, and only of the sort and as many as the editors want', () => {
  const { price: _, ...withoutPrice } = offering('A')
  const { category: __, ...withoutCategory } = offering('B')
  expect(compose([withoutPrice, withoutCategory, offering('C', { category: 'plan' })])).toMatchObject({ reason: 'NO_OPTIONS' })
  const offers = [offering('A'), offering('B', { recurring: false }), offering('C')]
  expect(idsOf(offers, [], { show: 'once' })).toEqual(['B'])
  expect(idsOf(offers, [], { show: 'monthly', count: 1 })).toEqual(['A'])
})

test('a line that has them all, or an editor who wants no others, sees nothing that cannot be added', () => {
  expect(compose([offering('A')], [product('A', 'active')])).toMatchObject({ reason: 'NO_OPTIONS' })
  expect(idsOf([offering('A'), offering('B')], [product('A', 'active')], { showOwned: false })).toEqual(['B'])
})
