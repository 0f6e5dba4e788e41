import { request } from 'node:http'
import { XmlDocument, XmlElement, XsdValidator } from 'libxml2-wasm'
import { createClientAsync } from 'soap'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startDoors, type Doors } from '../testing/doors.ts'
import { envelope, namespace } from './names.ts'
import { createWsdl } from './wsdl.ts'
import { createXsd } from './xsd.ts'

const customer = 'C-0014'
const secext = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd'

let doors: Doors
let token: string
let validator: XsdValidator
beforeAll(async () => {
  doors = await startDoors()
  token = await doors.token(customer)
  validator = XsdValidator.fromDoc(XmlDocument.fromString(createXsd(doors.contract).markup))
})
afterAll(async () => {
  validator.dispose()
  await doors.close()
})

const send = async (body: string, { bearer = token, type = 'text/xml; charset=utf-8' } = {}) => {
  const headers = { 'content-type': type, ...(bearer && { authorization: `Bearer ${bearer}` }) }
  const response = await fetch(`${doors.system.bff.url}/soap/v1`, { method: 'POST', headers, body })
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const ask = (operation: string, header = '') =>
  `<s:Envelope xmlns:s="${envelope}"><s:Header>${header}</s:Header><s:Body>${operation}</s:Body></s:Envelope>`
const getMe = `<GetMe xmlns="${namespace}"/>`
const security = (text: string) =>
  `<w:Security xmlns:w="${secext}" s:mustUnderstand="1"><w:BinarySecurityToken ValueType="urn:ietf:params:oauth:token-type:jwt">${text}</w:BinarySecurityToken></w:Security>`

/** What stands in the body, checked against the schema; and of a fault what stands in its detail. */
function check(text: string): { name: string; content: string } {
  const document = XmlDocument.fromString(text)
  const names = { s: envelope, m: namespace }
  const [payload] = document.find('/s:Envelope/s:Body/m:* | /s:Envelope/s:Body/s:Fault/detail/m:*', names)
  if (!(payload instanceof XmlElement)) throw new Error('a message without a payload')
  const message = XmlDocument.fromString(payload.toString().replace(/^<([\w:]+)(?![^>]*xmlns=)/, `<$1 xmlns="${namespace}"`))
  validator.validate(message)
  const result = { name: message.root.name, content: message.root.content }
  document.dispose()
  message.dispose()
  return result
}
const codeOf = (text: string) => /<code>(\w+)<\/code>/.exec(text)?.[1]
const faultCode = (text: string) => /<faultcode>soap:(\w+)<\/faultcode>/.exec(text)?.[1]

describe('the WSDL', () => {
  test('is served as it was printed, with the address it was asked for at', async () => {
    const { url } = doors.system.bff
    const served = await (await fetch(`${url}/soap/v1?wsdl`)).text()
    expect(served).toBe(createWsdl(doors.contract).replace('http://self-care.invalid', url))
    expect(await (await fetch(`${url}/soap/v1?WSDL`)).text()).toBe(served)
  })

  test('names the outer address behind a proxy, and none that is no host', async () => {
    const at = (headers: Record<string, string>) =>
      new Promise<string>((resolve, reject) => {
        const asking = request(`${doors.system.bff.url}/soap/v1?wsdl`, { headers }, (response) => {
          response.setEncoding('utf8')
          let text = ''
          response.on('data', (chunk: string) => (text += chunk))
          response.on('end', () => resolve(/location="([^"]+)"/.exec(text)?.[1] ?? ''))
        })
        asking.on('error', reject).end()
      })
    expect(await at({ host: 'care.example', 'x-forwarded-proto': 'https' })).toBe('https://care.example/soap/v1')
    expect(await at({ host: 'care.example"/><evil' })).toBe('http://self-care.invalid/soap/v1')
    expect(await at({ host: 'care.example', 'x-forwarded-proto': 'javascript' })).toBe('http://care.example/soap/v1')
  })

  test('offers every operation to a client that knows nothing else', async () => {
    const client = await createClientAsync(`${doors.system.bff.url}/soap/v1?wsdl`)
    const { SelfCare } = client.describe() as { SelfCare: { SelfCareSoap: object } }
    expect(Object.keys(SelfCare.SelfCareSoap)).toEqual(doors.contract.operations.map(({ name }) => name))
  })
})

describe('answers', () => {
  test('of many customers fit the schema, also with every system down', async () => {
    const operations = doors.contract.operations.filter(({ isWrite }) => !isWrite).map(({ name }) => name)
    expect(operations.length).toBeGreaterThan(4)
    const customers = doors.system.simulator.customers.slice(0, 20).map(({ id }) => id)
    for (const id of customers) {
      const bearer = await doors.token(id)
      for (const name of operations) {
        const { status, headers, text } = await send(ask(`<${name} xmlns="${namespace}"/>`), { bearer })
        expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, 'text/xml; charset=utf-8', 'no-store'])
        expect(check(text).name).toBe(`${name}Response`)
      }
    }
    doors.system.simulator.faults.set('all', { kind: 'error', status: 500 })
    const bearer = await doors.token(doors.system.simulator.customers[40]?.id ?? '')
    for (const name of operations)
      expect(check((await send(ask(`<${name} xmlns="${namespace}"/>`), { bearer })).text).name).toBe(`${name}Response`)
    doors.system.simulator.faults.clear()
  })

  test('come whatever the prefixes, the order and the white space', async () => {
    const [line] = doors.system.simulator.customers.find(({ id }) => id === customer)?.lines ?? []
    const body = `\n <m:GetHome xmlns:m="${namespace}">\n <m:formFactor> EXPANDED </m:formFactor><m:line><![CDATA[${line?.id}]]></m:line><m:surface/></m:GetHome>`
    const { status, text } = await send(
      `<?xml version="1.0"?><x:Envelope xmlns:x="${envelope}"><x:Body id="b1">${body}</x:Body></x:Envelope>`,
    )
    expect(status).toBe(200)
    expect(check(text).content).toContain('12')
    expect(text).toContain('<columns>12</columns>')
  })

  test('carry texts as they are, but for what XML cannot carry', async () => {
    const name = 'Bit & <Byte> "Söhne" \u{1f600}\u0000\u000b'
    const odd = await doors.system.simulator.issueToken(customer, { claims: { name } })
    const { text } = await send(ask(getMe), { bearer: odd })
    expect(check(text).content).toContain('Bit & <Byte> "Söhne" \u{1f600}\ufffd\ufffd')
  })
})

