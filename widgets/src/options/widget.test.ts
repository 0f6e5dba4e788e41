import type { Offering, Product } from '@mosaic/schemas/bss'
import { describe, expect, test } from 'vitest'
import { describeWidget } from '../conformance.ts'
import { composeFixture, readFixtures, type Fixture } from '../testing/fixture.ts'
import { widget as shown } from '../testing/inspect.ts'
import type { OptionsPayload } from './present.ts'
import { widget } from './widget.ts'

describeWidget(widget, import.meta.dirname)

const ready = readFixtures(import.meta.dirname).find(({ file }) => file === 'ready.json')?.fixture as Fixture
const product = (changes: Partial<Product>): Product => ({
  id: 'O-1',
  offeringId: 'OPT-1',
  name: 'Minuti 500',
  category: 'option',
  status: 'active',
  recurring: true,
  price: { minor: 390, currency: 'EUR' },
  ...changes,
})
const offering: Offering = { id: 'OPT-1', name: 'Minuti 500', recurring: true, price: { minor: 390, currency: 'EUR' } }
const compose = (products: Product[], fields: object = {}, sold: Offering[] = [offering]) =>
  composeFixture({ ...ready, content: { ...ready.content, fields: fields as never }, data: { products, offers: sold } })
const payloadOf = (products: Product[], fields?: object) => shown(compose(products, fields))['options'] as OptionsPayload

describe('the switch', () => {
  test.each([
    ['active', 'deactivateOption'],
    ['off', 'activateOption'],
    ['turningOn', undefined],
    ['turningOff', undefined],
    ['suspended', undefined],
  ] as const)('of what is %s: %s', (status, operationId) => {
    const [item] = payloadOf([product({ status })]).items
    expect(item?.toggle && 'operationId' in item.toggle ? item.toggle.operationId : undefined).toBe(operationId)
  })

  test('never turns on what is not on sale any more, or has no price or no name in the catalogue', () => {
    const { price: _, ...withoutPrice } = offering
    const { offeringId: __, ...withoutOffering } = product({ status: 'off' })
    const toggleOf = (...args: Parameters<typeof compose>) => (shown(compose(...args))['options'] as OptionsPayload).items[0]?.toggle
    expect(toggleOf([product({ status: 'off' })], {}, [])).toBeUndefined()
    expect(toggleOf([product({ status: 'off' })], {}, [withoutPrice])).toBeUndefined()
    expect(toggleOf([withoutOffering])).toBeUndefined()
  })

  test('turns on at the price of today, whatever it was when it was turned off', () => {
    const dearer = { ...offering, price: { minor: 450, currency: 'EUR' } }
    const [item] = (shown(compose([product({ status: 'off' })], {}, [dearer]))['options'] as OptionsPayload).items
    expect(item).toMatchObject({ price: { amount: '4.50' }, toggle: { variables: [{}, {}, { name: 'price', value: '450' }] } })
    expect(item?.toggle?.confirm?.body).toContain('4,50')
  })

  test('needs no catalogue where nothing that is off is shown', () => {
    const { content, ...rest } = ready
    const view = composeFixture({ ...rest, content: { ...content, fields: { showOff: false } }, data: { products: [product({})] } })
    expect(view).toMatchObject({ state: 'READY' })
  })

  test('says what it costs, and sends the price it said', () => {
    const [item] = payloadOf([product({ status: 'off' })]).items
    expect(item?.toggle?.confirm?.body).toContain('3,90')
    expect(item?.toggle).toMatchObject({
      variables: [
        { name: 'lineId', value: 'L-0001-1' },
        { name: 'offeringId', value: 'OPT-1' },
        { name: 'price', value: '390' },
      ],
    })
  })

  test('refreshes every tile drawn from what it changes', () => {
    const usage = { ...ready.content, id: 'my-usage', kind: 'usage', fields: {} }
    const view = shown(composeFixture({ ...ready, siblings: [usage] }))
    const [item] = (view['options'] as OptionsPayload).items
    expect(item?.toggle).toMatchObject({ refreshes: [ready.content.id, 'my-usage'] })
  })
})

describe('the list', () => {
  test('shows what was turned off once, and not at all when it is on again', () => {
    const off = product({ status: 'off' })
    expect(payloadOf([off, product({ id: 'O-0', status: 'off' })]).items).toHaveLength(1)
    expect(payloadOf([off, product({ id: 'O-2' })]).items.map(({ id }) => id)).toEqual(['O-2'])
    expect(compose([off], { showOff: false })).toMatchObject({ reason: 'NO_OPTIONS' })
  })

  test('has neither devices nor services of others; and only what the editors ask for', () => {
    const others = [product({ category: 'device' }), product({ category: 'thirdParty' })]
    expect(compose(others)).toMatchObject({ reason: 'NO_OPTIONS' })
    expect(compose([product({})], { show: 'service' })).toMatchObject({ reason: 'NO_OPTIONS' })
  })

  test('adds up what is on each month, in one currency', () => {
    const second = product({ id: 'O-2', offeringId: 'OPT-2', price: { minor: 199, currency: 'EUR' } })
    const offered = product({ id: 'O-3', offeringId: 'OPT-3', status: 'off' })
    expect(payloadOf([product({}), second, offered]).total?.amount).toBe('5.89')
    expect(payloadOf([product({}), { ...second, price: { minor: 199, currency: 'USD' } }]).total).toBeUndefined()
    expect(payloadOf([product({})]).total).toBeUndefined()
  })
})
