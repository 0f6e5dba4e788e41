import { rename } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import type { Change } from '../../bss/shared/contract.ts'
import type { FastPath } from '../../graphql/plan/fast-path.ts'
import type { PackedAnswer } from '../../graphql/plan/pack.ts'
import { newsId, type Answered, type Asked, type News, type Told } from './contract.ts'
import { hear, say } from './messages.ts'

/** Sends this process's own answers to those who ask for them. */
export type NeighboursServer = {
  /** Tells all to ask no more; resolves when all that was asked is answered. */
  close(): Promise<void>
}

/** How often it is looked whether all is answered, in milliseconds. */
const lookMs = 10

/**
 * Listens at a path of the file system; who listened there before keeps the connections he has.
 * @param onChange what a neighbour has changed
 */
export async function answerNeighbours(path: string, fastPath: FastPath, onChange: (change: Change) => void): Promise<NeighboursServer> {
  const sockets = new Set<Socket>()
  let running = 0
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    // Its end is told by `close`.
    socket.on('error', () => {})
    tell(socket, { isTaking: true })
    hear<Asked | Told>(socket, ({ id, words }) => {
      if ('changes' in words) words.changes.forEach(onChange)
      else answer(socket, id, words)
    })
  })
  // Under a name of its own first: a server that closes takes away the name it began with, and that must not be its successor's.
  const ownPath = `${path}.${process.pid}`
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    // Not by way of the supervisor, who would share it out among all.
    server.listen({ path: ownPath, exclusive: true }, resolve)
  })
  await rename(ownPath, path)

  return {
    async close() {
      server.close()
      for (const socket of sockets) tell(socket, { isTaking: false })
      do await new Promise((resolve) => setTimeout(resolve, lookMs))
      while (running > 0)
      for (const socket of sockets) socket.end()
    },
  }

  function answer(socket: Socket, id: number, asked: Asked): void {
    const answered = answerOf(asked)
    if (!(answered instanceof Promise)) return reply(socket, id, asked, answered)
    running++
    void answered.catch(toNeighbour).then((landed) => {
      running--
      reply(socket, id, asked, landed)
    })
  }

  function answerOf({ wanted, ...question }: Asked): ReturnType<FastPath['answer']> {
    try {
      const ask = fastPath.read(question)
      return ask && fastPath.answer(ask, question, wanted)
    } catch {
      return toNeighbour()
    }
  }
}

/** What goes wrong is told in full by who asks: he meets the same. */
function toNeighbour(): undefined {}

function reply(socket: Socket, id: number, { headers }: Asked, answer: PackedAnswer | undefined): void {
  if (socket.destroyed) return
  if (!answer) return say(socket, { id, words: { isNone: true } satisfies Answered })
  const { bytes, encoding, etag } = answer
  const isKnown = etag !== undefined && headers['if-none-match'] === etag
  say(socket, { id, words: { encoding, etag } satisfies Answered, ...(!isKnown && { bytes }) })
}

function tell(socket: Socket, news: News): void {
  say(socket, { id: newsId, words: news })
}
