import { chmod, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import {
  formatVersion,
  printBody,
  printJson,
  sha256,
  signManifest,
  type Current,
  type Manifest,
  type Media,
  type ReleaseBody,
} from '@mosaic/schemas/release'
import { checkForPublish } from './check.ts'
import { copyDurably, immutable, makeFolder, renameDurably, replaceable, syncFolder, writeDurably } from './durable.ts'
import { mediaChanged, mediaMissing, PublishBlockedError } from './errors.ts'
import { foldersOf, releaseNumbers, whenAbsent, type Folders } from './folders.ts'
import { withLock, type Lock, type LockOptions } from './lock.ts'

export type PublishInput = {
  /** PUBLISHED_DIR. */
  dir: string
  body: ReleaseBody
  /** The file of each image of the body, by its published name; one that was published before may be left out. */
  media: ReadonlyMap<string, string>
  createdBy: string
  note: string
  /** Ed25519, PKCS8, PEM. */
  privateKey: string
  now: Date
  lock?: LockOptions
}

/**
 * Checks the body, writes it as the next release and makes that the live one. When it throws, or the machine stops at any
 * moment, what was live before still is. Throws PublishBlockedError when a check finds an error.
 */
export async function publish(input: PublishInput): Promise<{ number: number; manifest: Manifest }> {
  const { dir, body, now, createdBy } = input
  const issues = checkForPublish(body, { now })
  if (issues.some((issue) => issue.severity === 'error')) throw new PublishBlockedError(issues)

  const folders = foldersOf(dir, body.brand.id)
  await makeFolder(folders.releases)
  await makeFolder(folders.media)
  return withLock(
    folders.lock,
    async (lock) => {
      await removeLeftovers(folders, lock)
      const number = ((await releaseNumbers(folders)).at(-1) ?? 0) + 1
      const media = await storeMedia(folders, lock, body.media, input.media)
      const { manifest, manifestText } = await writeRelease(folders, lock, { ...input, number, media })
      await switchCurrent(folders, lock, {
        format: formatVersion,
        brand: body.brand.id,
        number,
        manifestSha256: sha256(manifestText),
        switchedAt: now.toISOString(),
        switchedBy: createdBy,
      })
      return { number, manifest }
    },
    input.lock,
  )
}

/** Replaces current.json: the one moment in which a release goes live. */
export async function switchCurrent(folders: Folders, lock: Lock, current: Current): Promise<void> {
  const draft = join(folders.root, temporary(lock, 'current'))
  await writeDurably(draft, printJson(current), replaceable)
  await lock.assertHeld()
  await renameDurably(draft, folders.current)
}

const temporaryName = /^\.tmp-\d+-/
const temporary = (lock: Lock, what: string) => `.tmp-${lock.ticket}-${what}`

/** Only a holder of the lock writes, so whatever stands half-written belongs to a publisher that died. */
export async function removeLeftovers(folders: Folders, lock: Lock): Promise<void> {
  for (const folder of [folders.root, folders.releases, folders.media]) {
    const names = await readdir(folder).catch(whenAbsent<string[]>([]))
    const dead = names.filter((name) => temporaryName.test(name) && !name.startsWith(temporary(lock, '')))
    await Promise.all(dead.map((name) => rm(join(folder, name), { recursive: true, force: true })))
  }
}

type ManifestFile = Manifest['files'][number]

/** Images are kept by the hash of their bytes, so releases share them and none is ever overwritten. */
async function storeMedia(
  folders: Folders,
  lock: Lock,
  all: readonly Media[],
  sources: ReadonlyMap<string, string>,
): Promise<ManifestFile[]> {
  const stored = new Map<string, ManifestFile>()
  for (const { id, file } of all.flatMap(({ crops = [], ...image }) => [image, ...crops.map((crop) => ({ ...crop, id: image.id }))])) {
    if (stored.has(file)) continue
    const bytes = await storeImage(folders, lock, id, file, sources.get(file))
    stored.set(file, { path: file, sha256: file.slice(0, 64), bytes })
  }
  if (stored.size > 0) await syncFolder(folders.media)
  return [...stored.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

async function storeImage(folders: Folders, lock: Lock, id: string, file: string, source: string | undefined): Promise<number> {
  const target = folders.image(file)
  const published = await stat(target).catch(whenAbsent(undefined))
  const offered = source === undefined ? undefined : await stat(source).catch(whenAbsent(undefined))
  if (published && (!offered || published.size === offered.size)) return published.size
  if (source === undefined || !offered) throw mediaMissing(id, file)

  const draft = join(folders.media, temporary(lock, file))
  const copied = await copyDurably(source, draft, immutable)
  if (!file.startsWith(`${copied.sha256}.`)) {
    await rm(draft, { force: true })
    throw mediaChanged(id, file, copied.sha256)
  }
  await rename(draft, target)
  return copied.bytes
}

type Draft = Omit<PublishInput, 'media'> & { number: number; media: ManifestFile[] }

/** Writes everything beside, and gives the folder its number only when every byte is on the disk. */
async function writeRelease(folders: Folders, lock: Lock, { body, number, media, now, createdBy, note, privateKey }: Draft) {
  const draft = join(folders.releases, temporary(lock, String(number)))
  await mkdir(draft, { mode: 0o755 })
  await chmod(draft, 0o755)
  const texts = [...printBody(body)]
  const files = texts.map(([path, text]) => ({ path, sha256: sha256(text), bytes: Buffer.byteLength(text) }))
  const manifest: Manifest = {
    format: formatVersion,
    brand: body.brand.id,
    number,
    createdAt: now.toISOString(),
    createdBy,
    note,
    files,
    media,
  }
  const manifestText = printJson(manifest)
  const signature = signManifest(Buffer.from(manifestText), privateKey)
  const all: readonly (readonly [path: string, text: string])[] = [...texts, ['manifest.json', manifestText], ['manifest.sig', signature]]
  // Together: a disk puts ten files away in about the time of one.
  await Promise.all(all.map(([path, text]) => writeDurably(join(draft, path), text, immutable)))
  await syncFolder(draft)
  await lock.assertHeld()
  // A folder of that number cannot be overwritten: rename() refuses a target that holds files.
  await renameDurably(draft, folders.release(number))
  return { manifest, manifestText }
}
