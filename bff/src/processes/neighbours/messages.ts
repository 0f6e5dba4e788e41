import type { Socket } from 'node:net'

/** One thing that a process says to another: words as JSON, and bytes beside them. `id` tells to which question an answer belongs. */
export type Message<Words> = { id: number; words: Words; bytes: Buffer }

/** Before each message: how long it is with this, its id, and how long its words are, in bytes. */
const prefixBytes = 12
/** Longer than any question or answer: whoever says more has lost his place. */
const largestBytes = 64 * 1024 * 1024
const nothing = Buffer.alloc(0)

export function say(socket: Socket, { id, words, bytes = nothing }: Omit<Message<object>, 'bytes'> & { bytes?: Buffer }): void {
  const text = JSON.stringify(words)
  const wordsBytes = Buffer.byteLength(text)
  const message = Buffer.allocUnsafe(prefixBytes + wordsBytes + bytes.length)
  message.writeUInt32LE(message.length, 0)
  message.writeUInt32LE(id, 4)
  message.writeUInt32LE(wordsBytes, 8)
  message.write(text, prefixBytes)
  message.set(bytes, prefixBytes + wordsBytes)
  socket.write(message)
}

/** Calls `heard` for each message; what it says to the same socket meanwhile goes out together. A connection that makes no sense is cut. */
export function hear<Words>(socket: Socket, heard: (message: Message<Words>) => void): void {
  let rest: Buffer = nothing
  socket.on('data', (chunk: Buffer) => {
    const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    socket.cork()
    const end = takeMessages(all, heard)
    socket.uncork()
    if (end === undefined) socket.destroy()
    // Of what has been heard, nothing is held on to.
    else rest = end === all.length ? nothing : all.subarray(end)
  })
}

/** Says where the first message begins that is not there to its end; `undefined`: there is one that makes no sense. */
function takeMessages<Words>(all: Buffer, heard: (message: Message<Words>) => void): number | undefined {
  let at = 0
  while (all.length - at >= prefixBytes) {
    const [length, id, wordsBytes] = [all.readUInt32LE(at), all.readUInt32LE(at + 4), all.readUInt32LE(at + 8)]
    if (length > largestBytes || length < prefixBytes + wordsBytes) return undefined
    if (at + length > all.length) break
    const wordsEnd = at + prefixBytes + wordsBytes
    const words = wordsOf<Words>(all.toString('utf8', at + prefixBytes, wordsEnd))
    if (words === undefined) return undefined
    at += length
    heard({ id, words, bytes: all.subarray(wordsEnd, at) })
  }
  return at
}

function wordsOf<Words>(text: string): Words | undefined {
  try {
    const words: unknown = JSON.parse(text)
    return typeof words === 'object' && words !== null ? (words as Words) : undefined
  } catch {
    return undefined
  }
}
