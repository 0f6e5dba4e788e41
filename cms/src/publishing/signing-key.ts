import { createPublicKey } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { createSigningKeys } from '@mosaic/schemas/release'
import { configError, type CmsConfig } from '../config.ts'

/**
 * The private key that signs releases. At the default place a pair is made once, the public half beside it for the BFF; a key named by
 * RELEASE_PRIVATE_KEY_FILE must exist.
 */
export async function signingKey({ releaseKeyFile, dataDir }: Pick<CmsConfig, 'releaseKeyFile' | 'dataDir'>): Promise<string> {
  const folder = join(dataDir, 'signing')
  if (!existsSync(releaseKeyFile) && dirname(releaseKeyFile) === folder) await makeKeys(folder)
  try {
    return await readFile(releaseKeyFile, 'utf8')
  } catch (error) {
    throw configError(
      'RELEASE_PRIVATE_KEY_FILE',
      'a readable PKCS8 PEM file',
      releaseKeyFile,
      'Name the key that signs releases, or unset it: a pair is then made.',
      error,
    )
  }
}

async function makeKeys(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'release.key.pem')
  // `wx`: of two programs starting at once only one makes the key; the public half always follows from what stands there.
  await writeFile(file, createSigningKeys().privateKeyPem, { flag: 'wx', mode: 0o600 }).catch(unlessThere)
  const publicKey = createPublicKey(await readFile(file, 'utf8')).export({ type: 'spki', format: 'pem' })
  await writeFile(join(folder, 'release.pub.pem'), publicKey, { flag: 'wx', mode: 0o644 }).catch(unlessThere)
}

function unlessThere(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
}
