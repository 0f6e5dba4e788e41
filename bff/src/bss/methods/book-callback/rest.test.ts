import { beforeEach, describe, expect, test } from 'vitest'
import { sendJson } from '../../../testing/back-end.ts'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, params, useRestSource } from '../../../testing/rest-source.ts'
import { slotIdOf } from '../callback-slots/slot-id.ts'

const bookCallback = useRestSource('bookCallback')
const slotId = slotIdOf({ startsAt: '2026-11-23T10:00:00Z', endsAt: '2026-11-23T11:00:00Z', systemId: 'TS-1' })
const input = { slotId, topic: 'Router', lineId: 'L-1', idempotencyKey: 'key-1' }

let answer: unknown
let status: number
beforeEach(() => {
  answer = { id: 'AP-1', status: 'confirmed' }
  status = 201
  bookCallback.backEnd.answer = (response) => sendJson(response, answer, status)
})

describe('what became of it', () => {
  test.each([
    ['Confirmed ', 'completed'],
    ['completed', 'completed'],
    ['initialized', 'pending'],
    [undefined, 'pending'],
    ['cancelled', 'failed'],
    ['failed', 'failed'],
  ])('%s is %s', async (word, expected) => {
    answer = { id: 7, status: word }
    expect(await bookCallback.ask(params, input)).toEqual({ id: '7', status: expected })
    expect(bookCallback.backEnd.calls).toBe(1)
  })

  test('is not known from an answer without an id', async () => {
    answer = { status: 'confirmed' }
    await expect(bookCallback.ask(params, input)).rejects.toMatchObject(badAt('appointment.id'))
  })

  test.each(['slotTaken', 'SLOT_FULL', 'capacity-exceeded'])('%s: somebody was quicker, and nothing has happened', async (code) => {
    ;[answer, status] = [{ code }, 409]
    expect(await bookCallback.ask(params, input)).toEqual({ id: slotId, status: 'failed' })
  })

  test.each([{ code: 'conflict' }, { code: 'inProgress' }, {}, null])(
    'is not known from another conflict, as it may be our own: %j',
    async (body) => {
      ;[answer, status] = [body, 409]
      await expect(bookCallback.ask(params, input)).rejects.toMatchObject({ ...badAt('appointment.code'), wasSent: true })
    },
  )

  test('is nothing where the request was wrong', async () => {
    ;[answer, status] = [{ code: 'slotTaken' }, 400]
    await expect(bookCallback.ask(params, input)).rejects.toMatchObject({ code: 'BSS_BAD_ANSWER', wasSent: false })
  })
})

test('nothing is sent for an hour that nobody offered', async () => {
  await expect(bookCallback.ask(params, { ...input, slotId: 'tomorrow' })).rejects.toMatchObject(badAt('slotId'))
  expect(bookCallback.backEnd.calls).toBe(0)
})

test('whatever comes is a booking or a bad answer', () =>
  bookCallback.expectNothingElse(jsonLike({ id: 'AP-1', status: 'confirmed' }), input))
