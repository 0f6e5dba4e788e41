import type { Stats } from 'ssh2'
import { Refusal, unavailable, wrong, type Folder } from '../files/contract.ts'
import { connect, type Connection } from './connection.ts'
import type { SftpServer } from './settings.ts'

/** How many connections wait for the next file. */
const maxResting = 8
/** What every server gives at once. */
const chunkBytes = 32 * 1024

/** A folder of an SFTP server. */
export function createFolder(server: SftpServer): Folder {
  const resting: Connection[] = []

  const take = async (signal: AbortSignal): Promise<Connection> => {
    for (let connection = resting.pop(); connection; connection = resting.pop()) if (connection.isOpen) return connection
    return connect(server, signal)
  }
  const give = (connection: Connection): void => {
    if (connection.isOpen && resting.length < maxResting) resting.push(connection)
    else connection.destroy()
  }

  return {
    async open(path, signal) {
      const connection = await take(signal)
      const end = () => connection.destroy()
      signal.addEventListener('abort', end, { once: true })
      const leave = () => {
        signal.removeEventListener('abort', end)
        give(connection)
      }
      try {
        signal.throwIfAborted()
        const real = await realPath(connection, path)
        const handle = await connection.call<Buffer>((sftp, callback) => sftp.open(real, 'r', callback))
        return {
          facts: () => factsOf(connection, handle),
          writtenBeside: (suffix) => modifiedAt(connection, `${connection.base}/${path}${suffix}`),
          read: (bytes) => read(connection, handle, bytes),
          async close() {
            // A file that cannot be closed is closed with its connection.
            await connection.call<void>((sftp, callback) => sftp.close(handle, (error) => callback(error, undefined))).catch(end)
            leave()
          },
        }
      } catch (error) {
        leave()
        throw error instanceof Refusal ? error : absent(error)
      }
    },
  }
}

/** Where a path leads in the end. The link itself is not opened: it could lead elsewhere by then. */
async function realPath({ base, call }: Connection, path: string): Promise<string> {
  const real = await call<string>((sftp, callback) => sftp.realpath(`${base}/${path}`, callback))
  if (real.startsWith(base.endsWith('/') ? base : `${base}/`)) return real
  throw wrong('a file of the folder', 'a link that leads out of it', 'Put the file itself into the folder')
}

async function factsOf({ call }: Connection, handle: Buffer) {
  const stats = await call<Stats>((sftp, callback) => sftp.fstat(handle, callback))
  return { isFile: stats.isFile(), bytes: stats.size, modifiedMs: stats.mtime * 1_000, version: `${stats.size}:${stats.mtime}` }
}

async function modifiedAt({ call }: Connection, path: string): Promise<number | undefined> {
  try {
    return (await call<Stats>((sftp, callback) => sftp.stat(path, callback))).mtime * 1_000
  } catch {
    return undefined
  }
}

/** All parts at once: one after the other, a distant server would need a round trip for each. */
async function read(connection: Connection, handle: Buffer, bytes: number): Promise<Buffer> {
  const content = Buffer.alloc(bytes)
  const starts = Array.from({ length: Math.ceil(bytes / chunkBytes) }, (_, index) => index * chunkBytes)
  const lengths = await Promise.all(starts.map((at) => readPart(connection, handle, content.subarray(at, at + chunkBytes), at)))
  return content.subarray(
    0,
    lengths.reduce((sum, length) => sum + length, 0),
  )
}

/** Servers may give less than they are asked for. */
async function readPart({ call }: Connection, handle: Buffer, part: Buffer, position: number): Promise<number> {
  let got = 0
  while (got < part.length) {
    const more = await call<number>((sftp, callback) =>
      sftp.read(handle, part, got, part.length - got, position + got, (error, length) =>
        isEnd(error) ? callback(null, 0) : callback(error, length),
      ),
    )
    if (more === 0) break
    got += more
  }
  return got
}

/** SSH_FX_EOF, which is no error. */
function isEnd(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 1
}

function absent(error: unknown): Refusal {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const got = code === 2 ? 'none of that name' : code === 3 ? 'one that we may not read' : 'a failure of the server'
  return unavailable('a file that can be opened', got, 'Check the path in BSS_SFTP_URL, the file and the rights to it')
}
