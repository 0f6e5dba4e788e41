import { mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { paths, printBody, printJson, sha256, signManifest, type Manifest, type ReleaseBody } from '@mosaic/schemas/release'

export type Publication = {
  number: number
  /** Image files by their name, such as `<sha256>.png`. */
  media?: ReadonlyMap<string, Uint8Array>
  /** Changes files after they were signed: what a broken disk or an attacker does. Given and returns the bytes by path of the release. */
  tamper?: (files: Map<string, Uint8Array>) => void
  /** Whether `current.json` is switched to it. @default true */
  isSwitched?: boolean
}

/** Writes a signed release as the CMS does, and switches to it by rename. For tests of readers; it has none of the CMS's care for crashes. */
export async function publish(publishedDir: string, body: ReleaseBody, privateKeyPem: string, publication: Publication): Promise<void> {
  const { number, media = new Map<string, Uint8Array>(), tamper, isSwitched = true } = publication
  const brand = body.brand.id
  const texts = printBody(body)
  const entry = (path: string, bytes: Uint8Array) => ({ path, sha256: sha256(bytes), bytes: bytes.length })
  const files = new Map<string, Uint8Array>([...texts].map(([name, text]) => [name, Buffer.from(text)]))
  const manifest: Manifest = {
    format: 1,
    brand,
    number,
    createdAt: '2026-01-01T00:00:00Z',
    createdBy: 'test',
    note: '',
    files: [...files].map(([name, bytes]) => entry(name, bytes)),
    media: [...media].map(([path, bytes]) => entry(path, bytes)),
  }
  const manifestBytes = Buffer.from(printJson(manifest))
  files.set('manifest.json', manifestBytes)
  files.set('manifest.sig', Buffer.from(signManifest(manifestBytes, privateKeyPem)))
  tamper?.(files)

  for (const [name, bytes] of media) await write(join(publishedDir, paths.media(brand, name)), bytes)
  for (const [name, bytes] of files) await write(join(publishedDir, paths.release(brand, number), name), bytes)
  if (isSwitched) await switchTo(publishedDir, brand, number, sha256(manifestBytes))
}

/** Points `current.json` to a release that has been written. */
export async function switchTo(publishedDir: string, brand: string, number: number, manifestSha256: string): Promise<void> {
  const switchedAt = new Date().toISOString()
  const current = { format: 1, brand, number, manifestSha256, switchedAt, switchedBy: 'test' }
  const path = join(publishedDir, paths.current(brand))
  await write(`${path}.new`, Buffer.from(printJson(current)))
  await rename(`${path}.new`, path)
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, bytes)
}
