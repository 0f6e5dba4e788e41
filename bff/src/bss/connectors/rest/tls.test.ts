import { rootCertificates } from 'node:tls'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { CertificateKind } from '../../../../simulator/tls/certificates.ts'
import type { TlsDoor } from '../../../../simulator/tls/door.ts'
import { startSimulator, type Simulator } from '../../../../simulator/start.ts'
import { createReader } from '../../../config-reader.ts'
import { createRestConnector } from './connector.ts'
import { restSettings } from './settings.ts'

/* Back-ends that do not show who they are, over real TLS. */

let simulator: Simulator & { tls: TlsDoor }
const connectors: ReturnType<typeof createRestConnector>[] = []
beforeAll(async () => {
  simulator = (await startSimulator({ port: 0, tls: 'valid' })) as typeof simulator
})
afterEach(async () => {
  simulator.reset()
  await Promise.all(connectors.splice(0).map((connector) => connector.close()))
})
afterAll(() => simulator.close())

/** A connector that trusts one authority, by default the simulator's; `null`: the public ones. */
function connect(ca: string | null = simulator.tls.ca) {
  const connector = createRestConnector(restSettings(createReader({ BSS_URL: simulator.tls.url }, [])), ca === null ? {} : { ca })
  connectors.push(connector)
  return (path = 'customer/C-0001') => connector.send({ api: 'customer', path }, { timeoutMs: 10_000 })
}

test('a back-end whose certificate is signed by the authority that is trusted answers', async () => {
  expect(await connect()()).toMatchObject({ status: 200, body: { id: 'C-0001' } })
})

describe('is not asked, because it could be anybody', () => {
  const untrusted = (got: string) => ({
    code: 'BSS_UNAVAILABLE',
    wasSent: false,
    fault: { expected: 'a certificate to trust', got, fix: expect.stringContaining('BSS_CA_FILE') as string },
  })
  test.each<[CertificateKind, string]>([
    ['expired', 'CERT_HAS_EXPIRED'],
    ['wrongHost', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['selfSigned', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
  ])('%s', async (kind, code) => {
    simulator.tls.show(kind)
    await expect(connect()()).rejects.toMatchObject(untrusted(code))
    expect(simulator.calls.of('customer').total).toBe(0)
  })

  test.each([
    ['the public ones', null],
    ['another', rootCertificates[0] ?? ''],
  ])('its authority is not the one that is trusted, which is %s', async (_, ca) => {
    await expect(connect(ca)()).rejects.toMatchObject(untrusted('UNABLE_TO_VERIFY_LEAF_SIGNATURE'))
    expect(simulator.calls.of('customer').total).toBe(0)
  })
})

test('a certificate that runs out under way costs the calls from then on, and a renewed one brings them back by itself', async () => {
  const ask = connect()
  await ask()
  simulator.tls.show('expired')
  await expect.poll(() => ask().catch((error: { fault?: { got: string } }) => error.fault?.got)).toBe('CERT_HAS_EXPIRED')
  simulator.tls.show('valid')
  await expect.poll(() => ask().catch(() => undefined)).toMatchObject({ status: 200 })
})
