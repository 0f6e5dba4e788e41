import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, mkdir, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Readable by everybody, written by nobody: what is published is never edited. */
export const immutable = 0o444
/** Readable by everybody, replaced by its owner. */
export const replaceable = 0o644

/** Writes a new file whose bytes are on the disk when this returns. Fails when the file exists. */
export async function writeDurably(file: string, bytes: string | Uint8Array, mode: number): Promise<void> {
  const handle = await open(file, 'wx', mode)
  try {
    await handle.writeFile(bytes)
    // The mode given to open() passes through the umask: other users' programs read these files, so it is said outright.
    await handle.chmod(mode)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Copies a file durably; returns what was really copied, so that a source changing underneath is noticed. */
export async function copyDurably(source: string, target: string, mode: number): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  await pipeline(createReadStream(source), measure, createWriteStream(target, { flags: 'wx', mode, flush: true }))
  await chmod(target, mode)
  return { sha256: hash.digest('hex'), bytes }
}

/** The sha256 and size of a file, without holding it in memory. */
export async function measureFile(file: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk as Buffer)
    bytes += (chunk as Buffer).length
  }
  return { sha256: hash.digest('hex'), bytes }
}

/** Renames, and returns only when the new name would survive a power cut. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await rename(from, to)
  await syncFolder(dirname(to))
}

/** Makes a folder (and its parents) that everybody may read and list. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o755 })
  if (!first) return
  await chmod(folder, 0o755)
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made))
}

/** Puts a folder's names on the disk. Windows cannot open a folder, and needs no such call. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
