import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { LRUCache } from 'lru-cache'
import { BssFailure } from '../../failure.ts'
import type { Connector } from '../contract.ts'
import { createAttempts } from '../attempts.ts'
import type { FileAnswer, FileRequest, FileRules, RefusalReason } from './contract.ts'
import type { Reply, ToReader } from './messages.ts'

/** How many files one process reads at a time: each may hold one of its threads for ever. */
const readsAtATime = 64
/** Together with the above: how many reads may hang. Beyond it a read fails at once. */
const maxProcesses = 4
/** How long a process may take to let go of a read that nobody waits for, before it is replaced. */
const graceMs = 200
const idleMs = 60_000
/** How much is kept of files that have not changed, by their size on the disk. */
const keptBytes = 64 * 1024 * 1024

type Pending = { settle(reply: Reply): void; fail(failure: BssFailure): void }
type Reader = {
  process: ChildProcess
  /** Those somebody waits for. */
  pending: Map<number, Pending>
  /** Those nobody waits for any more and that are still held, each with the end of the patience. */
  lettingGo: Map<number, NodeJS.Timeout>
  idle: NodeJS.Timeout | undefined
}
type ReadersOf<FolderSettings> = {
  /** The module that calls `serveReads`. */
  program: URL
  /** What is read, in errors. */
  kind: string
  folder: FolderSettings
  rules: FileRules
}
type Kept = { version: string; bytes: number; answer: FileAnswer }

/**
 * Reads files in processes of their own. A read on a dead share never returns, holds its thread, and would hold this process when it ends: a process
 * can be killed, a thread cannot. There large files are parsed as well, which takes too long for a process that answers customers. A process
 * that does not let go of a read that is over takes nothing more and is killed as soon as nobody waits for its other reads.
 */
export function createReaders<FolderSettings>({
  program,
  kind,
  folder,
  rules,
}: ReadersOf<FolderSettings>): Connector<FileRequest, FileAnswer> {
  const attempts = createAttempts()
  const readers = new Set<Reader>()
  const kept = new LRUCache<string, Kept>({ maxSize: keptBytes, sizeCalculation: ({ bytes }) => bytes + 1 })
  let current: Reader | undefined
  let lastId = 0

  const start = (): Reader => {
    const child = fork(fileURLToPath(program), {
      serialization: 'advanced',
      // Nothing of this process: neither its flags nor its secrets.
      execArgv: [],
      env: { NODE_ENV: 'production', UV_THREADPOOL_SIZE: String(readsAtATime) },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    const reader: Reader = { process: child, pending: new Map(), lettingGo: new Map(), idle: undefined }
    readers.add(reader)
    child.on('message', (reply: Reply) => receive(reader, reply))
    child.on('exit', () => bury(reader))
    // It could not be started, or not be told: it is of no use.
    child.on('error', () => (child.pid === undefined ? bury(reader) : child.kill('SIGKILL')))
    tell(reader, { kind: 'start', folder, rules })
    child.unref()
    child.channel?.unref()
    return reader
  }

  /** A process with room for one more read. */
  const take = (): Reader | undefined => {
    if (current && current.pending.size + current.lettingGo.size < readsAtATime) return current
    return readers.size < maxProcesses ? (current = start()) : undefined
  }

  const receive = (reader: Reader, reply: Reply): void => {
    const pending = reader.pending.get(reply.id)
    clearTimeout(reader.lettingGo.get(reply.id))
    reader.lettingGo.delete(reply.id)
    reader.pending.delete(reply.id)
    pending?.settle(reply)
    rest(reader)
  }

  const letGo = (reader: Reader, id: number): void => {
    if (!reader.pending.delete(id)) return
    tell(reader, { kind: 'let-go', id })
    reader.lettingGo.set(id, setTimeout(() => retire(reader), graceMs).unref())
  }

  /** It takes nothing more. */
  const retire = (reader: Reader): void => {
    if (current === reader) current = undefined
    rest(reader)
  }

  /** When nobody waits for a process it ends; not at once if it may be asked again. */
  const rest = (reader: Reader): void => {
    if (reader.pending.size > 0) return
    if (reader !== current) reader.process.kill('SIGKILL')
    else reader.idle ??= setTimeout(() => retire(reader), idleMs).unref()
  }

  const bury = (reader: Reader): void => {
    readers.delete(reader)
    if (current === reader) current = undefined
    clearTimeout(reader.idle)
    for (const patience of reader.lettingGo.values()) clearTimeout(patience)
    for (const { fail } of reader.pending.values()) fail(died(kind))
  }

  return {
    send({ path }, attempt) {
      const name = `${kind} ${path.split('/')[0]}`
      return attempts.run(name, attempt, async ({ ended, sent }) => {
        const reader = take()
        if (!reader) throw crowded(name)
        const id = ++lastId
        const known = kept.get(path)
        clearTimeout(reader.idle)
        reader.idle = undefined
        const { promise, resolve, reject } = Promise.withResolvers<Reply>()
        reader.pending.set(id, { settle: resolve, fail: reject })
        ended().addEventListener('abort', () => letGo(reader, id), { once: true })
        tell(reader, { kind: 'ask', id, path, known: known?.version })
        sent()
        return answerOf(path, name, await promise, known)
      })
    },

    async close() {
      attempts.close()
      for (const reader of readers) reader.process.kill('SIGKILL')
      // What cannot be killed is not waited for.
      for (const reader of readers) bury(reader)
    },
  }

  function answerOf(path: string, name: string, reply: Reply, known: Kept | undefined): FileAnswer {
    if ('refusal' in reply) throw refused(name, reply.refusal)
    if ('isUnchanged' in reply && known) return known.answer
    if (!('file' in reply)) throw died(name)
    const { data, modifiedMs, version, bytes, isVersionSure } = reply.file
    const answer: FileAnswer = { data, modifiedAt: new Date(modifiedMs).toISOString() }
    if (isVersionSure) kept.set(path, { version, bytes, answer })
    else kept.delete(path)
    return answer
  }
}

/** A process that cannot be told anything ends, and its end is heard. */
function tell<FolderSettings>(reader: Reader, message: ToReader<FolderSettings>): void {
  reader.process.send(message, () => undefined)
}

function refused(name: string, { code, fault, wasSent, isRetryable }: RefusalReason): BssFailure {
  return new BssFailure(code, name, fault, { wasSent, isRetryable })
}

function crowded(name: string): BssFailure {
  const fault = { expected: 'reads that end', got: `${maxProcesses} processes full of reads that hang`, fix: 'Look at the share' }
  return new BssFailure('BSS_UNAVAILABLE', name, fault, { wasSent: false, isRetryable: true })
}

function died(name: string): BssFailure {
  const fault = {
    expected: 'an answer of the reader process',
    got: 'its end',
    fix: 'Ask again; if it ends again, look at its last words in the log',
  }
  return new BssFailure('BSS_UNAVAILABLE', name, fault, { wasSent: true, isRetryable: true })
}
