import type { IncomingMessage } from 'node:http'
import { beforeEach, describe, expect, test } from 'vitest'
import { sendJson } from '../../../testing/back-end.ts'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, params, useRestSource } from '../../../testing/rest-source.ts'

const autoTopUp = useRestSource('autoTopUp')
const on = { isOn: true, amountMinor: 1_500, period: 'monthly', idempotencyKey: 'key-1' } as const
const off = { isOn: false, idempotencyKey: 'key-1' } as const
const bucket = { id: 'B-1', usageType: 'monetary', remainingValue: { amount: 1, units: 'EUR' }, partyAccount: { id: 'A-1' } }
const rule = { id: 'AT/1', status: 'completed', isAutoTopup: true, recurringPeriod: 'monthly', amount: { amount: 15, units: 'EUR' } }

let rules: unknown[]
let ended: number
let asked: string[]
beforeEach(() => {
  rules = [rule]
  ended = 204
  asked = []
  autoTopUp.backEnd.answer = (response, path) => {
    const { method } = (response as unknown as { req: IncomingMessage }).req
    asked.push(`${method} ${path.split('?')[0]?.split('/').slice(-2).join('/')}`)
    if (method === 'DELETE') response.writeHead(ended).end()
    else if (method === 'POST') sendJson(response, { id: 'AT-2', status: 'created' }, 201)
    else sendJson(response, path.includes('bucket') ? [bucket] : rules)
  }
})

describe('on', () => {
  test('is a top-up that comes back', async () => {
    expect(await autoTopUp.ask(params, on)).toEqual({ id: 'AT-2', status: 'pending' })
    expect(asked).toEqual(['GET prepayBalance/bucket', 'POST prepayBalance/topupBalance'])
  })
})

describe('off', () => {
  test.each([
    [204, 'completed'],
    [200, 'completed'],
    [202, 'pending'],
  ])('ends the rule: %i is %s', async (status, expected) => {
    ended = status
    expect(await autoTopUp.ask(params, off)).toEqual({ id: 'AT/1', status: expected })
    expect(asked).toEqual(['GET prepayBalance/topupBalance', 'DELETE topupBalance/AT%2F1'])
  })

  test('is done already where no rule holds', async () => {
    rules = [
      { ...rule, status: 'cancelled' },
      { ...rule, id: 'TU-1', isAutoTopup: false, recurringPeriod: undefined },
    ]
    expect(await autoTopUp.ask(params, off)).toEqual({ id: 'none', status: 'completed' })
    expect(asked).toEqual(['GET prepayBalance/topupBalance'])
  })

  test('a rule without an id cannot be ended, so nothing is', async () => {
    rules = [rule, { ...rule, id: undefined }]
    await expect(autoTopUp.ask(params, off)).rejects.toMatchObject(badAt('topupBalance[1].id'))
    expect(asked).toEqual(['GET prepayBalance/topupBalance'])
  })
})

test('whatever comes is a receipt or a bad answer', () => autoTopUp.expectNothingElse(jsonLike([bucket]), on))
