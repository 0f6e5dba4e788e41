import type { Store } from '@mosaic/schemas/bss'
import { expect, test } from 'vitest'
import { checkContent } from '../check-content.ts'
import { describeWidget } from '../conformance.ts'
import { wantsOf } from '../definition.ts'
import { composeFixture, readFixtures, type Fixture } from '../testing/fixture.ts'
import { dialable, type ContactsPayload } from './present.ts'
import { widget } from './widget.ts'

describeWidget(widget, import.meta.dirname)

const ready = readFixtures(import.meta.dirname).find(({ file }) => file === 'ready.json')!.fixture
const withChannel = (channel: object): Fixture => ({
  ...ready,
  content: { ...ready.content, fields: { channels: [{ label: { it: 'Noi' }, ...channel }] } },
})

test.each([
  ['119', '119'],
  [' 800 123 456 ', '800123456'],
  ['+39 06 1234', '+39061234'],
  ['119 (gratis)', undefined],
  ['06;1234', undefined],
  ['*#06#', undefined],
  ['12', undefined],
  [undefined, undefined],
])('%s is dialled as %s', (text, number) => {
  expect(dialable(text)).toBe(number)
})

test('only a phone is dialled', () => {
  const dialOf = (type: string) => composeFixture(withChannel({ type, value: { it: '119' } }))
  expect(dialOf('phone')).toMatchObject({ contacts: { channels: [{ dial: '119' }] } })
  expect(dialOf('chat')).toMatchObject({ contacts: { channels: [{ type: 'chat', value: { value: '119' } }] } })
  expect(JSON.stringify(dialOf('chat'))).not.toContain('dial')
})

test('a channel that leads nowhere, or cannot be dialled, is told to the editors', () => {
  const faults = (channel: object) => checkContent(withChannel(channel).content).map(({ path }) => path)
  expect(faults({ type: 'web' })).toEqual([`/${ready.content.id}/fields/channels/0/value`])
  expect(faults({ type: 'phone', value: { it: '119', en: 'call 119' } })).toEqual([`/${ready.content.id}/fields/channels/0/value/en`])
  expect(faults({ type: 'mail', value: { it: 'Casella postale 1, Roma' } })).toEqual([])
})

test('should such a channel come through all the same, it is not shown', () => {
  expect(composeFixture(withChannel({ type: 'web' }))).toEqual({ leftOut: ready.content.id, reason: 'NO_CHANNELS' })
})

const store: Store = { id: 'ST-1', name: 'Aurora Pisa', city: 'Pisa', hours: [], services: [] }
const storesOf = (stores: Store[], locale: 'it' | 'en' = 'it') =>
  (composeFixture({ ...ready, locale, data: { stores } }) as unknown as { contacts: ContactsPayload }).contacts.stores

test('days that are alike stand together, in the words of the language', () => {
  const at = (day: number, opens: string, closes: string) => ({ day, opens, closes })
  const hours = [
    ...[1, 2, 3].flatMap((day) => [at(day, '09:00', '13:00'), at(day, '15:30', '19:30')]),
    at(5, '09:00', '13:00'),
    at(6, '09:00', '13:00'),
  ]
  expect(storesOf([{ ...store, hours }])?.items[0]?.hoursText).toBe('lun–mer 09:00–13:00, 15:30–19:30 · ven–sab 09:00–13:00')
  expect(storesOf([{ ...store, hours: [at(7, '10:00', '24:00')] }], 'en')?.items[0]?.hoursText).toBe('Sun 10:00–24:00')
  expect(storesOf([store])?.items[0]).not.toHaveProperty('hoursText')
})

test('the way there is two figures: nothing of what a system calls a shop stands in an address', () => {
  const [item] =
    storesOf([{ ...store, name: 'javascript:alert(1)', location: { latitude: -0.5, longitude: 7 }, phone: '+39 050 1;2' }])?.items ?? []
  expect(item?.directions).toMatchObject({
    deepLink: 'geo:-0.5,7?q=-0.5,7',
    webUrl: 'https://www.openstreetmap.org/?mlat=-0.5&mlon=7#map=17/-0.5/7',
  })
  expect([item?.dial, storesOf([store])?.items[0]?.directions]).toEqual([undefined, undefined])
})

test('the shops are asked for only where the editors want them', () => {
  const { stores: _, ...fields } = ready.content.fields
  expect([wantsOf(widget, ready.content.fields), wantsOf(widget, fields)]).toEqual([['stores'], []])
  const composed = composeFixture({ ...ready, content: { ...ready.content, fields } }) as unknown as { contacts: ContactsPayload }
  expect(composed.contacts).not.toHaveProperty('stores')
})
