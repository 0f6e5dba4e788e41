import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, globSync, mkdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Family } from './family.ts'
import { connects, freePorts } from './ports.ts'

/** A real server the tests run against where the machine has it. */
export type TestServer = {
  name: string
  /** How to get it, for a machine that has it not. */
  hint: string
  /** Its program; undefined when it is not installed. */
  find: () => string | undefined
  /** Starts it on a free port of 127.0.0.1 with its files in an empty folder; resolves with the address of an empty database. */
  start: (program: string, folder: string, family: Family) => Promise<string>
}

export const postgresql: TestServer = {
  name: 'PostgreSQL',
  hint: 'install it: apt-get install postgresql',
  find: () => globSync('/usr/lib/postgresql/*/bin/postgres').sort().at(-1) ?? inPath('postgres'),
  async start(program, folder, family) {
    const [port] = (await freePorts(1)) as [number]
    // It refuses to run as root.
    const user = process.getuid?.() === 0 ? accountOf('postgres', 'nobody') : undefined
    mkdirSync(folder, { recursive: true })
    if (user) {
      chownSync(folder, user.uid, user.gid)
      // It must be able to walk through ours to get to its own.
      chmodSync(dirname(folder), 0o711)
    }
    const tool = (name: string, args: readonly string[]) =>
      execFileSync(join(program, '..', name), args, { cwd: folder, stdio: 'pipe', ...user })
    const files = join(folder, 'files')
    tool('initdb', ['-D', files, '-U', 'mosaic', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'])
    await family.start({
      name: 'PostgreSQL',
      command: program,
      // What a test database may forget, it need not write down at once.
      args: ['-D', files, '-h', '127.0.0.1', '-p', String(port), '-k', folder, '-c', 'fsync=off', '-c', 'synchronous_commit=off'],
      cwd: folder,
      env: process.env,
      ...(user && { user }),
      log: join(folder, '..', 'postgresql.log'),
      ready: () => connects(port),
      patience: 60,
    })
    tool('createdb', ['-h', '127.0.0.1', '-p', String(port), '-U', 'mosaic', 'mosaic'])
    return `postgres://mosaic@127.0.0.1:${port}/mosaic`
  },
}

export const mongodb: TestServer = {
  name: 'MongoDB (FerretDB)',
  hint: 'build it: cd .ci/ferretdb && go build -o ~/.cache/mosaic/ferretdb . (or name one in FERRETDB_BIN)',
  find: () => [process.env['FERRETDB_BIN'], join(homedir(), '.cache', 'mosaic', 'ferretdb')].find((path) => path && existsSync(path)),
  async start(program, folder, family) {
    const [port] = (await freePorts(1)) as [number]
    mkdirSync(folder, { recursive: true })
    await family.start({
      name: 'FerretDB',
      command: program,
      args: ['-listen', `127.0.0.1:${port}`, '-data', folder],
      cwd: folder,
      env: process.env,
      log: join(folder, '..', 'ferretdb.log'),
      ready: () => connects(port),
      patience: 30,
    })
    return `mongodb://127.0.0.1:${port}/mosaic`
  },
}

/** The Chromium the end-to-end tests drive: CHROMIUM_PATH, or the system's. */
export const chromium = {
  name: 'Chromium',
  hint: 'install it: apt-get install chromium (or name one in CHROMIUM_PATH)',
  find: (): string | undefined =>
    process.env['CHROMIUM_PATH'] ??
    ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path)),
}

function inPath(name: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(':')
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))
}

function accountOf(...names: string[]): { uid: number; gid: number } {
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n')
  for (const name of names) {
    const fields = accounts.find((line) => line.startsWith(`${name}:`))?.split(':')
    if (fields) return { uid: Number(fields[2]), gid: Number(fields[3]) }
  }
  throw new Error(`No account among ${names.join(', ')} in /etc/passwd to run a server as`)
}
