import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { demoCredentials } from '../../../../simulator/soap/security.ts'
import { startSimulator, type Simulator } from '../../../../simulator/start.ts'
import { createReader } from '../../../config-reader.ts'
import { envelope, sendXml, startSoapService, type SoapService } from '../../../testing/soap-service.ts'
import { startWire } from '../../../testing/wire.ts'
import { BssFailure } from '../../failure.ts'
import { describeConnector } from '../testing/suite.ts'
import { createSoapConnector, type SoapRequest } from './connector.ts'
import { passwordTypes, soapSettings, type SoapSettings } from './settings.ts'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
})
afterEach(() => simulator.reset())
afterAll(() => simulator.close())

const getBills: SoapRequest = { operation: 'GetBills', body: { customerId: 'C-0001' } }
const settingsFor = (port: number | string, password = demoCredentials.password): SoapSettings => ({
  url: new URL(`http://127.0.0.1:${port}/soap/billing`),
  namespace: 'urn:mosaic:billing:v1',
  credentials: { username: demoCredentials.username, password, type: 'digest' },
})

describeConnector({
  name: 'soap',
  async start() {
    const wire = await startWire({ port: Number(new URL(simulator.url).port) })
    return {
      connector: createSoapConnector(settingsFor(wire.port)),
      ask: getBills,
      hang: wire.hang,
      slow: wire.slow,
      down: wire.down,
      async up() {
        simulator.faults.clear()
        await wire.up()
      },
      garbage: () => simulator.faults.set('bills', { kind: 'garbage' }),
      huge: () => simulator.faults.set('bills', { kind: 'hugeBody', bytes: 1_000_000_000 }),
      open: wire.open,
      hanging: wire.silent,
      close: wire.close,
    }
  },
})

describe('the billing service', () => {
  const ask = (settings: SoapSettings) => sendOnce(settings, getBills)
  const port = () => new URL(simulator.url).port

  test.each(passwordTypes)('lets in who signs by %s', async (type) => {
    const settings = settingsFor(port())
    const answers = await ask({ ...settings, credentials: { ...demoCredentials, type } })
    expect(answers.element).toBe('GetBillsResponse')
  })

  test('refuses a password: a bad answer that tells why, and never the password', async () => {
    const failure: unknown = await ask(settingsFor(port(), 'guess-4711')).catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'BSS_BAD_ANSWER', wasSent: false, fault: { got: 'a fault of the client BAD_CREDENTIALS' } })
    expect(String(failure)).not.toMatch(/guess|mosaic/)
  })

  test('is in trouble: unavailable, and worth another try', async () => {
    simulator.faults.set('bills', { kind: 'error', status: 503, retryAfterSeconds: 7 })
    await expect(ask(settingsFor(port()))).rejects.toMatchObject({
      code: 'BSS_UNAVAILABLE',
      isRetryable: true,
      retryAfterSeconds: 7,
      fault: { got: 'a fault of the server SYSTEM_ERROR' },
    })
  })

  test('leads elsewhere: nobody follows', async () => {
    simulator.faults.set('bills', { kind: 'redirect' })
    await expect(ask(settingsFor(port()))).rejects.toMatchObject({ code: 'BSS_BAD_ANSWER', fault: { got: '302' } })
    expect(simulator.calls.followedRedirects()).toBe(0)
  })
})

