import type { Appointment, CallbackSlot } from '@mosaic/schemas/bss'
import { expect, test } from 'vitest'
import { describeWidget } from '../conformance.ts'
import { composeFixture, readFixtures } from '../testing/fixture.ts'
import type { AppointmentMove, AppointmentPayload } from './present.ts'
import { widget } from './widget.ts'

describeWidget(widget, import.meta.dirname)

const ready = readFixtures(import.meta.dirname).find(({ file }) => file === 'ready.json')!.fixture
const visit: Appointment = {
  id: 'AP-1',
  what: 'technician',
  status: 'confirmed',
  startsAt: '2026-11-23T08:00:00.000Z',
  endsAt: '2026-11-23T11:00:00.000Z',
}

function shown(appointments: Appointment[], now: string): string[] {
  const composed = composeFixture({ ...ready, data: { appointments }, now })
  return 'leftOut' in composed ? [] : (composed['appointment'] as AppointmentPayload).items.map(({ id }) => id)
}

test('is shown until it is over', () => {
  expect(shown([visit], '2026-11-23T11:00:00.000Z')).toEqual(['AP-1'])
  expect(shown([visit], '2026-11-23T11:00:00.001Z')).toEqual([])
  expect(shown([{ ...visit, status: 'completed' }], '2026-11-22T10:00:00.000Z')).toEqual([])
})

test('one that says no end is given two hours', () => {
  const { endsAt: _, ...open } = visit
  expect(shown([open], '2026-11-23T10:00:00.000Z')).toEqual(['AP-1'])
  expect(shown([open], '2026-11-23T10:00:00.001Z')).toEqual([])
})

test('one that was cancelled is told in the week before it', () => {
  const cancelled: Appointment = { ...visit, status: 'cancelled' }
  expect(shown([cancelled], '2026-11-16T08:00:00.000Z')).toEqual(['AP-1'])
  expect(shown([cancelled], '2026-11-16T07:59:59.999Z')).toEqual([])
})

test('a long list is cut', () => {
  const many = Array.from({ length: 9 }, (_, index) => ({ ...visit, id: `AP-${index}` }))
  expect(shown(many, '2026-11-22T10:00:00.000Z')).toHaveLength(5)
})

const slot = (id: string, startsAt: string, what?: 'technician'): CallbackSlot => ({
  id,
  startsAt,
  endsAt: new Date(Date.parse(startsAt) + 10_800_000).toISOString(),
  ...(what && { what }),
})

function movesOf(appointment: Appointment, callbackSlots?: CallbackSlot[], fields: object = {}): AppointmentMove[] {
  const content = { ...ready.content, fields: { ...ready.content.fields, ...fields } }
  const data = { appointments: [appointment], ...(callbackSlots && { callbackSlots }) }
  const composed = composeFixture({ ...ready, content, data, now: '2026-11-22T10:00:00.000Z' })
  return (composed as unknown as { appointment: AppointmentPayload }).appointment.items[0]?.moves ?? []
}

const free = [
  slot('past', '2026-11-22T08:00:00.000Z', 'technician'),
  slot('same', visit.startsAt, 'technician'),
  slot('call', '2026-11-24T08:00:00.000Z'),
  slot('visit', '2026-11-24T11:00:00.000Z', 'technician'),
]

test('is moved to a free time of its own sort, to come and another than it has; the question says both', () => {
  const [only, ...more] = movesOf(visit, free)
  expect([only?.id, more]).toEqual(['visit', []])
  expect(only?.move).toMatchObject({
    operationId: 'moveAppointment',
    variables: [
      { name: 'appointmentId', value: 'AP-1' },
      { name: 'slotId', value: 'visit' },
    ],
    refreshes: [ready.content.id],
  })
  expect(only?.move.confirm?.body).toMatch(/^Adesso è lunedì 23 .*Diventa martedì 24 .*È gratis/)
  expect(movesOf({ ...visit, what: 'callback' }, free).map(({ id }) => id)).toEqual(['call'])
})

test('of two calendars it is moved within its own', () => {
  const call: Appointment = { ...visit, what: 'callback' }
  const both = [...free, { ...slot('theirs', '2026-11-24T09:00:00.000Z'), calendar: 'operator' as const }]
  expect(movesOf(call, both).map(({ id }) => id)).toEqual(['call'])
  expect(movesOf({ ...call, calendar: 'operator' }, both).map(({ id }) => id)).toEqual(['theirs'])
})

test.each<[string, Appointment]>([
  ['one in a shop', { ...visit, what: 'store' }],
  ['one that was cancelled', { ...visit, status: 'cancelled' }],
  ['one that has begun', { ...visit, startsAt: '2026-11-22T09:30:00.000Z' }],
])('%s is not moved here', (_, appointment) => expect(movesOf(appointment, free)).toEqual([]))

test('when nobody can say which times are free, the appointment is shown all the same', () => {
  expect(movesOf(visit)).toEqual([])
  expect(movesOf(visit, free, { offerMove: false })).toEqual([])
  expect(shown([visit], '2026-11-22T10:00:00.000Z')).toEqual(['AP-1'])
})
