import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createSigningKeys } from '@mosaic/schemas/release'
import { publish } from '../publisher/index.ts'
import { seedBody } from './body/index.ts'
import { renderSeedMedia } from './render-media.ts'

/*
 * Publishes the demo brand straight to files, without a CMS: `node cms/src/seed/publish-body.ts <publishedDir> <dataDir>`.
 */
const [publishedDir = process.env['PUBLISHED_DIR'] ?? 'published', dataDir = process.env['DATA_DIR'] ?? 'data'] = process.argv.slice(2)
const { media, files } = await renderSeedMedia(join(dataDir, 'seed-media'))
const { number } = await publish({
  dir: publishedDir,
  body: { ...seedBody, media },
  media: files,
  createdBy: 'seed',
  note: 'Demo content',
  privateKey: await signingKey(join(dataDir, 'signing')),
  now: new Date(),
})
console.log(`Release ${number} of aurora is live in ${resolve(publishedDir)}`)

async function signingKey(folder: string): Promise<string> {
  const file = join(folder, 'release.key.pem')
  if (!existsSync(file)) {
    const { privateKeyPem, publicKeyPem } = createSigningKeys()
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(join(folder, 'release.pub.pem'), publicKeyPem, { flag: 'wx', mode: 0o644 })
    await writeFile(file, privateKeyPem, { flag: 'wx', mode: 0o600 })
  }
  return readFile(file, 'utf8')
}