describe('any service', () => {
  let service: SoapService
  beforeEach(async () => void (service = await startSoapService()))
  afterEach(() => service.close())

  const ask = (request = getBills, timeoutMs = 10_000) => sendOnce(service.settings, request, timeoutMs)
  const called = () => service.requests.findLast(({ method }) => method === 'POST')
  const answer = (...sent: Parameters<typeof sendXml> extends [unknown, ...infer Rest] ? Rest : never) =>
    (service.answer = (response) => sendXml(response, ...sent))

  test('is told exactly what was meant', async () => {
    const body = {
      text: `<a> & "b"`,
      number: 1.5,
      flag: false,
      absent: undefined,
      inner: { x: 'é', y: [1, 2] },
      list: [{ z: 'a' }, { z: 'b' }],
    }
    await ask({ operation: 'Do', body })
    expect(called()?.body).toContain(
      '<m:text>&lt;a&gt; &amp; &quot;b&quot;</m:text><m:number>1.5</m:number><m:flag>false</m:flag><m:inner><m:x>é</m:x><m:y>1</m:y><m:y>2</m:y></m:inner>' +
        '<m:list><m:z>a</m:z></m:list><m:list><m:z>b</m:z></m:list></m:Do>',
    )
    expect(called()?.body).not.toContain('wsse')
  })

  test.each(['\u0000', '\u001f', '\ud800', '\uffff'])('is not told what XML cannot hold: %j', async (customerId) => {
    await expect(ask({ operation: 'Do', body: { customerId } })).rejects.toMatchObject({ code: 'BSS_BAD_ANSWER', wasSent: false })
    expect(called()).toBeUndefined()
  })

  test('answers as plain data, whatever the prefixes and the version', async () => {
    answer(
      '<?xml version="1.0"?><E:Envelope xmlns:E="http://www.w3.org/2003/05/soap-envelope" xmlns:xsi="urn:i"><E:Header><t xmlns="urn:t">1</t></E:Header>' +
        '<E:Body><n:R xmlns:n="urn:n"><n:a xsi:type="x:string">007</n:a><n:b xsi:nil="true"/><n:c>1</n:c><n:c><![CDATA[<2>]]></n:c></n:R></E:Body></E:Envelope>',
      200,
      { 'content-type': 'application/soap+xml' },
    )
    expect(await ask()).toEqual({ element: 'R', body: { a: '007', b: '', c: ['1', '<2>'] } })
  })

  test.each([
    ['by HTTP', Buffer.from(envelope('<R>\u00e8</R>'), 'latin1'), 'text/xml; charset="ISO-8859-1"'],
    ['by its declaration', Buffer.from(`<?xml version='1.0' encoding='windows-1252'?>${envelope('<R>\u00e8</R>')}`, 'latin1'), 'text/xml'],
    ['by its first bytes', Buffer.from(`\ufeff${envelope('<R>\u00e8</R>')}`, 'utf16le'), 'text/xml'],
    ['by nothing', Buffer.from(`\ufeff${envelope('<R>\u00e8</R>')}`), 'text/xml'],
  ])('tells its encoding %s', async (_, bytes, type) => {
    answer(bytes, 200, { 'content-type': type })
    expect(await ask()).toEqual({ element: 'R', body: '\u00e8' })
  })

  const fault11 = (code: string, detail = '') =>
    envelope(`<s:Fault><faultcode>${code}</faultcode><faultstring>Anna Rossi, 3331234567</faultstring>${detail}</s:Fault>`)
  const fault12 = (code: string) =>
    envelope(`<s:Fault><s:Code><s:Value>${code}</s:Value></s:Code><s:Reason><s:Text xml:lang="en">Anna Rossi</s:Text></s:Reason></s:Fault>`)
  const again = { code: 'BSS_UNAVAILABLE', isRetryable: true, wasSent: true }
  const never = { code: 'BSS_BAD_ANSWER', isRetryable: false, wasSent: false }
  test.each<[string, number, object, string]>([
    [fault11('s:Server'), 500, again, 'a fault of the server'],
    [fault11('s:Server.Busy', '<detail><e><errorCode>TRY_LATER</errorCode></e></detail>'), 500, again, 'a fault of the server TRY_LATER'],
    [fault11('s:Client'), 500, never, 'a fault of the client'],
    [fault11('s:Client', '<detail><e><code>3331234567</code></e></detail>'), 500, never, 'a fault of the client'],
    [fault11('s:MustUnderstand'), 500, never, 'a fault of the mustunderstand'],
    [fault11('42'), 500, never, 'a fault'],
    // Some send their faults with a status that says that all is well.
    [fault11('s:Server'), 200, again, 'a fault of the server'],
    [fault12('s:Receiver'), 500, again, 'a fault of the receiver'],
    [fault12('s:Sender'), 400, never, 'a fault of the sender'],
  ])('a fault is what its code says, and keeps its words to itself: %#', async (body, status, expected, got) => {
    answer(body, status)
    const failure: unknown = await ask().catch((error: unknown) => error)
    expect(failure).toMatchObject({ ...expected, fault: { got } })
    expect(String(failure)).not.toMatch(/Anna|333/)
  })

  test.each<[string, string, number, object]>([
    ['a page with status 503', '<html>', 503, { code: 'BSS_UNAVAILABLE', fault: { got: '503' } }],
    ['XML with status 500 that is no envelope', '<error/>', 500, { code: 'BSS_UNAVAILABLE', fault: { got: '500' } }],
    ['a response with status 500', envelope('<R/>'), 500, { code: 'BSS_UNAVAILABLE', fault: { got: '500' } }],
    ['XML that is no envelope', '<error/>', 200, { code: 'BSS_BAD_ANSWER' }],
    ['an envelope without a body', '<Envelope/>', 200, { code: 'BSS_BAD_ANSWER' }],
    ['an empty body', envelope(''), 200, { code: 'BSS_BAD_ANSWER', fault: { got: '0' } }],
    ['two responses', envelope('<R/><R/>'), 200, { code: 'BSS_BAD_ANSWER', fault: { got: '2' } }],
    ['half an envelope', envelope('<R/>').slice(0, -12), 200, { code: 'BSS_BAD_ANSWER' }],
    ['a DOCTYPE', `<!DOCTYPE x [<!ENTITY e "y">]>${envelope('<R>&e;</R>')}`, 200, { code: 'BSS_BAD_ANSWER' }],
    ['elements too deep', envelope('<R>'.repeat(100) + '</R>'.repeat(100)), 200, { code: 'BSS_BAD_ANSWER' }],
    ['more than half a megabyte', envelope(`<R>${'x'.repeat(512 * 1024)}</R>`), 200, { code: 'BSS_BAD_ANSWER' }],
    ['another encoding than it says', '<?xml version="1.0" encoding="klingon"?><R/>', 200, { code: 'BSS_BAD_ANSWER' }],
  ])('%s is a failure', async (_, body, status, expected) => {
    answer(body, status)
    await expect(ask()).rejects.toMatchObject(expected)
  })

  test('whatever comes is an answer or a BssFailure', async () => {
    const connector = createSoapConnector(service.settings)
    const whole = Buffer.from(`<?xml version="1.0" encoding="utf-8"?>${envelope('<R a="1"><x>&lt;</x><y><![CDATA[z]]></y></R>')}`)
    const spoilt = fc.tuple(fc.nat(whole.length), fc.nat(20), fc.uint8Array({ maxLength: 8 })).map(([at, less, more]) => Buffer.concat([whole.subarray(0, at), more, whole.subarray(at + less)])) // prettier-ignore
    await fc.assert(
      fc.asyncProperty(spoilt, async (bytes) => {
        answer(bytes)
        const came: unknown = await connector.send(getBills, { timeoutMs: 10_000 }).catch((error: unknown) => error)
        if (came instanceof Error) expect(came).toBeInstanceOf(BssFailure)
        else expect(came).toHaveProperty('element')
      }),
      { numRuns: 300 },
    )
    await connector.close()
  })
})

