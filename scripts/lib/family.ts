import { spawn, type ChildProcess } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Trouble, dim } from './steps.mjs'

/** A program that runs until it is told to stop. */
export type Program = {
  name: string
  command: string
  args: readonly string[]
  cwd: string
  env: NodeJS.ProcessEnv
  /** Whom it runs as, when not as us. */
  user?: { uid: number; gid: number }
  /** Where everything it prints is kept. */
  log: string
  /** It is ready when this says so. Asked a few times a second. */
  ready: () => Promise<boolean>
  /** How long it may take to get ready, in seconds. */
  patience: number
}

/** Programs that live and die together. */
export type Family = {
  /** Starts a program and waits until it is ready; throws a Trouble with the end of its log when it dies or dawdles. */
  start(program: Program): Promise<ChildProcess>
  /** Resolves when all have ended; the youngest is asked first, and killed when it does not listen within eleven seconds: the BFF gives running requests ten. */
  stop(): Promise<void>
  /** Rejects with a Trouble as soon as one of them dies by itself. */
  readonly death: Promise<never>
}

const graceMs = 11_000

/** A new, empty family. With `loud`, what its programs print is shown too, each line after the program's name. */
export function createFamily({ loud = false }: { loud?: boolean } = {}): Family {
  const members: { program: Program; child: ChildProcess }[] = []
  const death = silently(Promise.withResolvers<never>())
  let stopping: Promise<void> | undefined
  // Whatever happens to us, nobody is left behind.
  const leave = () => {
    for (const { child } of members) signalGroup(child, 'SIGKILL')
  }
  process.once('exit', leave)

  return {
    death: death.promise,
    async start(program) {
      const child = launch(program, loud)
      members.push({ program, child })
      const ended = silently(Promise.withResolvers<never>())
      const end = (what: string) => {
        const trouble = new Trouble(`The ${program.name} ${what}`, `The whole log: ${program.log}`, tail(program.log))
        ended.reject(trouble)
        if (!stopping) death.reject(trouble)
      }
      child.once('error', (error) => end(`could not be run: ${error.message}`))
      // The last words are still on their way to the log.
      child.once('exit', (code, signal) => setTimeout(end, 200, `stopped by itself (${signal ?? `exit code ${code}`})`))
      await Promise.race([untilReady(program, child), ended.promise])
      return child
    },
    stop() {
      stopping ??= (async () => {
        for (const { child } of members.toReversed()) await end(child)
        process.off('exit', leave)
      })()
      return stopping
    },
  }
}

/** On Ctrl-C, on a kill, and when whoever started us is gone: says so, stops the family, and ends this process with the exit code. A second Ctrl-C does not wait. */
export function stopOnSignal(family: Family, say: { stopping: string; stopped: string; exitCode: number }): void {
  let first: number | undefined
  const heard = async () => {
    // One Ctrl-C reaches us twice, from the terminal and from npm; a second one later means it.
    if (first !== undefined) return Date.now() - first > 1_000 && process.exit(130)
    first = Date.now()
    console.log(`\n${say.stopping}`)
    await family.stop()
    console.log(say.stopped)
    process.exit(say.exitCode)
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => void heard())
  // A parent that is killed outright sends no signal.
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    // Nobody reads what we say any more.
    process.stdout.on('error', () => {})
    void heard()
  }, 1_000).unref()
}

/** True when an HTTP server answers with success at the address. */
export async function isUp(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: 'manual' })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}

function launch(program: Program, loud: boolean): ChildProcess {
  mkdirSync(dirname(program.log), { recursive: true })
  const log = createWriteStream(program.log)
  // Its own process group: what it starts itself goes down with it, and a Ctrl-C in the terminal reaches us alone.
  const child = spawn(program.command, program.args, {
    cwd: program.cwd,
    env: program.env,
    ...program.user,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr]) {
    stream.pipe(log, { end: false })
    if (loud) echo(stream, program.name)
  }
  return child
}

function echo(stream: NodeJS.ReadableStream, name: string): void {
  let rest = ''
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) console.log(`${dim(name.padEnd(9))} ${line}`)
  })
}

async function untilReady(program: Program, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + program.patience * 1_000
  while (!(await program.ready())) {
    // Its exit is reported by whoever watches it.
    if (isGone(child)) return new Promise(() => {})
    if (Date.now() > deadline) {
      throw new Trouble(
        `The ${program.name} was not ready within ${program.patience} s`,
        `The whole log: ${program.log}`,
        tail(program.log),
      )
    }
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (!isGone(child)) {
    const gone = new Promise((resolve) => child.once('exit', resolve))
    signalGroup(child, 'SIGTERM')
    const timer = setTimeout(signalGroup, graceMs, child, 'SIGKILL')
    await gone
    clearTimeout(timer)
  }
  // What it started and did not stop itself.
  signalGroup(child, 'SIGKILL')
}

function isGone(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** That nobody waits for it yet does not make a rejection an unhandled one. */
function silently<T>(resolvers: PromiseWithResolvers<T>): PromiseWithResolvers<T> {
  resolvers.promise.catch(() => {})
  return resolvers
}

function tail(log: string): string {
  return existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n').slice(-20).join('\n') : ''
}
