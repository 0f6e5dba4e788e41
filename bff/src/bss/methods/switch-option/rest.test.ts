import { beforeEach, describe, expect, test } from 'vitest'
import { startSimulator } from '../../../../simulator/start.ts'
import { sendJson } from '../../../testing/back-end.ts'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, params, useRestSource } from '../../../testing/rest-source.ts'
import { createReader } from '../../../config-reader.ts'
import { createRestConnector, type RestRequest } from '../../connectors/rest/connector.ts'
import { restSettings } from '../../connectors/rest/settings.ts'
import { buyOffer } from '../buy-offer/rest.ts'
import { switchOption as source } from './rest.ts'

const switchOption = useRestSource('switchOption')
const input = { turn: 'on', offeringId: 'OPT-1', idempotencyKey: 'key-1' } as const

let made: unknown
beforeEach(() => {
  made = { id: 'O-1', state: 'Acknowledged ' }
  switchOption.backEnd.answer = (response) => sendJson(response, made)
})

describe('what became of it', () => {
  test.each([
    ['acknowledged', 'pending'],
    ['inProgress', 'pending'],
    ['Completed ', 'completed'],
    ['rejected', 'failed'],
    ['failed', 'failed'],
    ['cancelled', 'failed'],
    [undefined, 'pending'],
  ])('%s is %s', async (state, expected) => {
    made = { id: 7, state }
    expect(await switchOption.ask(params, input)).toEqual({ id: '7', status: expected })
  })

  test('is not known from an answer without an id', async () => {
    made = [{ id: 'O-1' }]
    await expect(switchOption.ask(params, input)).rejects.toMatchObject(badAt('productOrder.id'))
  })
})

test('whatever comes is a receipt or a bad answer', () => switchOption.expectNothingElse(jsonLike({ id: 'O-1', state: 'held' }), input))

test('the operator takes it, once per key: on, bought, and off again', async () => {
  const simulator = await startSimulator({ port: 0 })
  const rest = createRestConnector(restSettings(createReader({ BSS_URL: simulator.url }, [])))
  const send = (request: RestRequest) => rest.send(request, { timeoutMs: 10_000 })
  const context = { currency: 'EUR', now: new Date(), send, sendOnce: send }
  const of = { lineId: 'L-0013-1', customerId: 'C-0013' }
  try {
    simulator.faults.set('all', { kind: 'asynchronous', afterMs: 0 })
    const off = { turn: 'off', productId: 'L-0013-1-O1', idempotencyKey: 'off' } as const
    const first = await source.ask(context, of, off)
    expect(first.status).toBe('completed')
    expect(await source.ask(context, of, off)).toEqual(first)
    expect((await source.ask(context, of, { turn: 'on', offeringId: 'OPT-GIGA-20', idempotencyKey: 'on' })).status).toBe('completed')
    expect((await buyOffer.ask(context, of, { offeringId: 'OFF-TABLET', idempotencyKey: 'buy' })).status).toBe('completed')
    expect([simulator.calls.of('switchOption').total, simulator.calls.of('buyOffer').total]).toEqual([3, 1])
  } finally {
    await rest.close()
    await simulator.close()
  }
})
