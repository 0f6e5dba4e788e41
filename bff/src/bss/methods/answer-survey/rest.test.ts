import { beforeEach, expect, test } from 'vitest'
import { sendJson } from '../../../testing/back-end.ts'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, params, useRestSource } from '../../../testing/rest-source.ts'

const answerSurvey = useRestSource('answerSurvey')
const input = { contentId: 'a-question', answer: 'Sì', comment: 'Tutto chiaro', idempotencyKey: 'key-1' }

let made: unknown
beforeEach(() => {
  made = { id: 'PI-1', status: 'completed' }
  answerSurvey.backEnd.answer = (response) => sendJson(response, made, 201)
})

test('is done when it is written down', async () => {
  expect(await answerSurvey.ask(params, input)).toEqual({ id: 'PI-1', status: 'completed' })
  expect(answerSurvey.backEnd.calls).toBe(1)
})

test('is not known from an answer without an id', async () => {
  made = { status: 'completed' }
  await expect(answerSurvey.ask(params, input)).rejects.toMatchObject(badAt('partyInteraction.id'))
})

test('whatever comes is a receipt or a bad answer', () => answerSurvey.expectNothingElse(jsonLike({ id: 'PI-1' }), input))
