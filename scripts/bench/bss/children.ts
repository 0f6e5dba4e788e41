import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { isAbsolute, join } from 'node:path'

/** A program of the bench in a process of its own, asked by messages: one answer a question, one question at a time. */
export type Child = { pid: number; ask<Answer>(question: unknown): Promise<Answer>; stop(): void }

/** Whatever happens to the bench, none is left behind. */
const children = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of children) child.kill('SIGKILL')
})

/**
 * Starts `programs/<name>.ts` and waits until it says that it is ready.
 * @param name of the program, or the path of one elsewhere
 * @param start what it is told, as its argument
 * @param nodeOptions of Node itself, such as --expose-gc
 */
export async function startChild(name: string, start: unknown, nodeOptions: readonly string[] = []): Promise<Child> {
  const file = isAbsolute(name) ? name : join(import.meta.dirname, 'programs', `${name}.ts`)
  const child = fork(file, [JSON.stringify(start)], { execArgv: [...nodeOptions], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  children.add(child)
  const ended = once(child, 'exit').then(() => {
    children.delete(child)
    throw new Error(`The program ${name} of the bench ended before it had answered`)
  })
  // Heard by whoever waits for an answer; ending it is no error when nobody does.
  ended.catch(() => {})
  const answer = async <Answer>() => ((await Promise.race([once(child, 'message'), ended])) as [Answer])[0]
  await answer()
  return {
    pid: child.pid ?? 0,
    ask(question) {
      const answered = answer<never>()
      child.send(question as object)
      return answered
    },
    stop: () => void child.kill('SIGKILL'),
  }
}
