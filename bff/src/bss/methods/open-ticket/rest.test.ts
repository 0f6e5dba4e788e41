import { beforeEach, describe, expect, test } from 'vitest'
import { sendJson } from '../../../testing/back-end.ts'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, params, useRestSource } from '../../../testing/rest-source.ts'

const openTicket = useRestSource('openTicket')
const input = { title: 'Internet non va', description: 'Internet non va\nChe luce vedi?: Rossa', lineId: 'L-1', idempotencyKey: 'key-1' }

let made: unknown
beforeEach(() => {
  made = { id: 'TT-1', status: 'acknowledged' }
  openTicket.backEnd.answer = (response) => sendJson(response, made, 201)
})

describe('what became of it', () => {
  test.each([
    ['acknowledged', 'completed'],
    [' InProgress', 'completed'],
    [undefined, 'completed'],
    ['held', 'completed'],
    ['Rejected', 'failed'],
    ['cancelled', 'failed'],
  ])('%s is %s', async (status, expected) => {
    made = { id: 7, status }
    expect(await openTicket.ask(params, input)).toEqual({ id: '7', status: expected })
    expect(openTicket.backEnd.calls).toBe(1)
  })

  test('is not known from an answer without an id', async () => {
    made = { status: 'acknowledged' }
    await expect(openTicket.ask(params, input)).rejects.toMatchObject(badAt('troubleTicket.id'))
  })
})

test('whatever comes is a receipt or a bad answer', () => openTicket.expectNothingElse(jsonLike({ id: 'TT-1' }), input))
