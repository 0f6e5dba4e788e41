import type { Appointment } from '@mosaic/schemas/bss'
import { expect, test } from 'vitest'
import { describeWidget } from '../conformance.ts'
import { composeFixture, readFixtures } from '../testing/fixture.ts'
import type { AppointmentPayload } from './present.ts'
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
