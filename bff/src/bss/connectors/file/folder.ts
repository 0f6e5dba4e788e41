import { open, realpath, stat, type FileHandle } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { unavailable, wrong, type FileFacts, type Folder } from '../files/contract.ts'

/** A folder of this machine, which may be mounted from another. */
export function createFolder({ root }: { root: string }): Folder {
  return {
    async open(path) {
      const full = join(root, path)
      const handle = await open(full, 'r').catch((error: unknown) => {
        throw absent(error)
      })
      try {
        await assertInside(root, full, handle)
      } catch (error) {
        await handle.close()
        throw error
      }
      return {
        facts: () => factsOf(handle),
        writtenBeside: (suffix) => modifiedAt(full + suffix),
        read: (bytes) => read(handle, bytes),
        close: () => handle.close(),
      }
    },
  }
}

/** Looked at after the opening, so that no link can be put in its place in between. */
async function assertInside(root: string, full: string, handle: FileHandle): Promise<void> {
  const [base, real] = await Promise.all([realpath(root), realpath(full)])
  if (!real.startsWith(base.endsWith(sep) ? base : base + sep)) {
    throw wrong('a file of the folder', 'a link that leads out of it', 'Put the file itself into the folder')
  }
  const [opened, named] = await Promise.all([handle.stat({ bigint: true }), stat(real, { bigint: true })])
  if (opened.dev !== named.dev || opened.ino !== named.ino)
    throw unavailable('a file that stays', 'one that was just replaced', 'Ask again')
}

async function factsOf(handle: FileHandle): Promise<FileFacts> {
  const stats = await handle.stat({ bigint: true })
  return {
    isFile: stats.isFile(),
    bytes: Number(stats.size),
    modifiedMs: Number(stats.mtimeNs) / 1e6,
    version: [stats.dev, stats.ino, stats.size, stats.mtimeNs, stats.ctimeNs].join(':'),
  }
}

async function modifiedAt(path: string): Promise<number | undefined> {
  try {
    return Number((await stat(path, { bigint: true })).mtimeNs) / 1e6
  } catch {
    return undefined
  }
}

async function read(handle: FileHandle, bytes: number): Promise<Buffer> {
  const content = Buffer.alloc(bytes)
  let at = 0
  while (at < bytes) {
    const { bytesRead } = await handle.read(content, at, bytes - at, at)
    if (bytesRead === 0) break
    at += bytesRead
  }
  return content.subarray(0, at)
}

function absent(error: unknown) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'an error'
  const got = code === 'ENOENT' ? 'none of that name' : code
  return unavailable('a file that can be opened', got, 'Check BSS_FILE_ROOT, that it is mounted, the file and the rights to it', {
    wasSent: false,
  })
}
