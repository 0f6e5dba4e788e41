import { ParseOption, XmlDocument, XmlElement as Element, XmlLibError } from 'libxml2-wasm'
import type { SimRequest } from '../http/types.ts'
import { billingNamespace, soapNamespaces } from './envelope.ts'
import { type OperationName, operationNames } from './operations.ts'
import { invalid, SoapProblem } from './problem.ts'
import { securityNamespace } from './security.ts'
import { createBillingValidator, soapActionOf } from './wsdl.ts'

export type BillingRequest = { operation: OperationName; customerId: string }

const namespaces = { soap: soapNamespaces['1.1'], bil: billingNamespace }

/**
 * Reads a call, strictly: SOAP 1.1, the header it demands, one operation, its types as the XSD says. `checkSecurity` gets the
 * WS-Security header. @throws {SoapProblem} whatever is wrong
 */
export function createRequestReader(checkSecurity: (security: Element | undefined) => void): (request: SimRequest) => BillingRequest {
  const validator = createBillingValidator()

  return (request) => {
    const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
    if (type !== 'text/xml')
      throw new SoapProblem('Client', 'INVALID_REQUEST', `Expected content-type text/xml, got ${type ?? 'none'}.`, 415)
    using document = parse(request.body)
    const { root } = document
    if (root.name !== 'Envelope' || root.namespaceUri !== namespaces.soap) {
      throw new SoapProblem('VersionMismatch', 'INVALID_REQUEST', 'Expected an Envelope of SOAP 1.1.')
    }
    checkSecurity(readHeader(root))

    const [call, ...more] = elements(root, 'soap:Body/*')
    if (!call || more.length > 0) throw invalid(`Expected one element in the Body, got ${call ? more.length + 1 : 0}.`)
    const operation = operationNames.find((name) => name === call.name && call.namespaceUri === billingNamespace)
    if (!operation) {
      throw new SoapProblem('Client', 'UNKNOWN_OPERATION', `Expected one of ${operationNames.join(', ')} in ${billingNamespace}.`)
    }
    const action = String(request.headers['soapaction'] ?? '').replace(/^"(.*)"$/, '$1')
    if (action !== '' && action !== soapActionOf(operation)) throw invalid(`Expected SOAPAction "${soapActionOf(operation)}" or "".`)
    try {
      validator.validate(call)
    } catch (error) {
      throw error instanceof XmlLibError ? invalid(error.message.trim()) : error
    }
    return { operation, customerId: call.eval('string(bil:customerId)', namespaces) as string }
  }
}

/** Which operation a call seems to be, right or wrong as it may be. */
export function operationIn(body: Buffer): OperationName | undefined {
  const text = body.toString('utf8')
  return operationNames.find((name) => new RegExp(`<(?:[\\w.-]+:)?${name}[\\s/>]`).test(text))
}

function parse(body: Buffer): XmlDocument {
  let document: XmlDocument
  try {
    document = XmlDocument.fromBuffer(body, { option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE })
  } catch (error) {
    throw error instanceof XmlLibError ? invalid(`Expected well-formed XML: ${error.message.trim()}`) : error
  }
  if (!document.dtd) return document
  document.dispose()
  // SOAP forbids it, and so does common sense.
  throw invalid('Expected no DOCTYPE.')
}

/** The WS-Security header; any other that must be understood is not. */
function readHeader(root: Element): Element | undefined {
  const headers = elements(root, 'soap:Header/*')
  const isSecurity = ({ name, namespaceUri }: Element) => name === 'Security' && namespaceUri === securityNamespace
  const strange = headers.find((header) => !isSecurity(header) && header.eval('string(@soap:mustUnderstand)', namespaces) === '1')
  if (strange) throw new SoapProblem('MustUnderstand', 'INVALID_REQUEST', 'Expected no header but wsse:Security that must be understood.')
  return headers.find(isSecurity)
}

function elements(root: Element, path: string): Element[] {
  return root.find(path, namespaces).filter((node) => node instanceof Element)
}
