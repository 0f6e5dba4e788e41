import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Media } from '@mosaic/schemas/release'
import { measureFile } from '../publisher/durable.ts'
import { present, withoutEmpty, type Row } from './rows.ts'

const extensions: Record<string, string> = { 'image/webp': 'webp', 'image/png': 'png', 'image/jpeg': 'jpg', 'image/svg+xml': 'svg' }

/** Hashes by path, modification time and size: an image is read once, not at every look at what has changed. */
const hashes = new Map<string, string>()
const mostHashes = 5_000

/** An uploaded image as it is published, and where its bytes are. */
export async function mediaOf(row: Row, dir: string): Promise<{ media: Media; path: string }> {
  const path = join(dir, String(row.filename))
  const hash = await hashOf(path)
  const media = present({
    id: row.slug,
    // Without its bytes an image cannot be published: the empty name makes the checks say so.
    file: hash ? `${hash}.${extensions[String(row.mimeType)] ?? 'bin'}` : '',
    mime: row.mimeType,
    width: row.width,
    height: row.height,
    focalX: Number(row.focalX ?? 50) / 100,
    focalY: Number(row.focalY ?? 50) / 100,
    alt: withoutEmpty(row.alt),
  })
  return { media: media as Media, path }
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
