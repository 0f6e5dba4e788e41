import { expect, test } from 'vitest'
import { isLeftOut } from '../compose.ts'
import { describeWidget } from '../conformance.ts'
import { asksOf } from '../definition.ts'
import { composeFixture, readFixtures } from '../testing/fixture.ts'
import type { OfferPayload } from './present.ts'
import { widget } from './widget.ts'

describeWidget(widget, import.meta.dirname)

const fixtures = new Map(readFixtures(import.meta.dirname).map(({ file, fixture }) => [file, fixture]))
const buy = fixtures.get('buy.json')!

function offerOf(file: string, changes: object): OfferPayload {
  const fixture = fixtures.get(file)!
  const composed = composeFixture({ ...fixture, ...changes })
  if (isLeftOut(composed)) throw new Error(`Left out: ${composed.reason}`)
  return composed['offer'] as OfferPayload
}

test('asks for lines and recommendations only where they are shown', () => {
  const needs = (fields: object) => asksOf(widget, { offering: 'OPT-DATA-50', ...fields })
  expect(needs({})).toEqual(['offers'])
  expect(needs({ profiled: 'fixed' })).toEqual(['offers'])
  expect(needs({ profiled: 'third', buyNow: true })).toEqual(['offers', 'recommendations', 'lines'])
})

test.each([
  ['is suspended', { data: { ...buy.data, lines: buy.data.lines?.map((line) => ({ ...line, status: 'suspended' })) } }],
  ['is not the customer’s', { lineId: 'L-0002-1' }],
  ['is not there', { lineId: undefined }],
])('a line that %s cannot buy, and still sees the offer', (_, changes) => {
  expect(offerOf('buy.json', {}).buy).toBeDefined()
  expect(offerOf('buy.json', changes)).toMatchObject({ name: 'Giga 50', callback: { __typename: 'OpenLink' } })
  expect(offerOf('buy.json', changes).buy).toBeUndefined()
})
