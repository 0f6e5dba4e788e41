import { createServer, type Server } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { makeCertificates, type CertificateKind } from './certificates.ts'

/** The same systems over https. */
export type TlsDoor = {
  url: string
  /** The certificate, in PEM, of the authority that a client has to trust. */
  ca: string
  /** Shows this certificate from now on; whoever is connected has to shake hands again. */
  show(kind: CertificateKind): void
}

/** Opens a door on a free port of 127.0.0.1. Nobody answers behind it until somebody serves its server. */
export async function openTlsDoor(kind: CertificateKind): Promise<{ door: TlsDoor; server: Server; hangUp: () => void }> {
  const { ca, of } = await makeCertificates()
  const server = createServer({ ...of[kind], requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 5_000 })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  // The server itself knows only of connections that have asked something.
  const connections = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
  })
  const hangUp = () => connections.forEach((socket) => socket.destroy())
  const show = (next: CertificateKind) => {
    server.setSecureContext(of[next])
    hangUp()
  }
  return { server, hangUp, door: { url: `https://127.0.0.1:${port}`, ca, show } }
}
