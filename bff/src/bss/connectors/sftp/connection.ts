import { createHash } from 'node:crypto'
import { Client, type ConnectConfig, type SFTPWrapper } from 'ssh2'
import { unavailable, type Refusal } from '../files/contract.ts'
import type { SftpServer } from './settings.ts'

/** One connection to the server, for one file at a time. */
export type Connection = {
  readonly isOpen: boolean
  /** The folder of the settings, without links in its path. */
  readonly base: string
  /** One operation; fails when the connection ends, whatever ssh2 does about it then. */
  call<T>(operation: (sftp: SFTPWrapper, callback: Callback<T>) => void): Promise<T>
  destroy(): void
}
type Callback<T> = (error: Error | undefined | null, result: T) => void
type LostError = Error & { level?: string; code?: unknown }

/** For servers that take the connection and then say nothing; usually the attempt's own time ends before. */
const handshakeMs = 10_000
/** A connection that rests is found dead after three of them. */
const keepAliveMs = 5_000

/** @throws {Refusal} BSS_UNAVAILABLE: not to be repeated when the server is another one than expected, or lets us not in. */
export async function connect(server: SftpServer, signal: AbortSignal): Promise<Connection> {
  const client = new Client()
  const waiting = new Set<(reason: Refusal) => void>()
  let loss: Refusal | undefined
  let strangeKey: string | undefined
  const lose = (error?: LostError) => {
    loss ??= strangeKey === undefined ? reasonOf(error) : stranger(server, strangeKey)
    for (const fail of waiting) fail(loss)
    client.destroy()
  }
  client.on('error', lose)
  client.on('close', () => lose())
  signal.addEventListener('abort', () => lose(), { once: true })

  // ssh2 forgets what is begun while it cleans up after a lost connection: so each operation ends with the connection, whatever ssh2 does.
  const orLost = async <T>(begin: (callback: Callback<T>) => void): Promise<T> => {
    if (loss) throw loss
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    waiting.add(reject)
    try {
      begin((error, result) => (error ? reject(error) : resolve(result)))
      return await promise
    } finally {
      waiting.delete(reject)
    }
  }

  await orLost<void>((callback) => {
    // Else each small question waits for the acknowledgement of the one before: 40 ms more each.
    client.on('connect', () => client.setNoDelay(true))
    client.on('ready', () => callback(undefined, undefined))
    begin(client, {
      ...addressOf(server),
      hostVerifier: (key: Buffer) => {
        const fingerprint = fingerprintOf(key)
        const isKnown = server.hostKeys.includes(fingerprint)
        if (!isKnown) strangeKey = fingerprint
        return isKnown
      },
    })
  })
  try {
    const sftp = await orLost<SFTPWrapper>((callback) => client.sftp(callback))
    sftp.on('error', lose)
    sftp.on('close', () => lose())
    const call: Connection['call'] = (operation) => orLost((callback) => operation(sftp, callback))
    const base = await call<string>((_, callback) => sftp.realpath(server.base, callback))
    return {
      get isOpen() {
        return loss === undefined
      },
      base,
      call,
      destroy: () => lose(),
    }
  } catch (error) {
    lose()
    throw error
  }
}

function begin(client: Client, config: ConnectConfig): void {
  try {
    client.connect(config)
  } catch {
    // The words of ssh2 may quote the key.
    const fix = 'Check the user in BSS_SFTP_URL, the format of the private key, and its passphrase'
    throw unavailable('a user and a key that can be used', 'others', fix, { wasSent: false, isRetryable: false })
  }
}

/** As `ssh-keygen -l` prints it. */
function fingerprintOf(key: Buffer): string {
  return `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`
}

function addressOf({ host, port, user, privateKey, passphrase, password }: SftpServer): ConnectConfig {
  return {
    host,
    port,
    username: user,
    ...(privateKey !== undefined && { privateKey }),
    ...(passphrase !== undefined && { passphrase }),
    ...(password !== undefined && { password }),
    readyTimeout: handshakeMs,
    keepaliveInterval: keepAliveMs,
    keepaliveCountMax: 2,
  }
}

function stranger({ hostKeys }: SftpServer, got: string): Refusal {
  const expected = hostKeys.length > 0 ? `a server with the key ${hostKeys.join(' or ')}` : 'a server whose key is known'
  return unavailable(expected, got, 'If that is the right server, put its key into BSS_SFTP_HOST_KEY', {
    wasSent: false,
    isRetryable: false,
  })
}

function reasonOf(error: LostError | undefined): Refusal {
  if (error?.level === 'client-authentication') {
    const fix = 'Check the user in BSS_SFTP_URL and its key or password'
    return unavailable('to be let in', 'no', fix, { wasSent: false, isRetryable: false })
  }
  const got = typeof error?.code === 'string' ? error.code : 'the end of the connection'
  return unavailable('a connection to the server', got, 'Check that it runs and that BSS_SFTP_URL is right', {
    wasSent: !neverSent.has(got),
  })
}

/** The errors of a connection that was never made. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'ETIMEDOUT'])
