import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto'
import { readFileSync, unwatchFile, watchFile } from 'node:fs'
import { isMosaicError, MosaicError } from '@mosaic/schemas/errors'
import type { Logger } from '../log.ts'
import type { TlsSettings } from './tls-settings.ts'

/** Who the server is, for TLS: the certificate with its chain and the key, in PEM. */
export type Certificate = { cert: string; key: string; serial: string; expiresAt: Date }

/**
 * Reads the pair. Files are small and local, and read at start and when they change.
 * @throws {MosaicError} CERTIFICATE_UNUSABLE when a file cannot be read, is not what it should be, or the two do not belong together
 */
export function readCertificate({ certFile, keyFile }: TlsSettings): Certificate {
  const cert = contents(certFile)
  const key = contents(keyFile)
  const leaf = parse('a certificate in PEM', certFile, () => new X509Certificate(cert))
  const privateKey = parse('a private key in PEM, without a passphrase', keyFile, (): KeyObject => createPrivateKey(key))
  if (!leaf.checkPrivateKey(privateKey)) {
    throw unusable('a key that belongs to the certificate', `another one in ${keyFile}`)
  }
  return { cert, key, serial: leaf.serialNumber, expiresAt: leaf.validToDate }
}

type Watch = { log: Logger; pollMs: number; take: (certificate: Certificate) => void }

/**
 * Hands over the pair each time it is renewed, until it is told to stop. Looks at the files by their time, for they may be links that are exchanged.
 * Between the writing of one file and of the other they do not match: until they do, the old pair serves.
 */
export function watchCertificate(settings: TlsSettings, { log, pollMs, take }: Watch): () => void {
  const renew = () => {
    try {
      const certificate = readCertificate(settings)
      take(certificate)
      log.info({ serial: certificate.serial, expiresAt: certificate.expiresAt }, 'the certificate was renewed')
    } catch (error) {
      if (!isMosaicError(error)) throw error
      log.warn({ code: error.code, fault: error.fault }, 'the new certificate cannot be used: the old one serves')
    }
  }
  const files = [settings.certFile, settings.keyFile]
  for (const file of files) watchFile(file, { interval: pollMs, persistent: false }, renew)
  return () => {
    for (const file of files) unwatchFile(file, renew)
  }
}

function contents(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    const got = cause instanceof Error && 'code' in cause ? String(cause.code) : 'an error'
    throw unusable('a file that can be read', `${got} from ${file}`, cause)
  }
}

/** The words of the parser stay in the cause: they may repeat what stands in the file. */
function parse<T>(expected: string, file: string, read: () => T): T {
  try {
    return read()
  } catch (cause) {
    throw unusable(expected, `something else in ${file}`, cause)
  }
}

function unusable(expected: string, got: string, cause?: unknown): MosaicError {
  const fix = 'Set TLS_CERT_FILE and TLS_KEY_FILE to a pair, or unset both for plain HTTP'
  return new MosaicError('CERTIFICATE_UNUSABLE', 'TLS cannot be served', { expected, got, fix }, { cause })
}
