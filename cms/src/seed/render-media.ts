import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256, type Media } from '@mosaic/schemas/release'
import sharp from 'sharp'
import { illustrations, seedMedia } from './body/index.ts'

const size = { width: 1600, height: 900 }
/** Part of the cache's key: what is rendered otherwise must be rendered again. */
const recipe = `webp q82 ${size.width}x${size.height} sharp ${sharp.versions.sharp} vips ${sharp.versions.vips}`

export type RenderedMedia = {
  media: Media[]
  /** Where the file of each image stands, by its published name. */
  files: Map<string, string>
}

/**
 * The illustrations of the seed as WebP in `outDir`. What was rendered before from the same source is used again, so a second call takes
 * milliseconds; what no illustration needs any more is removed.
 */
export async function renderSeedMedia(outDir: string): Promise<RenderedMedia> {
  await mkdir(outDir, { recursive: true })
  const known = new Set(await readdir(outDir))
  const needed = new Set<string>()
  const files = new Map<string, string>()
  const media: Media[] = []
  for (const [id, { focalX, focalY, alt }] of Object.entries(illustrations)) {
    const source = await readFile(seedMedia.get(id)!)
    const name = `${id}-${sha256(`${recipe}\n${sha256(source)}`).slice(0, 16)}.webp`
    const target = join(outDir, name)
    if (!known.has(name)) await render(source, target)
    needed.add(name)
    const file = `${sha256(await readFile(target))}.webp`
    files.set(file, target)
    media.push({ id, file, mime: 'image/webp', ...size, focalX, focalY, alt })
  }
  await Promise.all(
    [...known]
      .filter((name) => /-[0-9a-f]{16}\.webp$/.test(name) && !needed.has(name))
      .map((name) => rm(join(outDir, name), { force: true })),
  )
  return { media, files }
}

/** Written beside and renamed: a cache that was cut short must not be taken for an image. */
async function render(source: Buffer, target: string): Promise<void> {
  const image = await sharp(source, { density: 96 }).resize(size.width, size.height).webp({ quality: 82, effort: 4 }).toBuffer()
  const draft = `${target}.${process.pid}.tmp`
  await writeFile(draft, image)
  await rename(draft, target)
}
