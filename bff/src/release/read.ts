import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { show } from '@mosaic/schemas/errors'
import {
  laterFiles,
  parseCurrent,
  parseManifest,
  parseRelease,
  paths,
  releaseFiles,
  sha256,
  verifyManifest,
  type Current,
  type Manifest,
  type Release,
} from '@mosaic/schemas/release'
import { checkContent } from '@mosaic/widgets'
import { refuse, refuseIssues } from './refusal.ts'

/** No file of a release is larger; it is refused before it is read. */
const maxFileBytes = 64 * 1024 * 1024

/** The names of the images whose hash has been seen to be right: they never change, so each is hashed once. */
export type VerifiedMedia = { has(name: string): boolean; add(name: string): unknown }

/** The text of `current.json` as it stands: a change of anything in it is a change. `undefined` when there is none. */
export async function readCurrent(publishedDir: string, brand: string): Promise<string | undefined> {
  try {
    return await readFile(join(publishedDir, paths.current(brand)), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** The content of `current.json`, which must be about the brand whose folder it stands in. */
export function checkCurrent(text: string, brand: string): Current {
  const current = parseCurrent(text)
  if (current.brand !== brand) throw refuse('WRONG_BRAND', `current.json of brand ${brand}`, brand, show(current.brand))
  return current
}

/**
 * Reads the release that `current.json` points to and believes nothing: the manifest is the one pointed to (hash) and comes from the
 * CMS (signature); it lists exactly the files of a release, each of which is what it was when it was signed (size, hash); every image
 * is there. Only then are the files parsed and their content checked: what is not fit for its kind comes from a CMS that knows other kinds than this
 * BFF. Throws when anything is otherwise; reads nothing outside the brand's folder.
 */
export async function readRelease(
  publishedDir: string,
  current: Current,
  publicKeyPem: string,
  verifiedMedia: VerifiedMedia,
): Promise<Release> {
  const { brand, number } = current
  const brandDir = join(publishedDir, brand)
  const releaseDir = join(publishedDir, paths.release(brand, number))

  const manifestBytes = await readFile(join(publishedDir, paths.manifest(brand, number)))
  const signature = await readFile(join(publishedDir, paths.signature(brand, number)), 'utf8')
  const hash = sha256(manifestBytes)
  if (hash !== current.manifestSha256) throw refuse('HASH_MISMATCH', 'manifest.json', `sha256 ${current.manifestSha256}`, hash)
  if (!verifyManifest(manifestBytes, signature, publicKeyPem)) {
    throw refuse('BAD_SIGNATURE', 'manifest.sig', "a signature made with the CMS's release key", 'another')
  }

  const manifest = parseManifest(manifestBytes.toString('utf8'))
  if (manifest.brand !== brand) throw refuse('WRONG_BRAND', 'manifest.json', brand, show(manifest.brand))
  if (manifest.number !== number) throw refuse('WRONG_NUMBER', 'manifest.json', String(number), String(manifest.number))

  const files = await readFiles(releaseDir, manifest)
  await checkMedia(brandDir, manifest, verifiedMedia)
  const release = parseRelease(files, manifest)
  const issues = release.contents.flatMap((content) => checkContent(content))
  if (issues.length > 0) throw refuseIssues(issues)
  return release
}

type ManifestFile = Manifest['files'][number]

async function readFiles(releaseDir: string, manifest: Manifest): Promise<Map<string, string>> {
  // Looking each up by its known name, rather than following the manifest's, leaves no path to escape by.
  const known = Object.keys(releaseFiles)
  const listed = new Map(manifest.files.map((file) => [file.path, file]))
  const strangers = [...listed.keys()].filter((path) => !known.includes(path))
  if (strangers.length > 0) throw refuse('UNKNOWN_FILE', 'manifest.json', known.join(', '), show(strangers[0]))
  // A release from before there were such files has none.
  const expected = known.filter((path) => listed.has(path) || !laterFiles.has(path))

  return new Map(
    await Promise.all(
      expected.map(async (path): Promise<[string, string]> => {
        const file = listed.get(path)
        if (!file) throw refuse('MISSING_FILE', 'manifest.json', `an entry for ${path}`, 'none')
        if (file.bytes > maxFileBytes) throw refuse('TOO_LARGE', path, `at most ${maxFileBytes} bytes`, String(file.bytes))
        const fullPath = join(releaseDir, path)
        await checkSize(fullPath, file)
        const bytes = await readFile(fullPath)
        const hash = sha256(bytes)
        if (hash !== file.sha256) throw refuse('HASH_MISMATCH', path, `sha256 ${file.sha256}`, hash)
        return [path, bytes.toString('utf8')]
      }),
    ),
  )
}

const mediaName = /^([0-9a-f]{64})\.(?:webp|png|jpg|svg)$/

async function checkMedia(brandDir: string, manifest: Manifest, verified: VerifiedMedia): Promise<void> {
  // One at a time: a brand may have thousands, and customers are being served meanwhile.
  for (const file of manifest.media) {
    const named = mediaName.exec(file.path)?.[1]
    if (named === undefined || named !== file.sha256) {
      throw refuse('BAD_MEDIA_NAME', 'manifest.json', `${file.sha256}.<type>`, show(file.path))
    }
    const fullPath = join(brandDir, 'media', file.path)
    await checkSize(fullPath, file)
    if (verified.has(file.path)) continue
    const hash = await hashFile(fullPath)
    if (hash !== file.sha256) throw refuse('HASH_MISMATCH', file.path, `sha256 ${file.sha256}`, hash)
    verified.add(file.path)
  }
}

async function checkSize(fullPath: string, { path, bytes }: ManifestFile): Promise<void> {
  const { size } = await stat(fullPath)
  if (size !== bytes) throw refuse('TRUNCATED', path, `${bytes} bytes`, `${size} bytes`)
}

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}
