import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A real database server that tests run against where the machine has it. */
export type DatabaseServer = {
  name: string
  /** How to get it, for a machine that has it not. */
  hint: string
  /** Its program; undefined when it is not installed. */
  find(): string | undefined
  /** Makes ready an empty folder of its own for a server on a port of 127.0.0.1. */
  prepare(program: string, folder: string, port: number): Prepared
}

export type Prepared = {
  args: readonly string[]
  /** Whom it runs as, when not as us. */
  user?: { uid: number; gid: number }
  isReady(): Promise<boolean>
  /** Once it is ready: makes an empty database, and says its address. */
  createDatabase(): string
}

export type RunningDatabase = { url: string; port: number; stop(): Promise<void> }

/** How long a start may take, in milliseconds, on a machine with much else to do. */
const patienceMs = 60_000

export async function startDatabase(server: DatabaseServer): Promise<RunningDatabase> {
  const program = server.find()
  if (program === undefined) throw new Error(`There is no ${server.name} here: ${server.hint}`)
  const folder = mkdtempSync(join(tmpdir(), 'mosaic-database-'))
  const port = await freePort()
  const { args, user, isReady, createDatabase } = server.prepare(program, folder, port)
  const child = spawn(program, args, { cwd: folder, stdio: 'ignore', ...user })
  // Whatever happens to the tests, none is left behind.
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  const stop = async () => {
    kill()
    await ended(child)
    process.off('exit', kill)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await ready(server.name, child, isReady)
    return { url: createDatabase(), port, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** True when the program ends well. */
export function succeeds(program: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => execFile(program, args, { timeout: 5_000 }, (error) => resolve(error === null)))
}

export function inPath(...names: string[]): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin']
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
}

export function run(program: string, args: readonly string[], options: { cwd: string; uid?: number; gid?: number }): void {
  execFileSync(program, args, { stdio: 'pipe', ...options })
}

async function ready(name: string, child: ChildProcess, isReady: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + patienceMs
  while (!(await isReady())) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${name} ended with ${child.signalCode ?? child.exitCode}`)
    if (Date.now() > deadline) throw new Error(`${name} was not ready within ${patienceMs / 1_000} s`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}