test('the environment is read into settings, and without an address into none', () => {
  const problems: string[] = []
  expect(soapSettings(createReader({ BSS_SOAP_NAMESPACE: 'urn:b' }, problems))).toBeUndefined()
  const url = 'https://billing.example/soap'
  expect(soapSettings(createReader({ BSS_SOAP_URL: url }, problems))).toEqual({ url: new URL(url), namespace: 'urn:mosaic:billing:v1' })
  const env = {
    BSS_SOAP_URL: url,
    BSS_SOAP_NAMESPACE: 'urn:b',
    BSS_SOAP_USERNAME: 'crm',
    BSS_SOAP_PASSWORD: 's',
    BSS_SOAP_PASSWORD_TYPE: 'text',
  }
  expect(soapSettings(createReader(env, problems))).toEqual({
    url: new URL(url),
    namespace: 'urn:b',
    credentials: { username: 'crm', password: 's', type: 'text' },
  })
  expect(problems).toEqual([])
  soapSettings(createReader({ BSS_SOAP_URL: 'ftp://billing.example', BSS_SOAP_USERNAME: 'crm' }, problems))
  expect(problems).toEqual([expect.stringMatching(/^BSS_SOAP_URL: /), expect.stringMatching(/^BSS_SOAP_PASSWORD: /)])
})

async function sendOnce(settings: SoapSettings, request: SoapRequest, timeoutMs = 10_000) {
  const connector = createSoapConnector(settings)
  return connector.send(request, { timeoutMs }).finally(() => void connector.close())
}
