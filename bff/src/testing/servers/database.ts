import { execFile, execFileSync } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, kill, launch } from './launch.ts'

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

export async function startDatabase(server: DatabaseServer, certificate?: Certificate): Promise<RunningDatabase> {
  const program = server.find()
  if (program === undefined) throw new Error(`There is no ${server.name} here: ${server.hint}`)
  const folder = mkdtempSync(join(tmpdir(), 'mosaic-database-'))
  const port = await freePort()
  const { args, user, isReady, createDatabase } = server.prepare(program, folder, port, certificate)
  const child = await launch({ name: server.name, program, args, isReady, options: { cwd: folder, ...user } })
  const stop = async () => {
    await kill(child)
    rmSync(folder, { recursive: true, force: true })
  }
  try {
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

export function run(program: string, args: readonly string[], options: { cwd: string; uid?: number; gid?: number }): void {
  execFileSync(program, args, { stdio: 'pipe', ...options })
}
