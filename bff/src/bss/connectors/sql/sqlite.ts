import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { badAnswer, type BssFailure } from '../../failure.ts'
import { tooLarge } from '../failures.ts'
import { refused, tooManyRows, unreachable } from './failures.ts'
import { maxBytes, type Database, type Session, type SqlRow } from './session.ts'
import type { Question, Reply } from './sqlite-child.ts'

const child = fileURLToPath(new URL('./sqlite-child.ts', import.meta.url))
/** Of the child's JavaScript, in MB: far more than an answer of `maxBytes`. */
const maxHeapMb = 96

/**
 * A file of SQLite. SQLite runs where it is called, so each session is a process of its own: a thread would not do, because nothing ends a thread
 * that is inside a statement, and then not even this process could stop.
 */
export function sqlite(file: string): Database {
  return { open: () => openSession(file) }
}

function openSession(file: string): Session {
  // Nothing of our environment: it holds secrets.
  const worker = fork(child, [file, String(process.pid)], {
    execArgv: [`--max-old-space-size=${maxHeapMb}`],
    env: { NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  })
  worker.unref()
  worker.channel?.unref()
  let isUsable = true
  let answer: ((reply: Reply | Error) => void) | undefined
  const lose = (error: Error) => {
    isUsable = false
    answer?.(error)
  }
  worker.on('message', (reply: Reply) => answer?.(reply))
  worker.on('error', lose).on('exit', (code, signal) => lose(new Error(`The process of SQLite ended (${signal ?? code})`)))

  return {
    async query(statement, sent) {
      const { name, values } = statement
      sent()
      const question: Question = { text: statement.text(() => '?'), values }
      const reply = await new Promise<Reply | Error>((resolve) => {
        answer = resolve
        worker.send(question, (error) => error && lose(error))
      })
      answer = undefined
      if (reply instanceof Error) throw unreachable(name, true, reply)
      if ('rows' in reply) return reply.rows as SqlRow[]
      throw failureOf(name, reply)
    },
    isUsable: () => isUsable,
    end() {
      isUsable = false
      worker.kill('SIGKILL')
    },
  }
}

function failureOf(name: string, reply: Exclude<Reply, { rows: unknown }>): BssFailure {
  switch (reply.fault) {
    case 'tooManyRows':
      return tooManyRows(name)
    case 'tooLarge':
      return tooLarge(name, maxBytes)
    case 'notThere':
      return unreachable(name, false, Object.assign(new Error(reply.message), { code: reply.code }))
    case 'noDatabase':
      return badAnswer(name, 'a file of SQLite', reply.code)
    case 'refused':
      return refused(name, { state: '42000', code: reply.code, cause: new Error(reply.message) }, true)
    case 'busy':
      return refused(name, { state: '', code: reply.code, cause: new Error(reply.message) }, true)
  }
}
