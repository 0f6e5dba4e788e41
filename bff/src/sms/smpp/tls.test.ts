import { once } from 'node:events'
import { connect, type AddressInfo } from 'node:net'
import tls from 'node:tls'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { demoSmsCredentials } from '../../../simulator/sms/credentials.ts'
import { startSmsc, type Smsc } from '../../../simulator/sms/smsc.ts'
import { createTexts, type Texts } from '../../../simulator/sms/texts.ts'
import { certificateKinds, makeCertificates, type CertificateKind, type Certificates } from '../../../simulator/tls/certificates.ts'
import { captureLog } from '../testing/capture-log.ts'
import { eventually } from '../testing/eventually.ts'
import { factoryLimits } from './limits.ts'
import { createSmppSms } from './smpp.ts'

const { user, password } = demoSmsCredentials
const now = () => new Date()
const text = { id: 'text-1', from: 'Aurora', to: '+393991234567', text: 'Ciao' }
const trusted = tls.getCACertificates('default')

const closing: (() => Promise<void>)[] = []
let certificates: Certificates
let texts: Texts
let smsc: Smsc
beforeAll(async () => {
  certificates = await makeCertificates()
  texts = createTexts(now)
  smsc = await startSmsc({ port: 0, credentials: demoSmsCredentials, texts, now })
})
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
  tls.setDefaultCACertificates(trusted)
})
afterAll(() => smsc.close())

/** The centre behind TLS with a certificate of a kind, and our way to it. */
async function start(kind: CertificateKind, patienceMs: number) {
  let octets = 0
  const door = tls.createServer(certificates.of[kind], (socket) => {
    const centre = connect(smsc.port, '127.0.0.1')
    socket.on('data', (chunk: Buffer) => void (octets += chunk.length))
    for (const end of [socket, centre]) end.on('error', () => end.destroy()).on('close', () => void [socket.destroy(), centre.destroy()])
    socket.pipe(centre).pipe(socket)
  })
  door.listen(0, '127.0.0.1')
  await once(door, 'listening')
  const { port } = door.address() as AddressInfo
  const { log, logged } = captureLog()
  const limits = { ...factoryLimits, bindMs: 30_000, answerMs: 30_000, patienceMs, farewellMs: 200 }
  const sms = createSmppSms({ kind: 'smpp', host: '127.0.0.1', port, isTls: true, user, password }, { log, now, limits })
  closing.push(sms.close, () => new Promise((resolve) => door.close(() => resolve())))
  return { sms, logged, octets: () => octets }
}

test('a centre with a certificate of an authority that is trusted is talked to', async () => {
  tls.setDefaultCACertificates([...trusted, certificates.ca])
  const { sms } = await start('valid', 30_000)
  expect(await sms.send(text)).toMatchObject({ status: 'taken' })
  expect(texts.of(text.to)).toHaveLength(1)
})

test.each(certificateKinds.filter((kind) => kind !== 'valid'))(
  'one whose certificate is %s gets no password, and is told by its fault',
  async (kind) => {
    tls.setDefaultCACertificates([...trusted, certificates.ca])
    const { sms, octets, logged } = await start(kind, 200)
    await eventually(() =>
      expect(logged()).toMatch(/"reason":"(CERT_HAS_EXPIRED|ERR_TLS_CERT_ALTNAME_INVALID|DEPTH_ZERO_SELF_SIGNED_CERT)"/),
    )
    expect(await sms.send(text)).toEqual({ status: 'refused', reason: 'unavailable', isWorthTrying: true })
    expect(octets()).toBe(0)
    expect(logged()).not.toContain(password)
  },
)
