import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isMosaicError } from '../errors.ts'
import { paths } from './paths.ts'
import { createSigningKeys, sha256, signManifest, verifyManifest } from './signing.ts'

const keys = createSigningKeys()
const bytes = Buffer.from('{"number":7}\n')

describe('a signature', () => {
  test('is of these bytes and of this key', () => {
    const signature = signManifest(bytes, keys.privateKeyPem)
    expect(verifyManifest(bytes, signature, keys.publicKeyPem)).toBe(true)
    expect(verifyManifest(bytes, `${signature}\n`, keys.publicKeyPem)).toBe(true)
    expect(verifyManifest(Buffer.from('{"number":8}\n'), signature, keys.publicKeyPem)).toBe(false)
    expect(verifyManifest(bytes, signature, createSigningKeys().publicKeyPem)).toBe(false)
  })

  test('with any character changed is none', () => {
    const signature = signManifest(bytes, keys.privateKeyPem)
    fc.assert(
      fc.property(
        fc.nat(signature.length - 1),
        fc.constantFrom('A', 'Z', 'a', 'z', '0', '9', '+', '/', '=', '-', '_', ' ', '\n'),
        (at, character) => {
          const forged = signature.slice(0, at) + character + signature.slice(at + 1)
          fc.pre(forged.trim() !== signature)
          // The last character before "==" holds two bits only: another one there may be the same signature, written another way.
          fc.pre(at !== 85)
          expect(verifyManifest(bytes, forged, keys.publicKeyPem)).toBe(false)
        },
      ),
    )
  })

  test.each(['', 'garbage', '=', 'A'.repeat(88), `${'A'.repeat(86)}==`])('%j is none', (signature) => {
    expect(verifyManifest(bytes, signature, keys.publicKeyPem)).toBe(false)
  })
})

describe('a key that is none', () => {
  const rsa = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  test.each([
    ['an empty file', () => signManifest(bytes, ''), 'RELEASE_PRIVATE_KEY_FILE', 'a text that is no such key'],
    [
      'the public key where the private one is meant',
      () => signManifest(bytes, keys.publicKeyPem),
      'RELEASE_PRIVATE_KEY_FILE',
      'a text that is no such key',
    ],
    [
      'the private key where the public one is meant',
      () => verifyManifest(bytes, '', keys.privateKeyPem),
      'RELEASE_PUBLIC_KEY_FILE',
      'a private key',
    ],
    ['a key of another kind', () => verifyManifest(bytes, '', rsa.publicKey), 'RELEASE_PUBLIC_KEY_FILE', 'a key of type rsa'],
  ])('%s is refused without showing it', (_, work, variable, got) => {
    const error = catching(work)
    expect(isMosaicError(error) && [error.code, error.fault.got]).toEqual(['bad-signing-key', got])
    expect(String(error)).toContain(variable)
    expect(String(error)).not.toMatch(/BEGIN|MC4CAQ/)
  })
})

test('a hash is that of the bytes, and of a text in UTF-8', () => {
  expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(sha256('è')).toBe(sha256(Buffer.from([0xc3, 0xa8])))
})

describe('published paths', () => {
  const hash = 'a'.repeat(64)

  test('stand where readers look', () => {
    expect([
      paths.current('aurora'),
      paths.manifest('aurora', 7),
      paths.signature('aurora', 7),
      paths.file('aurora', 7, 'brand.json'),
      paths.media('aurora', `${hash}.webp`),
    ]).toEqual([
      'aurora/current.json',
      'aurora/releases/7/manifest.json',
      'aurora/releases/7/manifest.sig',
      'aurora/releases/7/brand.json',
      `aurora/media/${hash}.webp`,
    ])
  })

  test.each([
    () => paths.current('../other'),
    () => paths.current(''),
    () => paths.current('a/b'),
    () => paths.release('aurora', 0),
    () => paths.release('aurora', 1.5),
    () => paths.release('aurora', NaN),
    () => paths.file('aurora', 1, '../../current.json'),
    () => paths.file('aurora', 1, 'manifest.sig'),
    () => paths.media('aurora', '../x.webp'),
    () => paths.media('aurora', `${hash}.exe`),
  ])('%s leads nowhere', (work) => {
    expect(work).toThrow(expect.objectContaining({ code: 'bad-published-name' }))
  })
})

function catching(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}
