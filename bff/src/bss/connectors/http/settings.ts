import { X509Certificate } from 'node:crypto'
import type { ConfigReader } from '../../../config-reader.ts'

/** How back-ends that are asked over https show who they are. */
export type HttpSettings = {
  /**
   * The certificates, in PEM, of the authorities that are trusted instead of the public ones: then no other can speak for a private system. `BSS_CA_FILE`
   * @default the public ones, and those of NODE_EXTRA_CA_CERTS
   */
  ca?: string | undefined
}

export function httpSettings(read: ConfigReader): HttpSettings {
  return { ca: read.file('BSS_CA_FILE', 'a file of certificates in PEM', areCertificates) }
}

/** TLS takes a file without certificates in silence, and then trusts nobody. */
function areCertificates(text: string): boolean {
  const found = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  try {
    for (const pem of found) new X509Certificate(pem)
    return found.length > 0
  } catch {
    return false
  }
}
