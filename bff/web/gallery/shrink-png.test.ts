import { crc32, deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { shrinkPng } from './shrink-png.ts'

const size = { width: 16, height: 16 }

test.each([3, 4])('the same picture to the eye, with a palette, from %i channels and any filter', (channels) => {
  for (const filter of [0, 1, 2, 3, 4]) {
    const { palette, rows } = read(shrinkPng(png(channels, filter)))
    let farthest = 0
    for (let y = 0; y < size.height; y++) {
      for (let x = 0; x < size.width; x++) {
        const index = rows[y * (size.width + 1) + 1 + x] ?? 0
        const drawn = [...palette.subarray(index * 3, index * 3 + 3)]
        farthest = Math.max(farthest, ...colorAt(x, y).map((part, at) => Math.abs(part - (drawn[at] ?? 0))))
      }
    }
    expect(farthest, `filter ${filter}`).toBeLessThan(8)
  }
})

test('one that has a palette stays as it is', () => {
  const small = shrinkPng(png(3, 0))
  expect(shrinkPng(small)).toBe(small)
})

test('refuses what no browser writes', () => {
  const gray = png(3, 0)
  gray[25] = 0
  expect(() => shrinkPng(gray)).toThrow('got depth 8, type 0')
})

/** Few colours, some of them nearly the same. */
function colorAt(x: number, y: number): number[] {
  return [x < 8 ? 250 : 20 + (x % 2), y < 8 ? 30 : 200 + (y % 3), (x ^ y) & 1 ? 90 : 92]
}

function png(channels: number, filter: number): Buffer {
  const { width, height } = size
  const length = width * channels
  const at = (x: number, y: number) => (y < 0 || x < 0 ? 0 : ([...colorAt(Math.floor(x / channels), y), 255][x % channels] ?? 0))
  const rows = Array.from({ length: height }, (_, y) => [
    filter,
    ...Array.from({ length }, (_each, x) => (at(x, y) - guess(at(x - channels, y), at(x, y - 1), at(x - channels, y - 1), filter)) & 255),
  ])
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, channels === 3 ? 2 : 6, 0, 0, 0], 8)
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.from(rows.flat()))), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...parts])
}

/** What the PNG specification says a byte is predicted to be, from those at its left, above, and above at the left. */
function guess(left: number, up: number, corner: number, filter: number): number {
  const estimate = left + up - corner
  const closest = [left, up, corner].toSorted((one, other) => Math.abs(estimate - one) - Math.abs(estimate - other))[0] ?? 0
  return [0, left, up, Math.floor((left + up) / 2), closest][filter] ?? 0
}

function chunk(type: string, body: Buffer): Buffer {
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  check.writeUInt32BE(crc32(Buffer.concat([Buffer.from(type), body])))
  return Buffer.concat([length, Buffer.from(type), body, check])
}

/** The palette and the rows of a small one; every chunk's check is right. */
function read(small: Buffer): { palette: Buffer; rows: Buffer } {
  const bodies = new Map<string, Buffer>()
  for (let at = 8; at < small.length;) {
    const length = small.readUInt32BE(at)
    const named = small.subarray(at + 4, at + 8 + length)
    expect(small.readUInt32BE(at + 8 + length)).toBe(crc32(named))
    bodies.set(named.toString('latin1', 0, 4), named.subarray(4))
    at += length + 12
  }
  expect([...bodies.keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND'])
  return { palette: bodies.get('PLTE') ?? Buffer.alloc(0), rows: inflateSync(bodies.get('IDAT') ?? Buffer.alloc(0)) }
}
