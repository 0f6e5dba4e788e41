import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** A client that sends bytes and not requests, so that it can do what no HTTP client would. */
export type RawClient = {
  socket: Socket
  send(text: string): void
  /** What has come so far. */
  text(): string
  /** Resolves when the connection has ended, by whomever. */
  closed: Promise<void>
}

export async function rawClient(port: number): Promise<RawClient> {
  const socket = connect({ port, host: '127.0.0.1' })
  let text = ''
  // Being cut off is what most of these clients deserve.
  socket.on('error', () => {}).on('data', (chunk: Buffer) => (text += chunk.toString('latin1')))
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()))
  await once(socket, 'connect')
  return { socket, send: (bytes) => void socket.write(bytes), text: () => text, closed }
}
