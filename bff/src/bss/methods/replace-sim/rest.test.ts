import { beforeEach, describe, expect, test } from 'vitest'
import { sendJson } from '../../../testing/back-end.ts'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, params, useRestSource } from '../../../testing/rest-source.ts'

const replaceSim = useRestSource('replaceSim')
const input = { form: 'esim', reason: 'stolen', idempotencyKey: 'key-1' } as const

let made: unknown
beforeEach(() => {
  made = { id: 'O-1', state: 'acknowledged' }
  replaceSim.backEnd.answer = (response) => sendJson(response, made, 201)
})

describe('what became of it', () => {
  test.each([
    ['acknowledged', 'pending'],
    ['inProgress', 'pending'],
    ['Completed ', 'completed'],
    ['rejected', 'failed'],
  ])('%s is %s', async (state, expected) => {
    made = { id: 7, state }
    expect(await replaceSim.ask(params, input)).toEqual({ id: '7', status: expected })
    expect(replaceSim.backEnd.calls).toBe(1)
  })

  test('is not known from an answer without an id', async () => {
    made = { state: 'completed' }
    await expect(replaceSim.ask(params, input)).rejects.toMatchObject(badAt('productOrder.id'))
  })
})

test('whatever comes is a receipt or a bad answer', () => replaceSim.expectNothingElse(jsonLike({ id: 'O-1', state: 'held' }), input))
