import type { IncomingHttpHeaders } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sendJson, startBackEnd, type BackEnd } from '../../../testing/back-end.ts'
import { createRestConnector, type RestRequest } from './connector.ts'
import { askTask } from './task.ts'

let backEnd: BackEnd
let rest: ReturnType<typeof createRestConnector>
let asked: string[]
beforeAll(async () => {
  backEnd = await startBackEnd()
  rest = createRestConnector(backEnd.apis)
})
beforeEach(() => void (asked = []))
afterAll(async () => {
  await rest.close()
  await backEnd.close()
})

type Step = { status?: number; headers?: IncomingHttpHeaders; body?: unknown }

/** Answers with one step after the other; the last one again and again. */
function goes(...steps: Step[]): void {
  backEnd.answer = (response, path) => {
    const { status = 200, headers = {}, body } = steps[Math.min(asked.length, steps.length - 1)] ?? {}
    asked.push(path)
    if (body === undefined) response.writeHead(status, headers).end()
    else sendJson(response, body, status, headers as Record<string, string>)
  }
}

const send = (request: RestRequest) => rest.send(request, { timeoutMs: 10_000 })
const context = { currency: 'EUR', now: new Date('2026-11-22T10:00:00Z'), send, sendOnce: send }
const ask = () => askTask(context, { api: 'usageConsumption', path: 'queryUsageConsumption', body: {} })
const base = '/usageConsumption/queryUsageConsumption'

test('a task that is done at once is not asked for again', async () => {
  goes({ status: 201, body: { id: 'T', state: 'Done', result: 1 } })
  expect((await ask()).value).toEqual({ id: 'T', state: 'Done', result: 1 })
  expect(asked).toEqual([base])
})

test('one that is accepted is asked for until it is done', async () => {
  goes(
    { status: 202, body: { id: 'T/1', state: 'acknowledged' } },
    { body: { id: 'T/1', state: 'IN_PROGRESS' } },
    { body: { state: 'completed' } },
  )
  expect((await ask()).value).toEqual({ state: 'completed' })
  expect(asked).toEqual([base, `${base}/T%2F1`, `${base}/T%2F1`])
})

test.each(['/tmf/queryUsageConsumption/T', 'https://elsewhere.example/T?x=1', 'T'])(
  'one that only says where it is, %s, is asked for here',
  async (location) => {
    goes({ status: 202, headers: { location } }, { body: { id: 'T', state: 'done' } })
    await ask()
    expect(asked).toEqual([base, `${base}/T`])
  },
)

describe('is a bad answer', () => {
  const bad = { code: 'BSS_BAD_ANSWER', isRetryable: false }
  test.each<[string, Step, number]>([
    ['a task that failed', { body: { id: 'T', state: 'terminatedWithError' } }, 1],
    ['a task that nobody can ask for', { status: 202 }, 1],
    ['a Location that is none', { status: 202, headers: { location: '/%' } }, 1],
    ['a task that does not end', { body: { id: 'T', state: 'inProgress' } }, 5],
    ['nothing, where a task should be', { status: 200 }, 1],
  ])('%s', async (_title, step, calls) => {
    goes(step)
    await expect(ask()).rejects.toMatchObject(bad)
    expect(asked).toHaveLength(calls)
  })
})
