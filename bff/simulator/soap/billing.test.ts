import { createHash, randomBytes } from 'node:crypto'
import { XmlDocument, XmlElement as Element } from 'libxml2-wasm'
import { createClientAsync, WSSecurity } from 'soap'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { soapDeviations, type SoapDeviation } from '../faults/types.ts'
import { startSimulator, type Simulator } from '../start.ts'
import { billingNamespace, soapNamespaces } from './envelope.ts'
import { demoCredentials } from './security.ts'
import { createBillingValidator } from './wsdl.ts'

const secext = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd'
const utility = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd'
const profile = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0'
const namespaces = { s: soapNamespaces['1.1'], b: billingNamespace }

let simulator: Simulator
let clock: Date
beforeAll(async () => {
  clock = new Date()
  simulator = await startSimulator({ port: 0, now: () => clock })
})
afterEach(() => simulator.reset())
afterAll(() => simulator.close())

const postpaid = () => simulator.customers.find(({ account }) => account?.bills.length)?.id ?? ''
const prepaid = () => simulator.customers.find(({ account }) => !account)?.id ?? ''

type Token = { username?: string; password?: string; nonce?: Buffer; created?: string }
const digestToken = (token: Token = {}) => {
  const { username, password, nonce, created } = { ...demoCredentials, nonce: randomBytes(16), created: clock.toISOString(), ...token }
  const digest = createHash('sha1').update(nonce).update(created).update(password).digest('base64')
  return (
    `<Security xmlns="${secext}"><UsernameToken><Username>${username}</Username><Password Type="${profile}#PasswordDigest">${digest}</Password>` +
    `<Nonce>${nonce.toString('base64')}</Nonce><Created xmlns="${utility}">${created}</Created></UsernameToken></Security>`
  )
}
const textToken = (password: string, type = ` Type="${profile}#PasswordText"`) =>
  `<Security xmlns="${secext}"><UsernameToken><Username>mosaic</Username><Password${type}>${password}</Password></UsernameToken></Security>`

const message = (body: string, header = digestToken(), namespace = namespaces.s) =>
  `<e:Envelope xmlns:e="${namespace}"><e:Header>${header}</e:Header><e:Body>${body}</e:Body></e:Envelope>`
const query = (operation: string, customerId = postpaid()) =>
  `<${operation} xmlns="${billingNamespace}"><customerId>${customerId}</customerId></${operation}>`
const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${simulator.url}/soap/billing`, { method: 'POST', headers: { 'content-type': 'text/xml; charset=utf-8', ...headers }, body })

const validator = createBillingValidator()
/** What an answer holds; it keeps to the XSD, or this throws. */
const valid = (text: string, path: string): string => {
  using document = XmlDocument.fromString(text)
  const [content] = document.root.find('/s:Envelope/s:Body/b:* | /s:Envelope/s:Body/s:Fault/detail/*', namespaces)
  if (!(content instanceof Element)) throw new Error(`No content in ${text}`)
  validator.validate(content)
  return document.root.eval(`string(${path})`, namespaces) as string
}
const faultCode = async (response: Response) => {
  expect(response.headers.get('content-type')).toBe('text/xml;charset=utf-8')
  const text = await response.text()
  return [valid(text, '//faultcode'), valid(text, '//b:code')]
}

test('a foreign client finds all it needs in the WSDL, and signs in by digest', async () => {
  const client = await createClientAsync(`${simulator.url}/soap/billing?wsdl`)
  client.setSecurity(new WSSecurity(demoCredentials.username, demoCredentials.password, { passwordType: 'PasswordDigest' }))
  const customerId = postpaid()
  const ask = async (operation: string) => ((await client[`${operation}Async`]({ customerId })) as unknown[])[0]
  const customer = simulator.customers.find(({ id }) => id === customerId)
  expect(await ask('GetBills')).toMatchObject({
    bills: { bill: customer?.account?.bills.map(({ id, number, issuedOn }) => ({ id, number, billDate: issuedOn })) },
  })
  expect(await ask('GetAccount')).toMatchObject({ account: { id: customer?.account?.id, directDebit: customer?.account?.autopay } })
  await expect(client['GetBillsAsync']({ customerId: 'C-9999' })).rejects.toMatchObject({
    root: { Envelope: { Body: { Fault: { detail: { BillingFault: { code: 'UNKNOWN_CUSTOMER' } } } } } },
  })
})

test('every answer about everybody keeps to the XSD, to the cent', async () => {
  for (const { id, account } of simulator.customers) {
    const bills = await (await post(message(query('GetBills', id)))).text()
    expect(valid(bills, 'count(//b:bill)')).toBe(String(account?.bills.length ?? 0))
    const sumOf = (name: string) => Math.round(Number(valid(bills, `sum(//b:${name}/b:amount)`)) * 100)
    expect(sumOf('amountDue')).toBe(account?.bills.reduce((sum, bill) => sum + bill.amountCents, 0) ?? 0)
    expect(sumOf('remainingAmount')).toBe(account?.bills.reduce((sum, bill) => sum + bill.remainingCents, 0) ?? 0)

    const balance = await (await post(message(query('GetAccount', id)))).text()
    expect(valid(balance, '//b:balance/b:amount')).toBe(account ? (account.dueCents / 100).toFixed(2) : '')
  }
}, 20_000)

