import { beforeEach, describe, expect, test } from 'vitest'
import { sendJson } from '../../../testing/back-end.ts'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, params, useRestSource } from '../../../testing/rest-source.ts'
import { slotIdOf } from '../callback-slots/slot-id.ts'

const moveAppointment = useRestSource('moveAppointment')
const slotId = slotIdOf({ startsAt: '2026-11-23T10:00:00Z', endsAt: '2026-11-23T13:00:00Z', systemId: 'TV-1' })
const input = { appointmentId: 'AP-1', slotId, idempotencyKey: 'key-1' }

let answer: unknown
let status: number
beforeEach(() => {
  answer = { id: 'AP-1', status: 'confirmed' }
  status = 200
  moveAppointment.backEnd.answer = (response) => sendJson(response, answer, status)
})

describe('what became of it', () => {
  test.each([
    ['Confirmed ', 'completed'],
    ['initialized', 'pending'],
    [undefined, 'pending'],
    ['cancelled', 'failed'],
  ])('%s is %s', async (word, expected) => {
    answer = { id: 'AP-1', status: word }
    expect(await moveAppointment.ask(params, input)).toEqual({ id: 'AP-1', status: expected })
    expect(moveAppointment.backEnd.calls).toBe(1)
  })

  test.each(['slotTaken', 'SLOT_FULL'])('%s: somebody was quicker, and nothing has happened', async (code) => {
    ;[answer, status] = [{ code }, 409]
    expect(await moveAppointment.ask(params, input)).toEqual({ id: 'AP-1', status: 'failed' })
  })

  test('is not known from another conflict, as it may be our own', async () => {
    ;[answer, status] = [{ code: 'conflict' }, 409]
    await expect(moveAppointment.ask(params, input)).rejects.toMatchObject({ ...badAt('appointment.code'), wasSent: true })
  })

  test('is nothing where the request was wrong', async () => {
    ;[answer, status] = [{ code: 'notMovable' }, 422]
    await expect(moveAppointment.ask(params, input)).rejects.toMatchObject({ code: 'BSS_BAD_ANSWER', wasSent: false })
  })
})

test('nothing is sent for an hour that nobody offered', async () => {
  await expect(moveAppointment.ask(params, { ...input, slotId: 'tomorrow' })).rejects.toMatchObject(badAt('slotId'))
  expect(moveAppointment.backEnd.calls).toBe(0)
})

test('whatever comes is a receipt or a bad answer', () =>
  moveAppointment.expectNothingElse(jsonLike({ id: 'AP-1', status: 'confirmed' }), input))
