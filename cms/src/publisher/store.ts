import { readFile, stat } from 'node:fs/promises'
import { isMosaicError } from '@mosaic/schemas/errors'
import {
  formatVersion,
  parseCurrent,
  parseManifest,
  parseRelease,
  sha256,
  verifyManifest,
  type Current,
  type Manifest,
  type Release,
} from '@mosaic/schemas/release'
import { makeFolder, measureFile } from './durable.ts'
import { noSuchRelease, notWhole } from './errors.ts'
import { foldersOf, releaseNumbers, whenAbsent, type Folders } from './folders.ts'
import { withLock, type LockOptions } from './lock.ts'
import { removeLeftovers, switchCurrent } from './publish.ts'

type Place = { dir: string; brand: string }

export type SwitchInput = Place & {
  number: number
  /** Who switches, for the record. */
  by: string
  now: Date
  /** SPKI, PEM. When given, the release's signature must be right as well. */
  publicKey?: string
  lock?: LockOptions
}

/**
 * Makes an earlier (or later) release the live one: rolling back. The release is read and verified whole first.
 * Throws `release-not-found`, `release-not-whole`; the live one stays live then.
 */
export async function switchTo({ dir, brand, number, by, now, publicKey, lock: options }: SwitchInput): Promise<Current> {
  const folders = foldersOf(dir, brand)
  const known = await releaseNumbers(folders)
  if (!known.includes(number)) throw noSuchRelease(brand, number, known)
  await makeFolder(folders.root)
  return withLock(
    folders.lock,
    async (lock) => {
      await removeLeftovers(folders, lock)
      const { manifestText } = await readWhole(folders, brand, number, publicKey)
      const current: Current = {
        format: formatVersion,
        brand,
        number,
        manifestSha256: sha256(manifestText),
        switchedAt: now.toISOString(),
        switchedBy: by,
      }
      await switchCurrent(folders, lock, current)
      return current
    },
    options,
  )
}

/** What is live, verified whole (its signature too, when a key is given); `undefined` when nothing was ever published. */
export async function readLive({
  dir,
  brand,
  publicKey,
}: Place & { publicKey?: string }): Promise<{ current: Current; release: Release } | undefined> {
  const folders = foldersOf(dir, brand)
  const text = await readFile(folders.current, 'utf8').catch(whenAbsent(undefined))
  if (text === undefined) return undefined
  const current = parseCurrent(text)
  const { release, manifestText } = await readWhole(folders, brand, current.number, publicKey)
  if (sha256(manifestText) !== current.manifestSha256) {
    throw notWhole(brand, current.number, {
      file: 'manifest.json',
      expected: `sha256 ${current.manifestSha256}`,
      got: sha256(manifestText),
    })
  }
  return { current, release }
}

export type ReleaseSummary = Pick<Manifest, 'number' | 'createdAt' | 'createdBy' | 'note'> & { isLive: boolean }

/** Every release on the disk, newest first, by its manifest alone. One whose manifest cannot be read is left out: it can never be live. */
export async function listReleases({ dir, brand }: Place): Promise<ReleaseSummary[]> {
  const folders = foldersOf(dir, brand)
  const currentText = await readFile(folders.current, 'utf8').catch(whenAbsent(undefined))
  const live = currentText === undefined ? undefined : parseCurrent(currentText).number
  const summaries: ReleaseSummary[] = []
  for (const number of (await releaseNumbers(folders)).reverse()) {
    const manifest = await readManifest(folders, brand, number).catch(whenUnreadable)
    if (!manifest) continue
    const { createdAt, createdBy, note } = manifest.manifest
    summaries.push({ number, createdAt, createdBy, note, isLive: number === live })
  }
  return summaries
}

/** Reads a release as a customer-facing server would: manifest, every file by its hash, the schema, every image. */
async function readWhole(
  folders: Folders,
  brand: string,
  number: number,
  publicKey?: string,
): Promise<{ release: Release; manifestText: string }> {
  const { manifest, manifestText } = await readManifest(folders, brand, number)
  if (publicKey !== undefined) {
    const signature = await readFile(folders.signature(number), 'utf8').catch(whenAbsent(''))
    if (!verifyManifest(Buffer.from(manifestText), signature, publicKey)) {
      throw notWhole(brand, number, { file: 'manifest.sig', expected: 'the signature of this manifest', got: 'another one, or none' })
    }
  }

  const files = new Map<string, string>()
  for (const { path, sha256: expected } of manifest.files) {
    const text = await readFile(folders.file(number, path), 'utf8').catch(whenAbsent(undefined))
    const got = text === undefined ? 'no file' : sha256(text)
    if (text === undefined || got !== expected) throw notWhole(brand, number, { file: path, expected: `sha256 ${expected}`, got })
    files.set(path, text)
  }
  for (const { path, sha256: expected, bytes } of manifest.media) {
    const file = folders.image(path)
    const size = await stat(file).then(({ size }) => size, whenAbsent(undefined))
    const got = size === undefined ? 'no file' : size !== bytes ? `${size} bytes` : (await measureFile(file)).sha256
    if (got !== expected) throw notWhole(brand, number, { file: `media/${path}`, expected: `${bytes} bytes of sha256 ${expected}`, got })
  }
  try {
    return { release: parseRelease(files, manifest), manifestText }
  } catch (error) {
    if (!isMosaicError(error)) throw error
    throw notWhole(brand, number, { file: 'its contents', ...error.fault }, error)
  }
}

async function readManifest(folders: Folders, brand: string, number: number): Promise<{ manifest: Manifest; manifestText: string }> {
  const manifestText = await readFile(folders.file(number, 'manifest.json'), 'utf8').catch(whenAbsent(undefined))
  if (manifestText === undefined) throw notWhole(brand, number, { file: 'manifest.json', expected: 'the file', got: 'none' })
  const manifest = parse(manifestText, brand, number)
  if (manifest.brand !== brand || manifest.number !== number) {
    throw notWhole(brand, number, {
      file: 'manifest.json',
      expected: `release ${number} of ${brand}`,
      got: `release ${manifest.number} of ${manifest.brand}`,
    })
  }
  return { manifest, manifestText }
}

function parse(text: string, brand: string, number: number): Manifest {
  try {
    return parseManifest(text)
  } catch (error) {
    if (!isMosaicError(error)) throw error
    throw notWhole(brand, number, { file: 'manifest.json', ...error.fault }, error)
  }
}

/** Errors of the system (no right to read, disk failure) are no sign of a broken release: they are passed on. */
function whenUnreadable(error: unknown): undefined {
  if (isMosaicError(error)) return undefined
  throw error
}