describe('WS-Security', () => {
  const code = async (header: string) => {
    const response = await post(message(query('GetBills'), header))
    return response.status === 200 ? 'ok' : (await faultCode(response)).join(' ')
  }
  const refused = 'soapenv:Client BAD_CREDENTIALS'

  test('a password may come as a digest or as text', async () => {
    expect(await code(digestToken())).toBe('ok')
    expect(await code(textToken(demoCredentials.password))).toBe('ok')
    expect(await code(textToken(demoCredentials.password, ''))).toBe('ok')
  })
  test.each([
    ['no header', () => ''],
    ['another password', () => textToken('guess')],
    ['no password', () => textToken('')],
    ['another password, digested', () => digestToken({ password: 'guess' })],
    ['another user', () => digestToken({ username: 'somebody' })],
    ['a digest without a moment', () => digestToken({ created: '' })],
    ['a digest with a short nonce', () => digestToken({ nonce: Buffer.from('1') })],
    ['an unknown kind of password', () => textToken(demoCredentials.password, ' Type="urn:x"')],
  ])('%s is refused', async (_, header) => expect(await code(header())).toBe(refused))

  test('a message is good once', async () => {
    const header = digestToken()
    expect(await code(header)).toBe('ok')
    expect(await code(header)).toBe('soapenv:Client MESSAGE_REPLAYED')
  })
  test.each([
    [-299, 'ok'],
    [-301, 'soapenv:Client MESSAGE_EXPIRED'],
    [59, 'ok'],
    [61, 'soapenv:Client MESSAGE_EXPIRED'],
  ])('a message from %i seconds ahead: %s', async (seconds, expected) => {
    expect(await code(digestToken({ created: new Date(clock.getTime() + seconds * 1_000).toISOString() }))).toBe(expected)
  })
  test('a moment that is none is not within the window', async () =>
    expect(await code(digestToken({ created: 'yesterday' }))).toBe('soapenv:Client MESSAGE_EXPIRED'))
})

describe('a request that is not as the WSDL says is a fault', () => {
  test.each<[string, () => string, string]>([
    ['an unknown customer', () => message(query('GetBills', 'C-9999')), 'soapenv:Client UNKNOWN_CUSTOMER'],
    ['an unknown operation', () => message(query('GetSecrets')), 'soapenv:Client UNKNOWN_OPERATION'],
    ['an operation of another namespace', () => message('<GetBills xmlns="urn:x"/>'), 'soapenv:Client UNKNOWN_OPERATION'],
    ['an id of another type', () => message(query('GetBills', 'C 1')), 'soapenv:Client INVALID_REQUEST'],
    ['no id', () => message(`<GetBills xmlns="${billingNamespace}"/>`), 'soapenv:Client INVALID_REQUEST'],
    ['an empty body', () => message(''), 'soapenv:Client INVALID_REQUEST'],
    ['two operations', () => message(query('GetBills') + query('GetAccount')), 'soapenv:Client INVALID_REQUEST'],
    ['half a message', () => message(query('GetBills')).slice(0, -12), 'soapenv:Client INVALID_REQUEST'],
    ['no XML', () => 'customerId=C-0001', 'soapenv:Client INVALID_REQUEST'],
    ['a DOCTYPE', () => `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${message(query('GetBills'))}`, 'soapenv:Client INVALID_REQUEST'],
    ['SOAP 1.2', () => message(query('GetBills'), digestToken(), soapNamespaces['1.2']), 'soapenv:VersionMismatch INVALID_REQUEST'],
    ['a header it does not know', () => message(query('GetBills'), `${digestToken()}<x:Route xmlns:x="urn:x" e:mustUnderstand="1"/>`), 'soapenv:MustUnderstand INVALID_REQUEST'],
  ])('%s', async (_, body, expected) => {
    const response = await post(body())
    expect(response.status).toBe(500)
    expect((await faultCode(response)).join(' ')).toBe(expected)
  }) // prettier-ignore

  test('a media type that is not SOAP 1.1, and an action of another operation', async () => {
    const json = await post('{}', { 'content-type': 'application/json' })
    expect([json.status, await faultCode(json)]).toEqual([415, ['soapenv:Client', 'INVALID_REQUEST']])
    const action = await post(message(query('GetBills')), { soapaction: `"${billingNamespace}/GetAccount"` })
    expect(await faultCode(action)).toEqual(['soapenv:Client', 'INVALID_REQUEST'])
  })
})

