import { connect, type Socket } from 'node:net'

/** What came back for one question. */
export type Reply = {
  status: number
  /** When its last byte was there, in epoch milliseconds. */
  atMs: number
  etag: string | undefined
  isZipped: boolean
  /** As it was sent. */
  body: Buffer
}

export type Wire = {
  /**
   * @param head the request line and the headers, each with its line end, but for the one that says whom it is sent to
   * @throws {Error} when the connection breaks, nothing comes in time, or what comes is no reply of known length
   */
  get(head: string): Promise<Reply>
  close(): void
}

type Waiting = { head: string; resolve: (reply: Reply) => void; reject: (error: Error) => void }
type Line = { socket: Socket; asked: Waiting | undefined; sentAtMs: number; chunks: Buffer[]; held: number; reply: Head | undefined }
type Head = Omit<Reply, 'atMs' | 'body'> & { bodyAt: number; end: number; isLast: boolean }

/** How often is looked for replies that do not come, in milliseconds. */
const lookEveryMs = 500

/**
 * HTTP/1.1 over so many connections that stay open, one question at a time on each; who finds none free waits. It does just what the customers of a day need: undici, which does all
 * that HTTP asks of a client, took a fifth of the processors whose load is measured.
 * @param patienceMs a reply that has not come by then never does
 */
export function openWire(origin: string, connections: number, patienceMs: number): Wire {
  const { host, hostname, port } = new URL(origin)
  const idle: Line[] = []
  const lines = new Set<Line>()
  const waiting: Waiting[] = []
  const watch = setInterval(giveUp, lookEveryMs)
  watch.unref()

  return {
    get: (head) =>
      new Promise((resolve, reject) => {
        const one: Waiting = { head, resolve, reject }
        const line = idle.pop() ?? (lines.size < connections ? open() : undefined)
        if (line) send(line, one)
        else waiting.push(one)
      }),
    close() {
      clearInterval(watch)
      for (const { socket } of lines) socket.destroy()
    },
  }

  function open(): Line {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true })
    const line: Line = { socket, asked: undefined, sentAtMs: 0, chunks: [], held: 0, reply: undefined }
    lines.add(line)
    let reason: Error | undefined
    socket.on('data', (chunk: Buffer) => {
      reason = hear(line, chunk)
      if (reason) socket.destroy()
    })
    socket.on('error', (error) => (reason = error))
    socket.on('close', () => {
      lines.delete(line)
      const at = idle.indexOf(line)
      if (at >= 0) idle.splice(at, 1)
      line.asked?.reject(reason ?? new Error(`${origin} closed the connection before it had answered`))
      const next = waiting.shift()
      if (next) send(open(), next)
    })
    return line
  }

  function send(line: Line, asked: Waiting): void {
    line.asked = asked
    line.sentAtMs = performance.now()
    line.socket.write(`${asked.head}host: ${host}\r\n\r\n`, 'latin1')
  }

  /** Says what is wrong with what came. */
  function hear(line: Line, chunk: Buffer): Error | undefined {
    const { asked } = line
    if (!asked) return new Error(`${origin} said something that nobody had asked`)
    line.chunks.push(chunk)
    line.held += chunk.length
    line.reply ??= headOf(line.chunks)
    const { reply } = line
    if (reply === undefined) return undefined
    if (Number.isNaN(reply.end)) return new Error(`${origin} did not say how long its answer is`)
    if (line.held < reply.end) return undefined
    const { status, etag, isZipped, bodyAt, end, isLast } = reply
    const [only] = line.chunks
    const whole = line.chunks.length === 1 && only ? only : Buffer.concat(line.chunks)
    Object.assign(line, { asked: undefined, chunks: [], held: 0, reply: undefined })
    asked.resolve({ status, atMs: performance.timeOrigin + performance.now(), etag, isZipped, body: whole.subarray(bodyAt, end) })
    const next = isLast ? undefined : waiting.shift()
    if (next) send(line, next)
    else if (isLast) line.socket.destroy()
    else idle.push(line)
    return undefined
  }

  function giveUp(): void {
    const before = performance.now() - patienceMs
    for (const { asked, sentAtMs, socket } of lines)
      if (asked && sentAtMs < before) socket.destroy(new Error(`${origin} did not answer within ${patienceMs} ms`))
  }
}

/** What the head says, once it is there whole; `end` is NaN where the length is not told. */
function headOf(chunks: readonly Buffer[]): Head | undefined {
  const [first] = chunks
  const start = chunks.length === 1 && first ? first : Buffer.concat(chunks)
  const headEnd = start.indexOf('\r\n\r\n')
  if (headEnd < 0) return undefined
  const head = start.toString('latin1', 0, headEnd)
  const names = head.toLowerCase()
  const valueOf = (name: string) => {
    const at = names.indexOf(`\r\n${name}: `)
    if (at < 0) return undefined
    const from = at + name.length + 4
    const to = head.indexOf('\r\n', from)
    return head.slice(from, to < 0 ? undefined : to)
  }
  const status = Number(head.slice(9, 12))
  const bodyAt = headEnd + 4
  return {
    status,
    etag: valueOf('etag'),
    isZipped: valueOf('content-encoding') === 'gzip',
    bodyAt,
    end: bodyAt + (status === 304 ? 0 : Number(valueOf('content-length') ?? Number.NaN)),
    isLast: valueOf('connection') === 'close',
  }
}