describe('who asks', () => {
  test.each([
    { name: 'as it is', write: (text: string) => text },
    { name: 'in base64', write: (text: string) => Buffer.from(text).toString('base64') },
  ])('a WS-Security token written $name', async ({ write }) => {
    const { status, text } = await send(ask(getMe, security(write(token))), { bearer: '' })
    expect([status, check(text).content.includes(customer)]).toEqual([200, true])
  })

  test('nobody, or somebody whose token is not good', async () => {
    for (const header of ['', security('x'), security('a.b.c'), '<w:Security xmlns:w="x"/>', security('')]) {
      const { status, text } = await send(ask(getMe, header), { bearer: '' })
      expect([status, faultCode(text), codeOf(text), check(text).name]).toEqual([500, 'Client', 'UNAUTHENTICATED', 'Refusal'])
    }
  })

  test('two tokens are one too many', async () => {
    const { text } = await send(ask(getMe, security(await doors.token('C-0018'))))
    expect([codeOf(text), check(text).content]).toEqual(['BAD_INPUT', expect.stringContaining('Security header')])
  })
})

describe('what cannot be read', () => {
  const bomb = `<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`
  const file = `<!DOCTYPE s [<!ENTITY passwd SYSTEM "file:///etc/passwd">]>`
  test.each([
    { name: 'no XML', body: 'hello', says: 'envelope' },
    { name: 'nothing', body: '', says: 'envelope' },
    { name: 'a cut-off envelope', body: ask(getMe).slice(0, -20), says: 'envelope' },
    { name: 'entities that multiply', body: `${bomb}${ask(getMe)}`, says: 'DOCTYPE' },
    { name: 'entities that read files', body: `${file}${ask(`<GetHome><surface>&passwd;</surface></GetHome>`)}`, says: 'DOCTYPE' },
    { name: 'elements without end', body: ask(`${'<a>'.repeat(1_000)}${'</a>'.repeat(1_000)}`), says: 'deeper than' },
    { name: 'no operation', body: ask(''), says: 'Body' },
    { name: 'two operations', body: ask(getMe + `<GetBills/>`), says: 'Body' },
    { name: 'the same operation twice', body: ask(getMe + getMe), says: 'Body' },
    { name: 'another operation', body: ask('<DropTables/>'), says: 'GetMe, GetHome' },
    { name: 'an unknown input', body: ask('<GetBalance><lines>L</lines></GetBalance>'), says: 'lines' },
    { name: 'an input twice', body: ask('<GetBalance><line>L</line><line>M</line></GetBalance>'), says: 'line' },
    { name: 'an input with parts', body: ask('<GetBalance><line><id>L</id></line></GetBalance>'), says: 'line' },
  ])('$name: a fault that says where', async ({ body, says }) => {
    const { status, text } = await send(body)
    expect([status, faultCode(text), codeOf(text)]).toEqual([500, 'Client', 'BAD_INPUT'])
    expect(check(text).content).toContain(says)
    expect(text).not.toContain('root:')
  })

  test.each([
    {
      name: 'too much',
      send: () => send(ask(`<GetHome><surface>${'x'.repeat(70_000)}</surface></GetHome>`)),
      status: 413,
      code: 'BODY_TOO_LARGE',
    },
    { name: 'SOAP 1.2', send: () => send(ask(getMe), { type: 'application/soap+xml' }), status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' },
    { name: 'JSON', send: () => send('{}', { type: 'application/json' }), status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' },
  ])('$name: $status', async ({ send: sent, status, code }) => {
    const answer = await sent()
    expect([answer.status, codeOf(answer.text), check(answer.text).name]).toEqual([status, code, 'Refusal'])
  })

  test('GET without ?wsdl, and other methods', async () => {
    for (const method of ['GET', 'PUT']) {
      const response = await fetch(`${doors.system.bff.url}/soap/v1`, { method })
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, POST'])
    }
  })

  test('what goes wrong inside is the server’s fault, and never leaves', async () => {
    const spy = vi.spyOn(doors.system.bff.engine, 'get').mockImplementation(() => {
      throw new Error('canary-db-7-password')
    })
    const { status, text } = await send(ask(`<GetBills/>`))
    spy.mockRestore()
    expect([status, faultCode(text), codeOf(text)]).toEqual([500, 'Server', 'INTERNAL_SERVER_ERROR'])
    expect(text).not.toMatch(/canary|node_modules|\.ts|stack/)
  })
})
