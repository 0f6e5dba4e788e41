import type { CallbackSlot } from '@mosaic/schemas/bss'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sendJson } from '../../../testing/back-end.ts'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'
import { slotIdOf, slotOf } from './slot-id.ts'

const slots = useRestSource('callbackSlots')
const slot = (hour: number, more: object = {}) => ({
  id: `TS-${hour}`,
  validFor: { startDateTime: `2026-11-23T${String(hour).padStart(2, '0')}:00:00Z`, endDateTime: `2026-11-23T${hour + 1}:00:00Z` },
  ...more,
})
/** The test's back-end says the same whatever is asked: of call-backs and of visits. */
const calls = (found: CallbackSlot[]) => found.filter(({ what }) => what === undefined)
const task = (availableTimeSlot: unknown, status = 'Done ') => ({ id: 'T', status, availableTimeSlot })

test('the hours to come, soonest first, each with an id that says which it is', async () => {
  const past = { id: 'old', validFor: { startDateTime: '2026-11-22T09:00:00Z', endDateTime: '2026-11-22T11:00:00Z' } }
  const read = calls(await slots.read(task([slot(14), past, slot(10)])))
  expect(read.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
    ['2026-11-23T10:00:00.000Z', '2026-11-23T11:00:00.000Z'],
    ['2026-11-23T14:00:00.000Z', '2026-11-23T15:00:00.000Z'],
  ])
  expect(slotOf(read[0]?.id ?? '')).toEqual({
    startsAt: '2026-11-23T10:00:00.000Z',
    endsAt: '2026-11-23T11:00:00.000Z',
    systemId: 'TS-10',
  })
})

test('a task that is not done yet is asked for until it is', async () => {
  slots.backEnd.answer = (response, path) =>
    sendJson(response, path.endsWith('/T') ? task([slot(10)]) : { id: 'T', status: 'inProgress' }, 201)
  expect(calls(await slots.ask())).toHaveLength(1)
  expect(slots.backEnd.calls).toBe(4)
})

test('each says what can be had then, the call-backs first; who knows no technicians still calls back', async () => {
  const both = await slots.read(task([slot(10), slot(14)]))
  expect(both.map(({ startsAt, what }) => `${startsAt.slice(11, 13)} ${what ?? 'callback'}`)).toEqual([
    '10 callback',
    '14 callback',
    '10 technician',
    '14 technician',
  ])
  let count = 0
  slots.backEnd.answer = (response) => sendJson(response, count++ === 0 ? task([slot(10)]) : { id: 'T', status: 'failed' })
  expect(await slots.ask()).toHaveLength(1)
})

test('nobody has time', async () => expect(await slots.read(task([]))).toEqual([]))

test.each<[string, unknown, string]>([
  ['no beginning', task([slot(10, { validFor: { endDateTime: '2026-11-23T11:00:00Z' } })]), 'availableTimeSlot[0].validFor.startDateTime'],
  [
    'an end before it',
    task([slot(10, { validFor: { startDateTime: '2026-11-23T11:00:00Z', endDateTime: '2026-11-23T10:00:00Z' } })]),
    'availableTimeSlot[0].validFor.endDateTime',
  ],
  ['no list', task('none'), 'availableTimeSlot'],
  ['a task that failed', task([], 'terminatedWithError'), 'state'],
])('%s is a bad answer, and its place is named', (_, body, place) =>
  expect(slots.read(body)).rejects.toMatchObject(badAt(`searchTimeSlot.${place}`)),
)

test('whatever a finished task holds is slots or a bad answer', () =>
  slots.expectNothingElse(jsonLike([slot(10)]).map((availableTimeSlot) => task(availableTimeSlot))))

test('an id says what it was made of, in one short word; no other text is one', () => {
  const hour = fc.date({ min: new Date('2026-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(hour, fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), (startsAt, systemId) => {
      const made = { startsAt: startsAt.toISOString(), endsAt: new Date(startsAt.getTime() + 3_600_000).toISOString() }
      const id = slotIdOf({ ...made, systemId })
      expect(id).toMatch(/^[^\s\p{C}]{1,100}$/u)
      expect(slotOf(id)).toMatchObject(made)
      expect([systemId.toWellFormed(), undefined]).toContain(slotOf(id)?.systemId)
    }),
  )
  for (const wrong of ['', 'TS-1', 'mi~', 'mi0~mi0', 'zzzzzzzzz~zzzzzzzzzz', 'mi0~mi1~%', 'mi0~mi1~a~b', `${'9'.repeat(400)}~1`]) {
    expect(slotOf(wrong)).toBeUndefined()
  }
})
