import { readFileSync } from 'node:fs'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { billingNamespace } from './envelope.ts'
import { operationNames, type OperationName } from './operations.ts'
import { soapPath } from './paths.ts'

/** The types of every message: requests are held to them, and the tests hold the answers to them. */
export const billingXsd = readFileSync(new URL('./billing.xsd', import.meta.url), 'utf8')

export function createBillingValidator(): XsdValidator {
  using schema = XmlDocument.fromString(billingXsd)
  return XsdValidator.fromDoc(schema)
}

export function soapActionOf(operation: OperationName): string {
  return `${billingNamespace}/${operation}`
}

/** WSDL 1.1 of the billing service: document/literal, one port, the types inline. */
export function billingWsdl(origin: string): string {
  const each = (write: (operation: OperationName) => string) => operationNames.map(write).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>
<wsdl:definitions name="Billing" targetNamespace="${billingNamespace}" xmlns:tns="${billingNamespace}"
    xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/">
  <wsdl:types>${billingXsd.replace(/^<\?xml[^>]*\?>/, '')}</wsdl:types>
  <wsdl:message name="BillingFault"><wsdl:part name="fault" element="tns:BillingFault"/></wsdl:message>${each(
    (name) => `
  <wsdl:message name="${name}Request"><wsdl:part name="parameters" element="tns:${name}"/></wsdl:message>
  <wsdl:message name="${name}Response"><wsdl:part name="parameters" element="tns:${name}Response"/></wsdl:message>`,
  )}
  <wsdl:portType name="BillingPort">${each(
    (name) => `
    <wsdl:operation name="${name}">
      <wsdl:input message="tns:${name}Request"/>
      <wsdl:output message="tns:${name}Response"/>
      <wsdl:fault name="BillingFault" message="tns:BillingFault"/>
    </wsdl:operation>`,
  )}
  </wsdl:portType>
  <wsdl:binding name="BillingBinding" type="tns:BillingPort">
    <soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>${each(
      (name) => `
    <wsdl:operation name="${name}">
      <soap:operation soapAction="${soapActionOf(name)}"/>
      <wsdl:input><soap:body use="literal"/></wsdl:input>
      <wsdl:output><soap:body use="literal"/></wsdl:output>
      <wsdl:fault name="BillingFault"><soap:fault name="BillingFault" use="literal"/></wsdl:fault>
    </wsdl:operation>`,
    )}
  </wsdl:binding>
  <wsdl:service name="Billing">
    <wsdl:port name="BillingPort" binding="tns:BillingBinding"><soap:address location="${origin}${soapPath}"/></wsdl:port>
  </wsdl:service>
</wsdl:definitions>
`
}
