import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Current, Release } from '@mosaic/schemas/release'
import type { FromReader, Piece, ToReader } from './messages.ts'
import type { VerifiedMedia } from './read.ts'
import { RefusedByReader, unread } from './refusal.ts'

/** Reads releases where nobody is served, one at a time. */
export type ReleaseReader = {
  /**
   * The same as `readRelease`, without holding this process up. Throws RefusedByReader with what is wrong; READER_ENDED or READER_SILENT when
   * there is no verdict, and then the next read begins with a new reader; ReaderClosedError once it is closed.
   */
  read(current: Current, verifiedMedia: VerifiedMedia & Iterable<string>): Promise<Release>
  /** Ends the reader, and with it what it reads. */
  close(): void
  readonly isClosed: boolean
}

type Options = {
  publishedDir: string
  publicKeyPem: string
  /** How long the reader may say nothing while it reads, in milliseconds. */
  silenceMs?: number
}

const program = fileURLToPath(new URL('reader.ts', import.meta.url))
/** How long a reader is kept that has nothing to read. */
const idleMs = 15_000
/** More memory than any release of the size that is read needs, in MB. */
const maxHeapMb = 1_024
/** Readers that die one after the other are replaced after ever longer pauses, in milliseconds; the first at once. */
const pauseStepMs = 5_000
const maxPauseMs = 60_000

/**
 * Starts a process when there is something to read, and ends it when there has been nothing for a while. A process rather than a thread: one that
 * hangs on a dead share can be killed, and its garbage is collected apart from ours. What it says comes in pieces, the next when the one before
 * has been taken in, so that requests are answered in between.
 */
export function createReleaseReader({ publishedDir, publicKeyPem, silenceMs = 30_000 }: Options): ReleaseReader {
  let reader: ChildProcess | undefined
  let idle: NodeJS.Timeout | undefined
  /** How many ended in a row without a verdict, and the last of those ends. */
  let deaths = 0
  let death: unknown
  let pauseUntil = 0
  let isClosed = false

  const start = (): ChildProcess => {
    const child = fork(program, {
      serialization: 'advanced',
      // Nothing of this process: neither its flags nor its secrets.
      execArgv: [`--max-old-space-size=${maxHeapMb}`],
      env: { NODE_ENV: 'production', NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.on('exit', () => forget(child))
    child.on('error', () => forget(child))
    child.unref()
    child.channel?.unref()
    return child
  }
  const forget = (child: ChildProcess): void => {
    if (reader === child) reader = undefined
  }
  const end = (): void => {
    reader?.kill('SIGKILL')
    reader = undefined
  }

  return {
    async read(current, verifiedMedia) {
      if (isClosed) throw new ReaderClosedError()
      if (performance.now() < pauseUntil) throw death
      clearTimeout(idle)
      reader ??= start()
      try {
        tell(reader, { kind: 'ask', publishedDir, publicKeyPem, current, verifiedMedia: [...verifiedMedia] })
        const release = await receive(reader, verifiedMedia, silenceMs)
        deaths = 0
        return release
      } catch (error) {
        if (isClosed) throw new ReaderClosedError()
        if (error instanceof RefusedByReader) deaths = 0
        else {
          end()
          death = error
          pauseUntil = performance.now() + Math.min(pauseStepMs * deaths++, maxPauseMs)
        }
        throw error
      } finally {
        if (!isClosed) idle = setTimeout(end, idleMs).unref()
      }
    },

    close() {
      isClosed = true
      clearTimeout(idle)
      end()
    },

    get isClosed() {
      return isClosed
    },
  }
}

/** What was asked for is not needed any more. */
export class ReaderClosedError extends Error {}

/** Puts together what the reader says until it is done. */
async function receive(reader: ChildProcess, verifiedMedia: VerifiedMedia, silenceMs: number): Promise<Release> {
  const { promise, resolve, reject } = Promise.withResolvers<Release>()
  const body = new Map<string, unknown>()
  const silence = setTimeout(() => reject(unread('READER_SILENT', `none for ${silenceMs} ms`)), silenceMs)
  const hear = (message: FromReader): void => {
    silence.refresh()
    switch (message.kind) {
      case 'verified':
        verifiedMedia.add(message.media)
        break
      case 'piece':
        takeIn(body, message.piece)
        tell(reader, { kind: 'next' })
        break
      case 'done':
        resolve({ ...Object.fromEntries(body), manifest: message.manifest } as Release)
        break
      case 'refused':
        reject(new RefusedByReader(message.refusal))
    }
  }
  const die = () => reject(unread('READER_ENDED', 'its end'))
  reader.on('message', hear).once('exit', die).once('error', die)
  try {
    return await promise
  } finally {
    clearTimeout(silence)
    reader.off('message', hear).off('exit', die).off('error', die)
  }
}

/** A list comes in runs. */
function takeIn(body: Map<string, unknown>, { part, value }: Piece): void {
  const before = body.get(part)
  if (Array.isArray(before) && Array.isArray(value)) before.push(...(value as unknown[]))
  else body.set(part, value)
}

/** A process that cannot be told anything ends, and its end is heard. */
function tell(reader: ChildProcess, message: ToReader): void {
  reader.send(message, () => undefined)
}
