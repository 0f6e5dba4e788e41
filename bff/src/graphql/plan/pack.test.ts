import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pack } from './pack.ts'

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }).map((text) => Buffer.from(text)),
  // Alone more than a home is, now and then.
  fc.integer({ min: 200_000, max: 400_000 }).map((length) => '€'.repeat(length)),
)
const wholeOf = (texts: readonly (string | Buffer)[]) => Buffer.concat(texts.map((text) => Buffer.from(text)))
const decoded = { gzip: gunzipSync, br: brotliDecompressSync }

describe('an answer that is packed', () => {
  test('is its texts one after the other, however it is encoded and however large it is', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom(undefined, 'gzip' as const, 'br' as const), (texts, wanted) => {
        const whole = wholeOf(texts)
        const { bytes, encoding } = pack(texts, wanted, false)
        expect(encoding).toBe(whole.length < 1_024 ? undefined : wanted)
        expect((encoding ? decoded[encoding](bytes) : bytes).equals(whole)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  test('has a tag where it was asked for: the same however it is encoded, another for another', () => {
    const texts = ['{"a":"', Buffer.from('x'.repeat(2_000)), '"}']
    const { etag } = pack(texts, undefined, true)
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/)
    expect(pack(texts, 'gzip', true).etag).toBe(etag)
    expect(pack(['{"a":"', 'x'.repeat(2_001), '"}'], undefined, true).etag).not.toBe(etag)
    expect(pack(texts, undefined, false).etag).toBeUndefined()
  })
})
