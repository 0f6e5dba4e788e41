import { createHmac } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { demoSmsCredentials } from '../../../simulator/sms/credentials.ts'
import { startSimulator } from '../../../simulator/start.ts'
import { startWire } from '../../testing/wire.ts'
import type { Receipt, Text } from '../contract.ts'
import { captureLog } from '../testing/capture-log.ts'
import { describeSms } from '../testing/suite.ts'
import { createHttpSms } from './http.ts'
import { factoryLimits } from './limits.ts'
import { reportsPath, serveReports } from './serve-reports.ts'

const { token, reportSecret } = demoSmsCredentials
const quick = { ...factoryLimits, connectMs: 10_000, throttledMs: 30, farewellMs: 200 }
const text: Text = { id: 'text-1', from: 'Aurora', to: '+393991234567', text: 'Ciao' }

async function listen(listener: RequestListener) {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
}

/** A door for reports, as the BFF has one. */
async function listenForReports(heard: (receipt: Receipt) => void, now = () => new Date()) {
  const handle = serveReports({ secret: reportSecret, now, heard })
  return listen((request, response) => {
    const url = new URL(request.url ?? '/', 'http://bff.invalid')
    void Promise.resolve(handle(request, response, url)).then((isTaken) => isTaken || response.writeHead(404).end())
  })
}

describeSms('HTTP', async (limits) => {
  const simulator = await startSimulator({ port: 0 })
  const wire = await startWire({ port: Number(new URL(simulator.url).port) })
  let hear: (receipt: Receipt) => void = () => {}
  const door = await listenForReports((receipt) => hear(receipt))
  const { log, logged } = captureLog()
  const url = new URL(`http://127.0.0.1:${wire.port}/sms/v1/messages`)
  const reports = { url: new URL(door.url + reportsPath), secret: reportSecret }
  const sms = createHttpSms({ kind: 'http', url, token, reports }, { log, limits: { ...quick, ...limits } })
  hear = sms.heard
  return {
    sms,
    wire,
    arrived: simulator.texts.of,
    behave: simulator.texts.behave,
    logged,
    async close() {
      await sms.close()
      await wire.close()
      await door.close()
      await simulator.close()
    },
  }
})

describe('what the gateway answers', () => {
  const close: (() => Promise<void>)[] = []
  afterEach(async () => {
    for (const end of close.splice(0).toReversed()) await end()
  })
  async function start(listener: RequestListener) {
    const { url, close: end } = await listen(listener)
    const { log, logged } = captureLog()
    const settings = { kind: 'http', url: new URL(`${url}/messages?v=1`), token, reports: undefined } as const
    const sms = createHttpSms(settings, { log, limits: { ...quick, answerMs: 30_000 } })
    close.push(end, sms.close)
    return { sms, logged }
  }

  test('one POST with the token, and the id of the text as idempotency key', async () => {
    const asked: unknown[] = []
    const { sms } = await start((request, response) => {
      const { method, url, headers } = request
      let body = ''
      request.on('data', (chunk: Buffer) => (body += chunk.toString()))
      request.on('end', () => {
        asked.push({ method, url, token: headers.authorization, key: headers['idempotency-key'], body: JSON.parse(body) })
        response.writeHead(202).end('{"id":"M1"}')
      })
    })
    expect(await sms.send(text)).toEqual({ status: 'taken', messageId: 'M1' })
    const body = { from: 'Aurora', to: '+393991234567', text: 'Ciao' }
    expect(asked).toEqual([{ method: 'POST', url: '/messages?v=1', token: `Bearer ${token}`, key: 'text-1', body }])
  })

  test.each([
    [200, '{"id":""}', 'unknown', false],
    [202, 'It works!', 'unknown', false],
    [202, `{"id":"M1","more":"${'x'.repeat(100_000)}"}`, 'unknown', false],
    [302, '', 'unknown', false],
    [400, '', 'refused', false],
    [401, '{"code":"token"}', 'refused', false],
    [422, '{"code":"number"}', 'number', false],
    [422, '{"code":"<script>"}', 'refused', false],
    [429, '', 'throttled', true],
    [500, '{"id":"M1"}', 'unknown', false],
    [503, '', 'unavailable', true],
  ])('%i %s is %s', async (status, body, reason, isWorthTrying) => {
    let asked = 0
    const { sms, logged } = await start((_request, response) => {
      asked++
      response.writeHead(status, { location: '/elsewhere' }).end(body)
    })
    expect(await sms.send(text)).toEqual({ status: 'refused', reason, isWorthTrying })
    // Only what surely sent nothing, and may pass at once, is asked a second time.
    expect(asked).toBe(status === 429 ? 2 : 1)
    expect(logged()).not.toContain(token)
  })
})

describe('reports', () => {
  const at = new Date('2026-11-26T07:10:00Z')
  let receipts: Receipt[]
  let door: Awaited<ReturnType<typeof listenForReports>>
  beforeEach(async () => {
    receipts = []
    door = await listenForReports((receipt) => receipts.push(receipt), () => at) // prettier-ignore
  })
  afterEach(() => door.close())
  const sign = (body: string, { secret = reportSecret, seconds = at.getTime() / 1_000 } = {}) =>
    `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`
  const post = async (body: string, signature: string | undefined) => {
    const response = await fetch(door.url + reportsPath, {
      method: 'POST',
      body,
      headers: signature ? { 'x-sms-signature': signature } : {},
    })
    return { status: response.status, text: await response.text() }
  }
  const delivered = JSON.stringify({ id: 'M1', state: 'delivered' })

  test('are heard when they are signed, also twice', async () => {
    const undelivered = JSON.stringify({ id: 'M2', state: 'undelivered', reason: 'expired' })
    for (const body of [delivered, undelivered, delivered]) expect((await post(body, sign(body))).status).toBe(204)
    expect(receipts).toEqual([
      { messageId: 'M1', state: 'delivered', at },
      { messageId: 'M2', state: 'undelivered', reason: 'expired', at },
      { messageId: 'M1', state: 'delivered', at },
    ])
  })

  test.each([
    ['none', undefined],
    ['another secret', sign(delivered, { secret: 'another' })],
    ['an old one', sign(delivered, { seconds: at.getTime() / 1_000 - 301 })],
    ['one of tomorrow', sign(delivered, { seconds: at.getTime() / 1_000 + 301 })],
    ['of another body', sign('{}')],
    ['nonsense', 't=1,v1=zz'],
  ])('with a signature that is wrong (%s) are not', async (_title, signature) => {
    expect((await post(delivered, signature)).status).toBe(401)
    expect(receipts).toEqual([])
  })

  test.each([
    '',
    '{',
    '{"id":"M1"}',
    '{"id":"M1","state":"read"}',
    '{"id":"","state":"delivered"}',
    '{"id":"M1","state":"delivered","to":"+39"}',
  ])('that are none (%s) are refused, signed or not', async (body) => {
    expect((await post(body, sign(body))).status).toBe(400)
    expect(receipts).toEqual([])
  })

  test('of a megabyte are not read, and nothing but POST is taken', async () => {
    const huge = 'x'.repeat(1_000_000)
    // The answer may come before the rest was sent.
    expect(await post(huge, sign(huge)).then(({ status }) => status, () => 413)).toBe(413) // prettier-ignore
    expect((await fetch(door.url + reportsPath)).status).toBe(405)
    expect(receipts).toEqual([])
  })
})
