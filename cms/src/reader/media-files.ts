import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Media } from '@mosaic/schemas/release'
import { measureFile } from '../publisher/durable.ts'
import { cropsOf } from './crops.ts'
import { present, withoutEmpty, type Row } from './rows.ts'

const extensions: Record<string, string> = { 'image/webp': 'webp', 'image/png': 'png', 'image/jpeg': 'jpg', 'image/svg+xml': 'svg' }

/** Hashes by path, modification time and size: an image is read once, not at every look at what has changed. */
const hashes = new Map<string, string>()
const mostHashes = 5_000

/** An uploaded image as it is published, and where its bytes and those of its crops are, by published name. */
export async function mediaOf(row: Row, dir: string): Promise<{ media: Media; files: [file: string, path: string][] }> {
  const path = join(dir, String(row.filename))
  const mime = String(row.mimeType)
  const hash = await hashOf(path)
  const focal = { focalX: Number(row.focalX ?? 50) / 100, focalY: Number(row.focalY ?? 50) / 100 }
  // Without its bytes an image cannot be published: the empty name makes the checks say so.
  const file = hash ? `${hash}.${extensions[mime] ?? 'bin'}` : ''
  const size = { width: Number(row.width), height: Number(row.height) }
  const made = hash && size.width > 0 && size.height > 0 ? await cropsOf({ id: row.id, path, hash, mime, ...size, ...focal }, dir) : []
  const crops = await Promise.all(made.map(async ({ path, ...crop }) => ({ ...crop, file: `${(await hashOf(path)) ?? ''}.webp`, path })))
  const media = present({
    id: row.slug,
    file,
    mime: row.mimeType,
    width: row.width,
    height: row.height,
    ...focal,
    alt: withoutEmpty(row.alt),
    ...(crops.length > 0 && { crops: crops.map(({ ratio, file, width, height }) => ({ ratio, file, width, height })) }),
  })
  return { media: media as Media, files: [[file, path], ...crops.map(({ file, path }): [string, string] => [file, path])] }
}

async function hashOf(path: string): Promise<string | undefined> {
  const info = await stat(path).catch(() => undefined)
  if (!info?.isFile()) return undefined
  const key = `${path}|${info.mtimeMs}|${info.size}`
  const known = hashes.get(key)
  if (known) return known
  const { sha256: hash } = await measureFile(path)
  if (hashes.size >= mostHashes) hashes.clear()
  hashes.set(key, hash)
  return hash
}
