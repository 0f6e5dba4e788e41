import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { userInfo } from 'node:os'
import { freePort, launch } from './launch.ts'

/** A real OpenSSH server for SFTP on a port of its own, which tests may treat badly. The user who runs the tests may come in with the key. */
export type SshServer = {
  port: number
  user: string
  /** The fingerprint of its key. */
  hostKey: string
  /** Of the user, in OpenSSH's format; a second one that the server does not know; and the first behind a passphrase. */
  privateKey: string
  strangeKey: string
  lockedKey: { privateKey: string; passphrase: string }
  /** Ends it and every connection, as a crash of the machine does. */
  kill(): Promise<void>
  /** Starts it again on the same port, after `kill`. */
  start(): Promise<void>
  /** It and every connection stand still: what is sent is taken by the kernel and not answered. */
  freeze(): void
  thaw(): void
}

const program = process.env['SSHD_BIN'] ?? ['/usr/sbin/sshd', '/usr/local/sbin/sshd'].find((path) => existsSync(path))
export const sshdHint = 'needs an OpenSSH server: apt-get install openssh-server (or name one in SSHD_BIN)'
/** On a developer's machine a missing server is a visible skip; where everything must be proven it is a failure. */
export const isSshdMissing = program === undefined && process.env['CI'] !== 'true'

/** @param folder an empty one for the keys and the configuration of the server. */
export async function startSshd(folder: string): Promise<SshServer> {
  if (program === undefined) throw new Error(sshdHint)
  // The parent of a server that drops its rights; only root needs it, and only root can make it.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true })
  const keyOf = (name: string, passphrase = '') => {
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', passphrase, '-f', join(folder, name)])
    return readFileSync(join(folder, name), 'utf8')
  }
  keyOf('host')
  const passphrase = 'open sesame'
  const keys = {
    privateKey: keyOf('user'),
    strangeKey: keyOf('stranger'),
    lockedKey: { privateKey: keyOf('locked', passphrase), passphrase },
  }
  writeFileSync(
    join(folder, 'authorized_keys'),
    ['user', 'locked'].map((name) => readFileSync(join(folder, `${name}.pub`), 'utf8')).join(''),
  )
  const port = await freePort()
  const config = join(folder, 'sshd_config')
  writeFileSync(config, configOf(folder, port))

  const launched = { name: 'sshd', program, args: ['-D', '-f', config], isReady: () => answers(port) }
  let server = await launch(launched)
  const signalAll = (signal: NodeJS.Signals) => {
    for (const pid of familyOf(server.pid)) {
      try {
        process.kill(pid, signal)
      } catch {
        // It ended by itself meanwhile.
      }
    }
  }
  return {
    port,
    user: userInfo().username,
    hostKey: fingerprintOf(join(folder, 'host.pub')),
    ...keys,
    async kill() {
      if (server.exitCode !== null || server.signalCode !== null) return
      const ended = once(server, 'exit')
      signalAll('SIGKILL')
      await ended
    },
    async start() {
      server = await launch(launched)
    },
    freeze: () => signalAll('SIGSTOP'),
    thaw: () => signalAll('SIGCONT'),
  }
}

function configOf(folder: string, port: number): string {
  return [
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${join(folder, 'host')}`,
    `AuthorizedKeysFile ${join(folder, 'authorized_keys')}`,
    'PidFile none',
    'StrictModes no',
    'UsePAM no',
    'PasswordAuthentication no',
    'PermitRootLogin prohibit-password',
    'Subsystem sftp internal-sftp',
    // Many tests connect at once.
    'MaxStartups 200',
    'LogLevel QUIET',
    '',
  ].join('\n')
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('data', () => {
      resolve(true)
      socket.destroy()
    })
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
  })
}

/** A process and all that came from it, the oldest first: each connection has processes of its own. */
function familyOf(pid: number | undefined): number[] {
  const all = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
  const rows = all.split('\n').map((line) => line.trim().split(/\s+/).map(Number))
  const family = pid === undefined ? [] : [pid]
  for (const parent of family) family.push(...rows.filter(([, ppid]) => ppid === parent).map(([child]) => Number(child)))
  return family
}

function fingerprintOf(publicKeyFile: string): string {
  return execFileSync('ssh-keygen', ['-l', '-f', publicKeyFile], { encoding: 'utf8' }).split(' ')[1] ?? ''
}
