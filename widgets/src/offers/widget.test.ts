import { expect, test } from 'vitest'
import { checkContent } from '../check-content.ts'
import { isLeftOut } from '../compose.ts'
import { describeWidget } from '../conformance.ts'
import { asksOf } from '../definition.ts'
import { composeFixture, readFixtures } from '../testing/fixture.ts'
import type { OffersPayload } from './present.ts'
import { widget } from './widget.ts'

describeWidget(widget, import.meta.dirname)

const ready = readFixtures(import.meta.dirname).find(({ file }) => file === 'ready.json')!.fixture
const withFields = (fields: object) => ({ ...ready.content, fields: { ...ready.content.fields, ...fields } })

function cardsOf(fields: object, data: object = {}): OffersPayload['cards'] {
  const composed = composeFixture({ ...ready, content: withFields(fields), data: { ...ready.data, ...data } })
  if (isLeftOut(composed)) throw new Error(`Left out: ${composed.reason}`)
  return (composed['offers'] as OffersPayload).cards
}

test('asks only for what a content is drawn from', () => {
  const needs = (fields: object) => asksOf(widget, withFields(fields).fields)
  expect(needs({ order: 'written', buyNow: false })).toEqual(['offers'])
  expect(needs({ order: 'onlyRecommended', buyNow: false })).toEqual(['offers', 'recommendations'])
  expect(needs({ order: 'written', buyNow: true })).toEqual(['offers', 'eligibility', 'lines'])
  expect(needs({ order: 'written', buyNow: true, unavailable: 'ignore' })).toEqual(['offers', 'lines'])
  expect(needs({ order: 'written', buyNow: false, unavailable: 'explain' })).toEqual(['offers', 'eligibility'])
})

test('what is recommended comes first, best first; the others keep their order', () => {
  const items = ['OPT-GIFT', 'OPT-ROAM', 'OPT-DATA-50'].map((offering) => ({ offering }))
  const recommendations = [{ offeringId: 'OPT-DATA-50' }, { offeringId: 'OPT-ROAM' }]
  const ids = (order: string) => cardsOf({ items, order }, { recommendations }).map(({ offeringId }) => offeringId)
  expect(ids('written')).toEqual(['OPT-GIFT', 'OPT-ROAM', 'OPT-DATA-50'])
  expect(ids('recommended')).toEqual(['OPT-DATA-50', 'OPT-ROAM', 'OPT-GIFT'])
  expect(ids('onlyRecommended')).toEqual(['OPT-DATA-50', 'OPT-ROAM'])
})

test('buying says what, for how much and how it is paid, and carries the price that was agreed to', () => {
  const buy = (payment: string) => {
    const lines = ready.data.lines?.map((line) => ({ ...line, payment }))
    return cardsOf({ items: [{ offering: 'OPT-DATA-50' }] }, { lines })[0]?.buy
  }
  const costs = '5,99\u00a0€ al mese, sulla linea 333 123 4567.'
  const renews = 'Il rinnovo è mensile e puoi fermarlo quando vuoi.'
  expect(buy('prepaid')).toMatchObject({
    operationId: 'buyOffer',
    confirm: { title: 'Attivare Giga 50?', body: `${costs} L’importo è scalato dal credito. ${renews}` },
    variables: [
      { name: 'lineId', value: 'L-0001-1' },
      { name: 'offeringId', value: 'OPT-DATA-50' },
      { name: 'price', value: '599' },
    ],
  })
  expect(buy('postpaid')?.confirm?.body).toBe(`${costs} L’importo arriva con la prossima fattura. ${renews}`)
})

test('the same offering twice is refused, and the row is named', () => {
  const items = [{ offering: 'OPT-ROAM' }, { offering: 'OPT-DATA-50' }, { offering: 'OPT-ROAM' }]
  expect(checkContent(withFields({ items }))).toMatchObject([{ path: '/shelf/fields/items/2/offering', got: 'OPT-ROAM' }])
})
