import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadConfig } from '../config.ts'
import { readCertificate } from './certificate.ts'
import { askOver2, http2Session } from './testing/http2-client.ts'
import { certificateFiles, startServer, type CertificateFiles } from './testing/server.ts'
import { soon } from './testing/soon.ts'

let files: CertificateFiles
beforeEach(async () => {
  files = await certificateFiles()
})
afterEach(() => files.remove())

describe('what cannot be used is refused at start', () => {
  const load = () => loadConfig({ TLS_CERT_FILE: files.certFile, TLS_KEY_FILE: files.keyFile })

  test('a pair is taken, none is plain HTTP', () => {
    expect(load().tls).toEqual({ certFile: files.certFile, keyFile: files.keyFile })
    expect(loadConfig({}).tls).toBeUndefined()
  })

  test.each([
    ['TLS_CERT_FILE', 'TLS_KEY_FILE'],
    ['TLS_KEY_FILE', 'TLS_CERT_FILE'],
  ])('%s alone', (present, missing) => {
    expect(() => loadConfig({ [present]: files.certFile })).toThrow(`${missing}: expected the other half of ${present}, got "nothing"`)
  })

  test('a file that is not there', () => {
    expect(() => loadConfig({ TLS_CERT_FILE: files.certFile, TLS_KEY_FILE: join(files.keyFile, 'x') })).toThrow(
      /TLS_CERT_FILE and TLS_KEY_FILE: expected a file that can be read, got "ENOTDIR/,
    )
  })

  test.each([
    { file: 'certFile', expected: 'a certificate in PEM' },
    { file: 'keyFile', expected: 'a private key in PEM, without a passphrase' },
  ] as const)('a $file with something else in it, of which nothing is repeated', async ({ file, expected }) => {
    await writeFile(files[file], '-----BEGIN SECRET-----\nhunter2')
    expect(load).toThrow(expected)
    expect(load).not.toThrow(/hunter2/)
  })

  test('a key of another certificate', async () => {
    await writeFile(files.keyFile, files.certificates.of.selfSigned.key)
    expect(load).toThrow(/expected a key that belongs to the certificate, got "another one in/)
  })
})

describe('a renewed certificate', () => {
  const served = async (port: number) => {
    const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false })
    await once(socket, 'secureConnect')
    const { serialNumber } = socket.getPeerCertificate()
    socket.destroy()
    return serialNumber
  }

  test('is served without a restart, and sessions that are open go on', async () => {
    const server = await startServer((_, response) => response.end('well'), { tls: files, limits: { certificateMs: 20 } })
    const session = http2Session(server.url, files.certificates.ca)
    const old = readCertificate(files)
    expect([(await askOver2(session, { ':path': '/' })).text, await served(server.port)]).toEqual(['well', old.serial])

    await files.put(files.certificates.of.selfSigned)
    const next = readCertificate(files)
    expect(next.serial).not.toBe(old.serial)
    await expect.poll(() => served(server.port), soon).toBe(next.serial)
    expect((await askOver2(session, { ':path': '/' })).text).toBe('well')
    const told = await server.metrics.registry.metrics()
    expect(told).toContain(`bff_tls_certificate_expiry_timestamp_seconds{serial="${next.serial}"} ${next.expiresAt.getTime() / 1_000}`)
    expect(told).not.toContain(old.serial)
    session.destroy()
    await server.close()
  })

  test('is not taken while it is half there or broken, and is as soon as it is whole', async () => {
    const server = await startServer((_, response) => response.end('well'), { tls: files, limits: { certificateMs: 20 } })
    const old = readCertificate(files)
    const { selfSigned } = files.certificates.of
    await writeFile(files.certFile, selfSigned.cert)
    await writeFile(files.keyFile, 'half a key')
    for (let count = 0; count < 20; count++) expect(await served(server.port)).toBe(old.serial)
    await writeFile(files.keyFile, selfSigned.key)
    await expect.poll(() => served(server.port), soon).toBe(readCertificate(files).serial)
    await server.close()
  })
})
