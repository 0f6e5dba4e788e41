import { expect, test } from 'vitest'
import { checkContent } from '../check-content.ts'
import { describeWidget } from '../conformance.ts'
import { composeFixture, readFixtures, type Fixture } from '../testing/fixture.ts'
import type { CallUsPayload } from './present.ts'
import { widget } from './widget.ts'

describeWidget(widget, import.meta.dirname)

const ready = readFixtures(import.meta.dirname).find(({ file }) => file === 'ready.json')!.fixture
const slotAt = (day: number, hour: number) => {
  const at = (h: number) => `2026-11-${day}T${String(h).padStart(2, '0')}:00:00.000Z`
  return { id: `${day}-${hour}`, startsAt: at(hour), endsAt: at(hour + 1) }
}
const payloadOf = (changes: Partial<Fixture>) => (composeFixture({ ...ready, ...changes }) as unknown as { callUs: CallUsPayload }).callUs

test('the soonest hours, but not all of one day', () => {
  const callbackSlots = [8, 9, 11, 12, 13].map((hour) => slotAt(22, hour)).concat([8, 9, 10].map((hour) => slotAt(23, hour)))
  expect(payloadOf({ data: { callbackSlots } }).slots.map(({ id }) => id)).toEqual(['22-11', '22-12', '23-8', '23-9'])
})

test('an hour that has begun is not offered', () => {
  const callbackSlots = [slotAt(22, 10), slotAt(22, 11)]
  expect(payloadOf({ data: { callbackSlots } }).slots.map(({ id }) => id)).toEqual(['22-11'])
})

test('where the care desk calls back, the hours of the operator’s own calendar are not offered', () => {
  const callbackSlots = [slotAt(22, 11), { ...slotAt(22, 12), calendar: 'operator' as const }]
  expect(payloadOf({ data: { callbackSlots } }).slots.map(({ id }) => id)).toEqual(['22-11'])
})

test('booking says which hour, and nothing of a customer', () => {
  for (const { id, book } of payloadOf({}).slots) {
    expect(book).toMatchObject({ __typename: 'RunMutation', operationId: 'bookCallback', refreshes: [ready.content.id] })
    expect('variables' in book && book.variables.map(({ name }) => name)).not.toContain('lineId')
    expect('variables' in book && book.variables).toContainEqual({ name: 'slotId', value: id })
  }
})

test('a number can be called only where it is one', () => {
  const number = (value: string) => ({ ...ready.content, fields: { ...ready.content.fields, number: { it: value } } })
  for (const value of ['800 123 456', '+39 02 1234567', '119']) {
    expect(checkContent(number(value))).toEqual([])
    expect(payloadOf({ content: number(value) }).call).toMatchObject({ deepLink: `tel:${value.replaceAll(' ', '')}` })
  }
  for (const value of ['800-HELP', '12', '119,,1#', 'tel:119', '1'.repeat(20), '+']) {
    expect(checkContent(number(value))).toHaveLength(1)
    expect(payloadOf({ content: number(value) }).call).toBeUndefined()
  }
})

test('hours that overlap or end before they begin are named with their row', () => {
  const day = (opensAt: string, closesAt: string) => ({ days: 'mon', opensAt, closesAt })
  const issuesOf = (...openingHours: object[]) =>
    checkContent({ ...ready.content, fields: { ...ready.content.fields, openingHours } }).map(({ path }) =>
      path.replace('/call-us/fields', ''),
    )
  expect(issuesOf(day('08:00', '13:00'), day('14:00', '24:00'))).toEqual([])
  expect(issuesOf(day('08:00', '13:00'), day('12:30', '18:00'))).toEqual(['/openingHours/1/opensAt'])
  expect(issuesOf(day('18:00', '08:00'))).toEqual(['/openingHours/0/closesAt'])
})
