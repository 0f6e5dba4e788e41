import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256, verifyManifest, type Current, type Manifest } from '@mosaic/schemas/release'

/*
 * A reader in a tight loop: `reader-child.ts <dir> <brand> <publicKeyFile>`. It follows the pointer as a server would and looks at every byte,
 * until it is told to stop; then it sends what it saw.
 */
export type Seen = { reads: number; releases: number; faults: string[] }

const [dir = '', brand = '', keyFile = ''] = process.argv.slice(2)
const publicKey = readFileSync(keyFile, 'utf8')
const seen: Seen = { reads: 0, releases: 0, faults: [] }
let last = 0

process.once('message', () => {
  clearInterval(loop)
  process.send?.(seen)
  process.disconnect?.()
})
// Each turn reads for a while without a pause; between two, messages come in.
const loop = setInterval(() => {
  const end = performance.now() + 50
  while (performance.now() < end) read()
}, 0)
process.send?.('ready')

function read(): void {
  try {
    const current = JSON.parse(readFileSync(join(dir, brand, 'current.json'), 'utf8')) as Current
    const folder = join(dir, brand, 'releases', String(current.number))
    const text = readFileSync(join(folder, 'manifest.json'), 'utf8')
    if (sha256(text) !== current.manifestSha256) throw new Error('the manifest is not the one of the pointer')
    if (!verifyManifest(Buffer.from(text), readFileSync(join(folder, 'manifest.sig'), 'utf8'), publicKey))
      throw new Error('the signature is wrong')
    const manifest = JSON.parse(text) as Manifest
    for (const { path, sha256: hash } of manifest.files) {
      if (sha256(readFileSync(join(folder, path))) !== hash) throw new Error(`${path} is not whole`)
    }
    for (const { path, sha256: hash } of manifest.media) {
      if (sha256(readFileSync(join(dir, brand, 'media', path))) !== hash) throw new Error(`media/${path} is not whole`)
    }
    if (manifest.number !== current.number) throw new Error('the release has another number')
    if (current.number < last) throw new Error(`release ${current.number} after ${last}`)
    if (current.number > last) seen.releases += 1
    last = current.number
  } catch (error) {
    if (seen.faults.length < 10) seen.faults.push(String(error))
  }
  seen.reads += 1
}
