import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose'
import { MosaicError } from '@mosaic/schemas/errors'

export type SigningKey = { privateKey: CryptoKey; publicJwk: JWK; kid: string }

/** The provider's ES256 key: from the file when there is one, so that sessions survive a restart; else a new one, kept there. */
export async function loadSigningKey(file: string | undefined): Promise<SigningKey> {
  if (!file) return createSigningKey()
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw unreadable(file, error)
  })
  if (text !== undefined) {
    try {
      return await fromJwk(JSON.parse(text) as JWK)
    } catch (error) {
      throw unreadable(file, error)
    }
  }
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const jwk = await exportJWK(privateKey)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, JSON.stringify(jwk), { mode: 0o600 })
  return fromJwk(jwk)
}

export async function createSigningKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  return fromJwk(await exportJWK(privateKey))
}

async function fromJwk(jwk: JWK): Promise<SigningKey> {
  const privateKey = await importJWK({ ...jwk, alg: 'ES256' })
  if (privateKey instanceof Uint8Array || privateKey.type !== 'private') throw new TypeError('not a private EC key')
  const { kty, crv, x, y } = jwk
  const publicPart: JWK = { kty, crv, x, y } as JWK
  const kid = await calculateJwkThumbprint(publicPart)
  return { privateKey, kid, publicJwk: { ...publicPart, kid, alg: 'ES256', use: 'sig' } }
}

function unreadable(file: string, cause: unknown): MosaicError {
  return new MosaicError(
    'SIGNING_KEY_UNREADABLE',
    'The simulator cannot start',
    {
      expected: `a private ES256 key as JWK in ${file}`,
      got: cause instanceof Error ? cause.message : 'something else',
      fix: 'Delete the file: a new key is made, and everybody signs in again',
    },
    { cause },
  )
}
