import { beforeEach, expect, test } from 'vitest'
import { sendJson } from '../../../testing/back-end.ts'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, params, useRestSource } from '../../../testing/rest-source.ts'

const recordContact = useRestSource('recordContact')
const input = {
  contactId: 'call-1',
  agentId: 'S-anna',
  channel: 'call',
  about: 'high-bill',
  text: 'Ha visto il dettaglio',
  startedAt: '2026-05-01T10:00:00.000Z',
  endedAt: '2026-05-01T10:04:00.000Z',
  idempotencyKey: 'key-1',
} as const

let made: unknown
beforeEach(() => {
  made = { id: 'PI-1', status: 'completed' }
  recordContact.backEnd.answer = (response) => sendJson(response, made, 201)
})

test('is done when it is written down', async () => {
  expect(await recordContact.ask(params, input)).toEqual({ id: 'PI-1', status: 'completed' })
  expect(recordContact.backEnd.calls).toBe(1)
})

test('is not known from an answer without an id', async () => {
  made = { status: 'completed' }
  await expect(recordContact.ask(params, input)).rejects.toMatchObject(badAt('partyInteraction.id'))
})

test('whatever comes is a receipt or a bad answer', () => recordContact.expectNothingElse(jsonLike({ id: 'PI-1' }), input))
