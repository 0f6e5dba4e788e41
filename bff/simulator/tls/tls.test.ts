import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { connect, type TLSSocket } from 'node:tls'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startSimulator, type Simulator } from '../start.ts'
import { makeCertificates, type CertificateKind } from './certificates.ts'
import type { TlsDoor } from './door.ts'

let simulator: Simulator
let door: TlsDoor
beforeAll(async () => {
  simulator = await startSimulator({ port: 0, tls: 'valid' })
  door = simulator.tls as TlsDoor
})
afterAll(() => simulator.close())

/** A client that looks at the certificate and trusts nobody. */
async function shakeHands(): Promise<{ socket: TLSSocket; error: string | undefined }> {
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(door.url).port), ca: door.ca, rejectUnauthorized: false })
  await once(socket, 'secureConnect')
  // Typed as an error, and a code in fact.
  return { socket, error: socket.authorizationError ? String(socket.authorizationError) : undefined }
}

test.each<[CertificateKind, string | undefined]>([
  ['valid', undefined],
  ['expired', 'CERT_HAS_EXPIRED'],
  ['wrongHost', 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['selfSigned', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
])('%s is wrong about one thing at most', async (kind, wrong) => {
  door.show(kind)
  const { socket, error } = await shakeHands()
  expect(error ?? undefined).toBe(wrong)
  socket.destroy()
})

test('whoever is connected when another certificate is shown has to shake hands again', async () => {
  door.show('valid')
  const { socket } = await shakeHands()
  const closed = once(socket.resume(), 'close')
  door.show('expired')
  await closed
  simulator.reset()
  expect((await shakeHands()).error ?? undefined).toBeUndefined()
})

test('the same systems stand behind both doors', async () => {
  const { socket } = await shakeHands()
  socket.write('GET /_simulator/customers HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n')
  const [chunk] = (await once(socket, 'data')) as [Buffer]
  expect(chunk.toString()).toContain('200 OK')
  socket.destroy()
})

test('certificates are made anew each time: nothing of them can be known before', async () => {
  const [one, other] = await Promise.all([makeCertificates(), makeCertificates()])
  expect(new X509Certificate(one.ca).fingerprint256).not.toBe(new X509Certificate(other.ca).fingerprint256)
})
