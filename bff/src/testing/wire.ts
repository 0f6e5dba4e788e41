import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** The wire between a client and a real server of 127.0.0.1, for faults that no server shows when asked to: TCP, so that every protocol can run over it. */
export type Wire = {
  /** Where a client finds the server; the same after `down` and `up`. */
  readonly port: number
  /** From now on what a client sends arrives nowhere, and no answer comes. A connection that fell silent stays so. */
  hang(): void
  /** From now on every answer is so late, in milliseconds. */
  slow(ms: number): void
  /** From now on every answer is noise: not one byte is what the server sent. */
  garbage(): void
  /** Cuts every connection and takes no new one, as a server that died. */
  down(): Promise<void>
  /** All is well again, but for what has fallen silent. */
  up(): Promise<void>
  /** How many connections there are. */
  open(): number
  /** How many of them have fallen silent. */
  silent(): number
  close(): Promise<void>
}

type Mode = 'passes' | 'hangs' | 'spoils'

export async function startWire(target: { port: number; host?: string }): Promise<Wire> {
  const connections = new Set<Connection>()
  let mode: Mode = 'passes'
  let delayMs = 0

  type Connection = { client: Socket; server: Socket; isSilent: boolean }
  const listener = createServer((client) => {
    const server = connect({ port: target.port, host: target.host ?? '127.0.0.1' })
    const connection: Connection = { client, server, isSilent: false }
    connections.add(connection)
    const cut = () => {
      connections.delete(connection)
      client.destroy()
      server.destroy()
    }
    for (const end of [client, server]) end.setNoDelay(true).on('error', cut).on('close', cut)
    client.on('data', (chunk: Buffer) => {
      if (mode === 'hangs') connection.isSilent = true
      if (!connection.isSilent) pass(chunk, client, server)
    })
    server.on('data', (chunk: Buffer) => {
      // Some protocols begin with a word of the server's.
      if (mode === 'hangs') connection.isSilent = true
      if (connection.isSilent) return
      const spoilt = mode === 'spoils' ? Buffer.alloc(chunk.length, noise) : chunk
      if (delayMs === 0) pass(spoilt, server, client)
      else setTimeout(pass, delayMs, spoilt, server, client)
    })
  })
  const listen = async (port: number) => {
    listener.listen(port, '127.0.0.1')
    await once(listener, 'listening')
  }
  await listen(0)
  const { port } = listener.address() as AddressInfo

  const wire: Wire = {
    port,
    hang: () => void (mode = 'hangs'),
    slow: (ms) => void (delayMs = ms),
    garbage: () => void (mode = 'spoils'),
    async down() {
      if (!listener.listening) return
      const closed = once(listener, 'close')
      listener.close()
      for (const { client, server } of connections) for (const end of [client, server]) end.destroy()
      await closed
    },
    async up() {
      mode = 'passes'
      delayMs = 0
      if (!listener.listening) await listen(port)
    },
    open: () => connections.size,
    silent: () => [...connections].filter(({ isSilent }) => isSilent).length,
    close: () => wire.down(),
  }
  return wire
}

/** No protocol begins like this, whether it tells the length of a message first or not. */
const noise = 0xff

/** As fast as the other side takes it: a wire holds nothing. */
function pass(chunk: Buffer, from: Socket, to: Socket): void {
  if (to.destroyed || to.write(chunk)) return
  from.pause()
  to.once('drain', () => from.resume())
}
