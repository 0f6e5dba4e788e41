import type { ConfigReader } from '../../../config-reader.ts'

/** A service that speaks SOAP 1.1. */
export type SoapSettings = {
  /** Where calls go; the WSDL stands there at `?wsdl`. `BSS_SOAP_URL` */
  url: URL
  /** The namespace of its operations, for when the WSDL cannot be read. `BSS_SOAP_NAMESPACE` */
  namespace: string
  /** Signs calls with a WS-Security UsernameToken. `BSS_SOAP_USERNAME`, `BSS_SOAP_PASSWORD` or `BSS_SOAP_PASSWORD_FILE`, `BSS_SOAP_PASSWORD_TYPE` */
  credentials?: { username: string; password: string; type: PasswordType } | undefined
}

export const passwordTypes = ['digest', 'text'] as const
export type PasswordType = (typeof passwordTypes)[number]

/** Nothing where no service is configured. */
export function soapSettings(read: ConfigReader): SoapSettings | undefined {
  const url = read.address('BSS_SOAP_URL', ['http:', 'https:'], 'https://billing.example/soap/billing')
  const namespace = read.text('BSS_SOAP_NAMESPACE', 'urn:mosaic:billing:v1')
  const type = read.oneOf('BSS_SOAP_PASSWORD_TYPE', 'digest', passwordTypes)
  const username = read.text('BSS_SOAP_USERNAME', '')
  const password = read.secret('BSS_SOAP_PASSWORD', username && 'BSS_SOAP_USERNAME')
  return url && { url, namespace, ...(username && { credentials: { username, password: password ?? '', type } }) }
}
