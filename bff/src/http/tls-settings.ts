import { isMosaicError } from '@mosaic/schemas/errors'
import type { ConfigReader } from '../config-reader.ts'
import { readCertificate } from './certificate.ts'

/** Where the server's certificate, with its chain, and its key are: PEM files. */
export type TlsSettings = {
  /** `TLS_CERT_FILE` */
  certFile: string
  /** `TLS_KEY_FILE` */
  keyFile: string
}

/** Both files or none: without them the BFF speaks plain HTTP, for a proxy before it. */
export function tlsSettings(read: ConfigReader): TlsSettings | undefined {
  const settings = { certFile: read.text('TLS_CERT_FILE', ''), keyFile: read.text('TLS_KEY_FILE', '') }
  if (!settings.certFile && !settings.keyFile) return undefined
  if (!settings.certFile || !settings.keyFile) {
    const [missing, present] = settings.certFile ? ['TLS_KEY_FILE', 'TLS_CERT_FILE'] : ['TLS_CERT_FILE', 'TLS_KEY_FILE']
    read.problem(missing, `the other half of ${present}`, 'nothing', `Set it too, or unset ${present} for plain HTTP`)
    return undefined
  }
  try {
    readCertificate(settings)
  } catch (error) {
    if (!isMosaicError(error)) throw error
    const { expected, got, fix } = error.fault
    read.problem('TLS_CERT_FILE and TLS_KEY_FILE', expected, got, fix)
  }
  return settings
}