describe('faults on demand', () => {
  const text = async (customerId?: string) => (await post(message(query('GetBills', customerId)))).text()

  test('strike the method of the operation, and are counted', async () => {
    simulator.faults.set('bills', { kind: 'error', status: 503, retryAfterSeconds: 3 })
    const struck = await post(message(query('GetBills')))
    expect([struck.status, struck.headers.get('retry-after')]).toEqual([503, '3'])
    expect(await faultCode(struck)).toEqual(['soapenv:Server', 'SYSTEM_ERROR'])
    expect((await post(message(query('GetAccount')))).status).toBe(200)
    expect(simulator.calls.of('bills')).toMatchObject({ total: 1, faulted: 1, statuses: { 503: 1 } })
    expect(simulator.calls.of('account')).toMatchObject({ total: 1, faulted: 0, statuses: { 200: 1 } })
  })

  test('garbage and endless lists are XML, as far as they go', async () => {
    for (const body of ['html', 'truncated', 'binary', 'empty'] as const) {
      simulator.faults.set('bills', { kind: 'garbage', body })
      const response = await post(message(query('GetBills')))
      expect(response.headers.get('content-type')).toBe('text/xml;charset=utf-8')
      const garbage = await response.text()
      expect(() => valid(garbage, '.')).toThrow(Error)
    }
    simulator.faults.set('bills', { kind: 'hugeBody', bytes: 1_000_000 })
    const huge = await text()
    expect(huge.length).toBeGreaterThan(1_000_000)
    using document = XmlDocument.fromString(huge)
    expect(document.root.find('//b:bill', namespaces).length).toBeGreaterThan(50)
  })

  test('wrong types: XML of the right shape, and the XSD says no', async () => {
    simulator.faults.set('bills', { kind: 'wrongTypes' })
    const wrong = await text()
    expect(wrong).toContain('<bil:amount>many</bil:amount>')
    expect(() => valid(wrong, '.')).toThrow('not a valid value')
  })

  test('an error keeps its words, however sloppy the system', async () => {
    simulator.faults.set('bills', { kind: 'sloppy' })
    const fault = await text('C-9999')
    expect(fault).toContain('<SOAP-ENV:Value>SOAP-ENV:Sender</SOAP-ENV:Value>')
    expect(fault).toContain('<code>UNKNOWN_CUSTOMER</code>')
    simulator.faults.set('bills', { kind: 'sloppy', deviations: ['namespacePrefixes'] })
    expect(valid(await text('C-9999'), '//faultcode')).toBe('SOAP-ENV:Client')
  })

  const traces: Record<SoapDeviation, RegExp> = {
    blankDates: /<bil:billDate>\d{4}-\d\d-\d\d T/,
    singleObjects: /<bil:GetBillsResponse><bil:bill>/,
    trailingBlanks: /<bil:status>[A-Z_]+ </,
    enumCase: /<bil:status>[A-Z][a-z_]+</,
    namespacePrefixes: /<GetBillsResponse>/,
    nilElements: /<bil:remainingAmount xsi:nil="true"\/>/,
    offsetDates: /T\d\d:\d\d:\d\d\+01:00</,
    commaAmounts: /<bil:amount>\d+,\d\d</,
    extraElements: /<bil:vendorInfo>/,
    soap12: /http:\/\/www\.w3\.org\/2003\/05\/soap-envelope/,
  }
  test.each(soapDeviations)('%s is what it says, and alone', async (deviation) => {
    // One bill, paid: it has all that a deviation can change.
    const customer = simulator.customers.find(({ account }) => account?.bills.length === 1 && account.bills[0]?.remainingCents === 0)
    simulator.faults.set('bills', { kind: 'sloppy', deviations: [deviation] })
    const sloppy = await text(customer?.id)
    for (const [name, trace] of Object.entries(traces)) expect([name, trace.test(sloppy)]).toEqual([name, name === deviation])
  })
})

test('a customer who pays in advance has no account and no bills', async () => {
  expect(valid(await (await post(message(query('GetAccount', prepaid())))).text(), 'count(//b:account)')).toBe('0')
  expect(valid(await (await post(message(query('GetBills', prepaid())))).text(), 'count(//b:bill)')).toBe('0')
})

test('without ?wsdl there is nothing to get', async () => expect((await fetch(`${simulator.url}/soap/billing`)).status).toBe(404))
