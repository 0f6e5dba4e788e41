import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Crop } from '@mosaic/schemas/release'
import sharp from 'sharp'
import { cropBoxes, type CropBox, type Picture } from './crop-box.ts'

type Source = Picture & {
  /** The document's, which no other image has. */
  id: number | string
  path: string
  hash: string
  mime: string
}
type MadeCrop = Omit<Crop, 'file'> & { path: string }

/** Part of a crop's name: what is made otherwise must be made again. */
const recipe = 'v1'
const dayMs = 24 * 3_600_000

/**
 * The crops of an image, made when they are first looked for and kept beside it: after its upload, and whenever its focal point has moved. None of what has no
 * pixels of its own (SVG), of what moves, or of what cannot be read: there the whole image does.
 */
export async function cropsOf(source: Source, mediaDir: string): Promise<MadeCrop[]> {
  if (source.mime === 'image/svg+xml') return []
  const dir = join(mediaDir, 'crops')
  const wanted = cropBoxes(source).map((box) => ({ box, path: join(dir, nameOf(source, box)) }))
  const isThere = await Promise.all(wanted.map(({ path }) => stat(path).then((found) => found.isFile(), () => false))) // prettier-ignore
  const missing = wanted.filter((_, index) => !isThere[index])
  if (missing.length > 0) {
    try {
      await inTurn(() => make(source, missing, dir))
      // Of earlier focal points; what was made today may be about to be published.
      await sweep(dir, `${source.id}-`, Date.now() - dayMs, new Set(wanted.map(({ path }) => basename(path))))
    } catch {
      return []
    }
  }
  return wanted.map(({ box: { ratio, to }, path }) => ({ ratio, ...to, path }))
}

/** Forgets the crops of an image that is gone. */
export async function removeCrops(id: number | string, mediaDir: string): Promise<void> {
  await sweep(join(mediaDir, 'crops'), `${id}-`, Date.now())
}

function nameOf({ id, hash, focalX, focalY }: Source, { ratio, to }: CropBox): string {
  const focal = [focalX, focalY].map((part) => Math.round(part * 1_000)).join('-')
  return `${id}-${ratio.replace(':', 'x')}-${hash.slice(0, 32)}-${focal}-${to.width}-${recipe}.webp`
}

let last: Promise<unknown> = Promise.resolve()

/** One image after the other: a hundred at once, each as large as a photograph, would not fit into memory. */
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const own = last.then(work)
  last = own.catch(() => undefined)
  return own
}

async function make(source: Source, missing: readonly { box: CropBox; path: string }[], dir: string): Promise<void> {
  await mkdir(dir, { recursive: true })
  const { pages = 1 } = await sharp(source.path).metadata()
  if (pages > 1) throw new Error('A moving image is not cut')
  for (const { box, path } of missing) {
    const { left, top, width, height, to } = box
    // Written beside and renamed: one that was cut short must not be taken for an image.
    const draft = `${path}.${process.pid}.tmp`
    await sharp(source.path).extract({ left, top, width, height }).resize(to).webp({ quality: 82, effort: 4 }).toFile(draft)
    await rename(draft, path)
  }
}

/** Removes what begins with a name and was made before then. */
async function sweep(dir: string, prefix: string, beforeMs: number, kept: ReadonlySet<string> = new Set()): Promise<void> {
  for (const name of await readdir(dir).catch(() => [])) {
    if (!name.startsWith(prefix) || kept.has(name)) continue
    const made = await stat(join(dir, name)).catch(() => undefined)
    if (made && made.mtimeMs < beforeMs) await rm(join(dir, name), { force: true })
  }
}
