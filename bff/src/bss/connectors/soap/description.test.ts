import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { sendXml, startSoapService, type SoapService } from '../../../testing/soap-service.ts'
import { createSoapConnector, type SoapRequest } from './connector.ts'

/* A service is called as its WSDL says; a WSDL that cannot be read holds nobody up. */

let service: SoapService
beforeEach(async () => void (service = await startSoapService()))
afterEach(() => service.close())

const getBills: SoapRequest = { operation: 'GetBills', body: { customerId: 'C-0001' } }
async function ask(timeoutMs = 10_000) {
  const connector = createSoapConnector(service.settings)
  return connector.send(getBills, { timeoutMs }).finally(() => void connector.close())
}
const called = () => service.requests.findLast(({ method }) => method === 'POST')
const fetched = () => service.requests.filter(({ method }) => method === 'GET').map(({ path }) => path)

const wsdl = ({ address = '/v2/endpoint', imports = '', form = 'unqualified' } = {}) => `
  <w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:t="urn:described">
    ${imports}
    <w:types><x:schema xmlns:x="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:described" elementFormDefault="${form}">
      <x:element name="BillsQuery"/></x:schema></w:types>
    <w:message name="In"><w:part name="p" element="t:BillsQuery"/></w:message>
    <w:portType name="Port"><w:operation name="GetBills"><w:input message="t:In"/></w:operation></w:portType>
    <w:binding name="B" type="t:Port"><soap:binding transport="http://schemas.xmlsoap.org/soap/http"/>
      <w:operation name="GetBills"><soap:operation soapAction="urn:act"/></w:operation></w:binding>
    <w:service name="S"><w:port name="P" binding="t:B"><soap:address location="${address}"/></w:port></w:service>
  </w:definitions>`
const describeAs = (text: string) => (service.describe = (response) => sendXml(response, text))

test('a call takes its path, action, element and namespace from the WSDL', async () => {
  describeAs(wsdl({ address: new URL('/v2/endpoint?x=1', service.settings.url).href }))
  await ask()
  expect(fetched()).toEqual(['/legacy/billing?wsdl'])
  expect(called()).toMatchObject({
    path: '/v2/endpoint?x=1',
    headers: { soapaction: '"urn:act"', 'content-type': 'text/xml;charset=utf-8' },
  })
  expect(called()?.body).toContain('<m:BillsQuery xmlns:m="urn:described"><customerId>C-0001</customerId></m:BillsQuery>')
  describeAs(wsdl({ form: 'qualified' }))
  await ask()
  expect(called()?.body).toContain('<m:customerId>')
})

test('the WSDL is read once, whatever is asked', async () => {
  describeAs(wsdl())
  const connector = createSoapConnector(service.settings)
  await Promise.all(Array.from({ length: 20 }, () => connector.send(getBills, { timeoutMs: 10_000 })))
  await connector.send({ operation: 'GetOther', body: {} }, { timeoutMs: 10_000 })
  await connector.close()
  expect(fetched()).toHaveLength(1)
  expect(called()?.body).toContain('<m:GetOther xmlns:m="urn:configured">')
})

test('an address of another system is not its own: credentials go nowhere else', async () => {
  const elsewhere = await startSoapService()
  describeAs(wsdl({ address: elsewhere.settings.url.href.replace('legacy', 'other') }))
  await ask()
  expect(called()?.path).toBe('/legacy/billing')
  expect(called()?.body).toContain('urn:described')
  expect(elsewhere.requests).toEqual([])
  await elsewhere.close()
})

test('a WSDL in several parts is read whole, but for parts of another system', async () => {
  const elsewhere = await startSoapService()
  const imports = ['/parts/more.wsdl', '/parts/more.wsdl', elsewhere.settings.url.href]
    .map((place) => `<w:import location="${place}"/>`)
    .join('')
  const [head = '', tail = ''] = wsdl({ imports }).split('<w:message name="In">')
  service.describe = (response, path) =>
    sendXml(response, path.endsWith('?wsdl') ? `${head}</w:definitions>` : `${wsdl().split('<w:types>')[0]}<w:message name="In">${tail}`)
  await ask()
  expect(fetched()).toEqual(['/legacy/billing?wsdl', '/parts/more.wsdl'])
  expect(called()?.headers.soapaction).toBe('"urn:act"')
  expect(elsewhere.requests).toEqual([])
  await elsewhere.close()
})

test('parts without end are read up to a bound', async () => {
  let part = 0
  service.describe = (response) => sendXml(response, wsdl({ imports: `<w:import location="/part/${part++}"/>` }))
  await ask()
  expect(fetched()).toHaveLength(16)
})

test.each<[string, (service: SoapService) => SoapService['describe']]>([
  ['is not there', () => (response) => response.writeHead(404).end()],
  ['hangs', () => () => undefined],
  ['is no WSDL', () => (response) => sendXml(response, '<html/>')],
  ['has a DOCTYPE', () => (response) => sendXml(response, `<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname">]>${wsdl()}`)],
])('a call goes by the settings when the WSDL %s', async (_, describes) => {
  service.describe = describes(service)
  const connector = createSoapConnector(service.settings)
  await connector.send(getBills, { timeoutMs: 1_000 })
  const begun = performance.now()
  await connector.send(getBills, { timeoutMs: 10_000 })
  // Who comes after one that waited in vain does not wait.
  expect(performance.now() - begun).toBeLessThan(1_000)
  await connector.close()
  expect(called()).toMatchObject({ path: '/legacy/billing', headers: { soapaction: '""' } })
  expect(called()?.body).toContain('<m:GetBills xmlns:m="urn:configured"><m:customerId>C-0001</m:customerId></m:GetBills>')
})

test('a system that hangs altogether costs the first call its time, and no more', async () => {
  service.describe = () => undefined
  service.answer = () => undefined
  const begun = performance.now()
  await expect(ask(200)).rejects.toMatchObject({ code: 'BSS_TIMEOUT' })
  expect(performance.now() - begun).toBeGreaterThanOrEqual(198)
  expect(performance.now() - begun).toBeLessThan(350)
  expect(service.requests.map(({ method }) => method)).toEqual(['GET', 'POST'])
})

test('a WSDL that could not be read is tried again a minute later, behind the calls', async () => {
  vi.useFakeTimers({ toFake: ['performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const connector = createSoapConnector(service.settings)
  await connector.send(getBills, { timeoutMs: 10_000 })
  describeAs(wsdl())
  vi.advanceTimersByTime(59_000)
  await connector.send(getBills, { timeoutMs: 10_000 })
  expect(fetched()).toHaveLength(1)
  vi.advanceTimersByTime(2_000)
  await vi.waitFor(async () => {
    await connector.send(getBills, { timeoutMs: 10_000 })
    expect(called()?.headers.soapaction).toBe('"urn:act"')
  })
  expect(fetched()).toHaveLength(2)
  await connector.close()
})
