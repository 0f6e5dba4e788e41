import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'

/** A program that serves tests, and when it does. */
type Launched = { name: string; program: string; args: readonly string[]; isReady: () => Promise<boolean>; options?: SpawnOptions }

/** How long a start may take, in milliseconds, on a machine with much else to do. */
const patienceMs = 60_000
/** Whatever happens to the tests, none is left behind. */
const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts a program and resolves when it is ready; one that ends or dawdles instead is an error. */
export async function launch({ name, program, args, isReady, options }: Launched): Promise<ChildProcess> {
  const child = spawn(program, args, { stdio: 'ignore', ...options })
  running.add(child)
  child.once('exit', () => running.delete(child))
  const deadline = Date.now() + patienceMs
  while (!(await isReady())) {
    if (isOver(child)) throw new Error(`${name} ended with ${child.signalCode ?? child.exitCode}`)
    if (Date.now() > deadline) {
      await kill(child)
      throw new Error(`${name} was not ready within ${patienceMs / 1_000} s`)
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return child
}

/** Ends a program as a crash does; resolves when it has ended. */
export async function kill(child: ChildProcess): Promise<void> {
  if (isOver(child)) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

export function inPath(...names: string[]): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin']
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** The first of so many free ports one after the other. */
export async function freePortRange(count: number): Promise<number> {
  for (;;) {
    const first = await freePort()
    if (first + count > 65_536) continue
    const rest = Array.from({ length: count - 1 }, (_, index) => first + 1 + index)
    if ((await Promise.all(rest.map(isFree))).every(Boolean)) return first
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}

function isOver(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}
