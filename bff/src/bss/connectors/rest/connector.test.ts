import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startBackEnd, type BackEnd } from '../../../testing/back-end.ts'
import { startWire } from '../../../testing/wire.ts'
import { describeConnector } from '../testing/suite.ts'
import { createRestConnector } from './connector.ts'
import { apiNames, type RestSettings } from './settings.ts'

const ask = { api: 'account', path: 'billingAccount' } as const

/** A back-end behind a wire. */
async function startCounterpart() {
  const backEnd = await startBackEnd()
  const wire = await startWire({ port: Number(backEnd.apis.account.port) })
  const answers = backEnd.answer
  return {
    connector: createRestConnector(settingsFor(wire.port)),
    ask,
    hang: wire.hang,
    slow: wire.slow,
    down: wire.down,
    async up() {
      backEnd.answer = answers
      await wire.up()
    },
    garbage: () => void (backEnd.answer = (response) => response.end('<html>It works!</html>')),
    huge: () => void (backEnd.answer = sendForEver),
    open: wire.open,
    hanging: wire.silent,
    async close() {
      await wire.close()
      await backEnd.close()
    },
  }
}

describeConnector({ name: 'rest', start: startCounterpart })

describe('rest: what is its own', () => {
  let backEnd: BackEnd
  let connector: ReturnType<typeof createRestConnector>
  beforeEach(async () => {
    backEnd = await startBackEnd()
    connector = createRestConnector(backEnd.apis)
  })
  afterEach(async () => {
    await connector.close()
    await backEnd.close()
  })
  const send = () => connector.send(ask, { timeoutMs: 10_000 })

  test.each([301, 302, 303, 307, 308])('a redirection, %i, is no answer and is not followed', async (status) => {
    backEnd.answer = (response) => response.writeHead(status, { location: `${backEnd.apis.account.href}/billingAccount` }).end()
    await expect(send()).rejects.toMatchObject({ code: 'BSS_BAD_ANSWER', isRetryable: false })
    expect(backEnd.calls).toBe(1)
  })

  test('what is only accepted may come without a body; what should have one may not', async () => {
    backEnd.answer = (response) => response.writeHead(202).end()
    expect(await send()).toMatchObject({ status: 202, body: undefined })
    backEnd.answer = (response) => response.writeHead(200).end()
    await expect(send()).rejects.toMatchObject({ code: 'BSS_BAD_ANSWER' })
  })

  test('a status that says something comes back with its body where it is wanted, and only there', async () => {
    backEnd.answer = (response) => response.writeHead(422, { 'content-type': 'application/json' }).end('{"code":"taken"}')
    expect(await connector.send({ ...ask, told: [422] }, { timeoutMs: 10_000 })).toMatchObject({ status: 422, body: { code: 'taken' } })
    for (const request of [ask, { ...ask, told: [404] }]) {
      await expect(connector.send(request, { timeoutMs: 10_000 })).rejects.toMatchObject({ code: 'BSS_BAD_ANSWER', wasSent: false })
    }
  })

  test('what is not even HTTP is a bad answer', async () => {
    const wire = await startWire({ port: Number(backEnd.apis.account.port) })
    const over = createRestConnector(settingsFor(wire.port))
    wire.garbage()
    await expect(over.send(ask, { timeoutMs: 10_000 })).rejects.toMatchObject({ code: 'BSS_BAD_ANSWER', isRetryable: false })
    await wire.up()
    expect(await over.send(ask, { timeoutMs: 10_000 })).toMatchObject({ status: 200 })
    await over.close()
    await wire.close()
  })
})

function settingsFor(port: number): RestSettings {
  return Object.fromEntries(apiNames.map((api) => [api, new URL(`http://127.0.0.1:${port}/${api}`)])) as RestSettings
}

/** Blanks are fine JSON, so far. */
function sendForEver(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' })
  const blanks = Buffer.alloc(64 * 1024, ' ')
  const more = () => {
    while (!response.destroyed && response.write(blanks));
  }
  response.on('drain', more)
  more()
}
