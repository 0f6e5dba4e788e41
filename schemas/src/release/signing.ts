import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto'
import { MosaicError } from '../errors.ts'

/** The hash of bytes (or of a text in UTF-8), in lower-case hexadecimal. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A new Ed25519 pair: the private key (PKCS8) stays with the CMS, the public one (SPKI) goes to every reader. */
export function createSigningKeys(): { privateKeyPem: string; publicKeyPem: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  return { privateKeyPem: privateKey, publicKeyPem: publicKey }
}

/** The signature over the bytes of a manifest, base64. Throws `bad-signing-key` when the key is not a private Ed25519 one. */
export function signManifest(bytes: Uint8Array, privateKeyPem: string): string {
  return sign(null, bytes, keyFrom(privateKeyPem, createPrivateKey, 'private')).toString('base64')
}

/**
 * True when `signature` (base64) is over exactly these bytes. False for any other text, garbage included. Throws `bad-signing-key`
 * when the key is not a public Ed25519 one: that is a mistake of the set-up, not of the release.
 */
export function verifyManifest(bytes: Uint8Array, signature: string, publicKeyPem: string): boolean {
  const key = keyFrom(publicKeyPem, createPublicKey, 'public')
  const text = signature.trim()
  // Node reads base64 leniently; 64 bytes are written in one way only.
  return /^[A-Za-z0-9+/]{86}==$/.test(text) && verify(null, bytes, key, Buffer.from(text, 'base64'))
}

/** The key itself never gets into a message. */
function keyFrom(pem: string, create: (pem: string) => KeyObject, kind: 'private' | 'public'): KeyObject {
  const variable = kind === 'private' ? 'RELEASE_PRIVATE_KEY_FILE' : 'RELEASE_PUBLIC_KEY_FILE'
  const fix = `Point ${variable} to the ${kind} key that was made for signing releases.`
  const expected = `an Ed25519 ${kind} key in PEM`
  // A private key would do where a public one is meant, and must not lie about there.
  if (kind === 'public' && pem.includes('PRIVATE KEY')) throw badKey({ expected, got: 'a private key', fix })
  let key: KeyObject
  try {
    key = create(pem)
  } catch {
    throw badKey({ expected, got: 'a text that is no such key', fix })
  }
  if (key.asymmetricKeyType !== 'ed25519') throw badKey({ expected, got: `a key of type ${key.asymmetricKeyType}`, fix })
  return key
}

function badKey(fault: { expected: string; got: string; fix: string }): MosaicError {
  return new MosaicError('bad-signing-key', 'The key for releases cannot be used', fault)
}
