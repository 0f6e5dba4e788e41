import { type XmlElement, escapeXml, writeElement } from './xml.ts'

export type SoapVersion = '1.1' | '1.2'
/** What a fault's detail says, as the XSD lists it. */
export type FaultCode =
  'INVALID_REQUEST' | 'UNKNOWN_OPERATION' | 'UNKNOWN_CUSTOMER' | 'BAD_CREDENTIALS' | 'MESSAGE_EXPIRED' | 'MESSAGE_REPLAYED' | 'SYSTEM_ERROR'
/** `Client`: the request is wrong. `Server`: the same request may succeed later. The others are SOAP's own. */
export type FaultParty = 'Client' | 'Server' | 'VersionMismatch' | 'MustUnderstand'
export type Fault = { party: FaultParty; code: FaultCode; reason: string }

/** An answer before it is written: how it is written is free in SOAP, and each system does it in its own way. */
export type Envelope = {
  version: SoapVersion
  /** An empty prefix makes the service's namespace the default one. */
  prefixes: { soap: string; billing: string }
  /** Optional elements without a value are left out, or said to be nil. */
  absent: 'omitted' | 'nil'
  content: XmlElement | Fault
}

export const billingNamespace = 'urn:mosaic:billing:v1'
export const soapNamespaces: Readonly<Record<SoapVersion, string>> = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
}
const instanceNamespace = 'http://www.w3.org/2001/XMLSchema-instance'

export function envelope(content: Envelope['content']): Envelope {
  return { version: '1.1', prefixes: { soap: 'soapenv', billing: 'bil' }, absent: 'omitted', content }
}

export function contentTypeOf({ version }: Envelope): string {
  return `${version === '1.1' ? 'text/xml' : 'application/soap+xml'};charset=utf-8`
}

export function writeEnvelope(envelope: Envelope): string {
  const { version, prefixes, absent, content } = envelope
  const { soap, billing } = prefixes
  const body = 'party' in content ? writeFault(content, envelope) : writeElement(content, billing, absent)
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<${soap}:Envelope xmlns:${soap}="${soapNamespaces[version]}" xmlns${billing && `:${billing}`}="${billingNamespace}" ` +
    `xmlns:xsi="${instanceNamespace}"><${soap}:Body>${body}</${soap}:Body></${soap}:Envelope>`
  )
}

function writeFault({ party, code, reason }: Fault, { version, prefixes: { soap, billing } }: Envelope): string {
  const detail = writeElement({ name: 'BillingFault', content: [{ name: 'code', content: code }] }, billing, 'omitted')
  const text = escapeXml(reason)
  if (version === '1.1') {
    // The children of a SOAP 1.1 fault have no namespace, so the service's must not be the default one here.
    const unqualified = billing ? '' : ' xmlns=""'
    return (
      `<${soap}:Fault><faultcode${unqualified}>${soap}:${party}</faultcode><faultstring${unqualified}>${text}</faultstring>` +
      `<detail${unqualified}>${billing ? detail : detail.replace('>', ` xmlns="${billingNamespace}">`)}</detail></${soap}:Fault>`
    )
  }
  const value = { Client: 'Sender', Server: 'Receiver' }[party as string] ?? party
  return (
    `<${soap}:Fault><${soap}:Code><${soap}:Value>${soap}:${value}</${soap}:Value></${soap}:Code>` +
    `<${soap}:Reason><${soap}:Text xml:lang="en">${text}</${soap}:Text></${soap}:Reason><${soap}:Detail>${detail}</${soap}:Detail></${soap}:Fault>`
  )
}
