import { expect, test } from 'vitest'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'

const appointments = useRestSource('appointments')
const made = {
  id: 'AP-1',
  category: 'technicianVisit',
  status: 'Confirmed ',
  description: 'Controllo della linea',
  validFor: { startDateTime: '2026-11-23T08:00:00Z', endDateTime: '2026-11-23 T11:00' },
  relatedPlace: { name: 'Via Roma, 1', role: 'place' },
}

test('what, when and where', async () => {
  expect(await appointments.read([made])).toEqual([
    {
      id: 'AP-1',
      what: 'technician',
      status: 'confirmed',
      startsAt: '2026-11-23T08:00:00.000Z',
      endsAt: '2026-11-23T11:00:00.000Z',
      topic: 'Controllo della linea',
      place: 'Via Roma, 1',
    },
  ])
})

test.each([
  ['callback', 'callback'],
  ['PHONE_CALL', 'callback'],
  ['installation', 'technician'],
  ['shop visit', 'store'],
  ['blessing', 'other'],
  [undefined, 'other'],
])('%s is a %s', async (category, what) => {
  expect(await appointments.read([{ ...made, category }])).toMatchObject([{ what }])
})

test.each([
  ['initialized', 'requested'],
  ['Cancelled', 'cancelled'],
  ['completed', 'completed'],
  [undefined, 'confirmed'],
])('%s is %s', async (status, expected) => {
  expect(await appointments.read([{ ...made, status }])).toMatchObject([{ status: expected }])
})

test('soonest first; one that failed was never made', async () => {
  const sooner = { ...made, id: 'AP-0', validFor: { startDateTime: '2026-11-22T12:00:00Z' } }
  const read = await appointments.read([made, { ...made, id: 'AP-2', status: 'failed' }, sooner])
  expect(read.map(({ id }) => id)).toEqual(['AP-0', 'AP-1'])
  expect(read[0]).not.toHaveProperty('endsAt')
})

test.each<[string, unknown, string]>([
  ['no time', [{ ...made, validFor: {} }], 'appointment[0].validFor.startDateTime'],
  ['no id', [{ ...made, id: undefined }], 'appointment[0].id'],
  ['no list', 'none', 'appointment'],
])('%s is a bad answer, and its place is named', (_, body, place) => expect(appointments.read(body)).rejects.toMatchObject(badAt(place)))

test('whatever comes is appointments or a bad answer', () => appointments.expectNothingElse(jsonLike([made])))
