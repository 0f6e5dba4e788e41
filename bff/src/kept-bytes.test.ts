import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createByteRing, exactBytes, keepExactly, type KeptBytes } from './kept-bytes.ts'

const text = fc.string({ unit: 'binary', maxLength: 400 })

/** What is pushed out is there until whoever is at work is done. */
const turn = Promise.resolve()

describe('a ring of bytes', () => {
  test('gives what was kept, whole or not at all, the newest longest, and never holds more than is said', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 256, max: 20_000 }), fc.array(text, { maxLength: 200 }), async (maxBytes, texts) => {
        const ring = createByteRing(maxBytes)
        const kept: { content: string; at: KeptBytes }[] = []
        for (const [index, content] of texts.entries()) {
          const at = ring.keep(index % 2 === 0 ? content : Buffer.from(content))
          const size = Buffer.byteLength(content)
          expect(at !== undefined).toBe(size > 0 && size <= maxBytes / 4)
          expect(ring.bytes).toBeLessThanOrEqual(maxBytes)
          if (at) kept.push({ content, at })
        }
        await turn
        const there = kept.map(({ at }) => at.bytes !== undefined)
        expect(there.toSorted((one, other) => Number(one) - Number(other))).toEqual(there)
        expect(there.at(-1) ?? true).toBe(true)
        for (const { content, at } of kept) expect(at.bytes?.toString() ?? content).toBe(Buffer.from(content).toString())
      }),
    )
  })

  test('keeps what is new while there is room', () => {
    const ring = createByteRing(64 * 1_024)
    const kept = Array.from({ length: 50 }, (_, index) => ring.keep(`${index}`.padEnd(1_000)))
    expect(kept.map((at) => at?.bytes?.toString().trim())).toEqual(kept.map((_, index) => `${index}`))
  })

  test('who has had a look keeps what he has seen, whatever comes after', async () => {
    const ring = createByteRing(4_096)
    const at = ring.keep('Ada')
    const seen = at?.bytes
    for (let count = 0; count < 1_000; count++) ring.keep('x'.repeat(100))
    expect(String(at?.bytes)).toBe('Ada')
    await turn
    expect(at?.bytes).toBeUndefined()
    expect(String(seen)).toBe('Ada')
  })

  test('of no size keeps nothing', () => {
    const ring = createByteRing(0)
    expect(ring.keep('Ada')).toBeUndefined()
    expect(ring.bytes).toBe(0)
  })
})

test('what is kept by itself is exactly as large as it is, and stays', () => {
  const at = keepExactly('€ 12')
  expect(String(at.bytes)).toBe('€ 12')
  expect(at.bytes?.buffer.byteLength).toBe(6)
  expect(at.bytes).toBe(at.bytes)
  expect(exactBytes(Buffer.from('Ada')).buffer.byteLength).toBe(3)
})
