import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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
  /** Makes ready an empty folder of its own for a server on a port of 127.0.0.1; with a certificate it speaks TLS to whoever wants it. */
  prepare(program: string, folder: string, port: number, certificate?: Certificate): Prepared
}

/** In PEM. */
export type Certificate = { key: string; cert: string }

export type Prepared = {
  args: readonly string[]
  /** Whom it runs as, when not as us. */
  user?: { uid: number; gid: number }
  isReady(): Promise<boolean>
  /** Once it is ready: makes an empty database, and says its address. */
  createDatabase(): string
}

export type RunningDatabase = {
  url: string
  port: number
  /** Where its files are. */
  folder: string
  stop(): Promise<void>
}

/** How long a start may take, in milliseconds, on a machine with much else to do. */
const patienceMs = 60_000

export async function startDatabase(server: DatabaseServer, certificate?: Certificate): Promise<RunningDatabase> {
  const program = server.find()
  if (program === undefined) throw new Error(`There is no ${server.name} here: ${server.hint}`)
  const folder = mkdtempSync(join(tmpdir(), 'mosaic-database-'))
  const port = await freePort()
  const { args, user, isReady, createDatabase } = server.prepare(program, folder, port, certificate)
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
    return { url: createDatabase(), port, folder, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** The files of a certificate, for whoever the server runs as. */
export function writeCertificate(folder: string, { key, cert }: Certificate, user?: { uid: number; gid: number }) {
  const files = { key: join(folder, 'server.key'), cert: join(folder, 'server.crt') }
  // A server refuses a key that others can read.
  writeFileSync(files.key, key, { mode: 0o600 })
  writeFileSync(files.cert, cert)
  if (user) for (const file of Object.values(files)) chownSync(file, user.uid, user.gid)
  return files
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
