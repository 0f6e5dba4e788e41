import { expect, test } from 'vitest'
import { checkContent } from '../check-content.ts'
import { describeWidget } from '../conformance.ts'
import { composeFixture, readFixtures, type Fixture } from '../testing/fixture.ts'
import { dialable } from './present.ts'
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
