import { ParseOption, XmlDocument } from 'libxml2-wasm'
import type { Contract } from '../contract.ts'
import { markup } from '../markup.ts'
import { location, namespace } from './names.ts'
import { createXsd } from './xsd.ts'

const soap = 'http://schemas.xmlsoap.org/wsdl/soap/'

/** The SOAP door in WSDL 1.1, document/literal: what the Basic Profile wants, and every tool reads. */
export function createWsdl(contract: Contract): string {
  const { operations } = contract
  const action = (name: string) => `${namespace}/${name}`
  return indented(
    markup`<?xml version="1.0" encoding="UTF-8"?>
<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="${soap}" xmlns:tns="${namespace}" name="SelfCare" targetNamespace="${namespace}">
  <wsdl:documentation>What the platform can do, for channels that speak SOAP. The customer’s access token comes as "Authorization: Bearer", or as a WS-Security BinarySecurityToken.</wsdl:documentation>
  <wsdl:types>${createXsd(contract)}</wsdl:types>
  ${operations.map(
    ({ name }) => markup`<wsdl:message name="${name}"><wsdl:part name="body" element="tns:${name}"/></wsdl:message>
  <wsdl:message name="${name}Response"><wsdl:part name="body" element="tns:${name}Response"/></wsdl:message>`,
  )}
  <wsdl:message name="Refusal"><wsdl:part name="detail" element="tns:Refusal"/></wsdl:message>
  <wsdl:portType name="SelfCare">${operations.map(
    ({ name, description }) => markup`<wsdl:operation name="${name}">
      <wsdl:documentation>${description}</wsdl:documentation>
      <wsdl:input message="tns:${name}"/>
      <wsdl:output message="tns:${name}Response"/>
      <wsdl:fault name="Refusal" message="tns:Refusal"/>
    </wsdl:operation>`,
  )}</wsdl:portType>
  <wsdl:binding name="SelfCareSoap" type="tns:SelfCare">
    <soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
    ${operations.map(
      ({ name }) => markup`<wsdl:operation name="${name}">
      <soap:operation soapAction="${action(name)}"/>
      <wsdl:input><soap:body use="literal"/></wsdl:input>
      <wsdl:output><soap:body use="literal"/></wsdl:output>
      <wsdl:fault name="Refusal"><soap:fault name="Refusal" use="literal"/></wsdl:fault>
    </wsdl:operation>`,
    )}
  </wsdl:binding>
  <wsdl:service name="SelfCare">
    <wsdl:port name="SelfCareSoap" binding="tns:SelfCareSoap"><soap:address location="${location}"/></wsdl:port>
  </wsdl:service>
</wsdl:definitions>`.markup,
  )
}

/** For people: a contract is read and compared line by line. */
function indented(text: string): string {
  const document = XmlDocument.fromString(text, { option: ParseOption.XML_PARSE_NOBLANKS })
  try {
    return document.toString({ format: true })
  } finally {
    document.dispose()
  }
}
