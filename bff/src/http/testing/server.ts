import { once } from 'node:events'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import type { AddressInfo, Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeCertificates, type Certificate, type Certificates } from '../../../simulator/tls/certificates.ts'
import { createLog } from '../../log.ts'
import { createMetrics, type Metrics } from '../../metrics.ts'
import { createServer } from '../create-server.ts'
import { createDrain } from '../drain.ts'
import { httpLimits, type HttpLimits } from '../limits.ts'
import type { TlsSettings } from '../tls-settings.ts'

/** The server by itself, with a listener of the test's. */
export type TestServer = { server: Server; port: number; url: string; metrics: Metrics; close(): Promise<void> }

type Options = { tls?: TlsSettings; maxConnections?: number; limits?: Partial<HttpLimits> }

export async function startServer(listener: RequestListener, { tls, maxConnections = 100, limits }: Options = {}): Promise<TestServer> {
  const metrics = createMetrics()
  const refused = { count: 0 }
  metrics.connectionsRefused.from(() => [{ labels: {}, value: refused.count }])
  const options = { maxConnections, refused, log: createLog('silent'), metrics, limits: { ...httpLimits, ...limits } }
  const server = createServer(listener, { ...options, ...(tls && { tls }) })
  const drain = createDrain(server, { windowMs: 0, graceMs: 0 })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { server, port, url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`, metrics, close: drain }
}

/** Certificates in files, as an operator has them. */
export type CertificateFiles = TlsSettings & {
  certificates: Certificates
  put(certificate: Certificate): Promise<void>
  remove(): Promise<void>
}

export async function certificateFiles(): Promise<CertificateFiles> {
  const dir = await mkdtemp(join(tmpdir(), 'mosaic-tls-'))
  const files = { certFile: join(dir, 'cert.pem'), keyFile: join(dir, 'key.pem') }
  const certificates = await makeCertificates()
  const put = async ({ cert, key }: Certificate) => {
    for (const [file, text] of [[files.certFile, cert], [files.keyFile, key]] as const) {
      await writeFile(`${file}.new`, text)
      await rename(`${file}.new`, file)
    }
  } // prettier-ignore
  await put(certificates.of.valid)
  return { ...files, certificates, put, remove: () => rm(dir, { recursive: true, force: true }) }
}
