import { crc32, deflateSync, inflateSync } from 'node:zlib'

/**
 * A screenshot as a PNG with a palette: a quarter of its size, for pictures that are kept in the repository. Colours that are nearly the same become
 * one, by less than a comparison of pictures sees. One that has a palette stays as it is. Reads what browsers write (8 bits, RGB or RGBA, opaque); throws
 * for anything else.
 */
export function shrinkPng(png: Buffer): Buffer {
  if (png[25] === 3) return png
  const { width, height, channels, pixels } = decode(png)
  const { palette, indexOf } = paletteOf(pixels, channels)
  const rows = Buffer.alloc(height * (width + 1))
  for (let y = 0, from = 0; y < height; y++) {
    // The first byte of a row is its filter: none.
    for (let x = 0, to = y * (width + 1) + 1; x < width; x++, from += channels) rows[to++] = indexOf(bucketOf(pixels, from))
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

type Color = [red: number, green: number, blue: number]
type Pixels = { width: number; height: number; channels: number; pixels: Buffer }

const signature = Buffer.from('89504e470d0a1a0a', 'hex')
const maxColors = 256
/** So many of those that occur most are kept in any case. */
const mostCommon = 128

function decode(png: Buffer): Pixels {
  const data: Buffer[] = []
  let header: Buffer | undefined
  for (let at = signature.length; at < png.length;) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    const body = png.subarray(at + 8, at + 8 + length)
    if (type === 'IHDR') header = body
    if (type === 'IDAT') data.push(body)
    at += length + 12
  }
  const [depth, kind, , , interlace] = header?.subarray(8) ?? []
  const channels = kind === 2 ? 3 : kind === 6 ? 4 : 0
  if (!header || depth !== 8 || channels === 0 || interlace !== 0) {
    throw new Error(`Expected a PNG as browsers write it (8 bits, RGB or RGBA), got depth ${depth}, type ${kind}.`)
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  return { width, height, channels, pixels: unfiltered(inflateSync(Buffer.concat(data)), width * channels, height, channels) }
}

/** Undoes what each row says was done to it: every byte is the difference to those at its left and above. */
function unfiltered(raw: Buffer, rowLength: number, height: number, channels: number): Buffer {
  const pixels = Buffer.alloc(rowLength * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (rowLength + 1)] ?? 0
    for (let x = 0; x < rowLength; x++) {
      const at = y * rowLength + x
      const left = x >= channels ? (pixels[at - channels] ?? 0) : 0
      const up = y > 0 ? (pixels[at - rowLength] ?? 0) : 0
      const corner = x >= channels && y > 0 ? (pixels[at - rowLength - channels] ?? 0) : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0
      pixels[at] = (raw[y * (rowLength + 1) + 1 + x] ?? 0) + guess
    }
  }
  return pixels
}

function paeth(left: number, up: number, corner: number): number {
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

/** The most common of them, and then whichever is farthest from all that are kept: a word in a colour of its own must not become another. */
function chosen(byCount: readonly Color[]): Color[] {
  const palette = byCount.slice(0, mostCommon)
  const rest = byCount
    .slice(mostCommon)
    .map((color) => ({ color, distance: Math.min(...palette.map((other) => distanceOf(color, other))) }))
  while (palette.length < maxColors) {
    const farthest = rest.reduce((one, other) => (other.distance > one.distance ? other : one), { color: palette[0] as Color, distance: 0 })
    if (farthest.distance === 0) break
    palette.push(farthest.color)
    for (const each of rest) each.distance = Math.min(each.distance, distanceOf(each.color, farthest.color))
  }
  return palette
}

function distanceOf(one: Color, other: Color): number {
  return one.reduce((sum, part, index) => sum + (part - (other[index] ?? 0)) ** 2, 0)
}

/** Few colours, and for every other the nearest of them. */
function paletteOf(pixels: Buffer, channels: number): { palette: Color[]; indexOf: (bucket: number) => number } {
  const buckets = new Map<number, { count: number; sum: Color }>()
  for (let at = 0; at < pixels.length; at += channels) {
    const key = bucketOf(pixels, at)
    let bucket = buckets.get(key)
    if (!bucket) buckets.set(key, (bucket = { count: 0, sum: [0, 0, 0] }))
    bucket.count += 1
    for (const part of [0, 1, 2] as const) bucket.sum[part] += pixels[at + part] ?? 0
  }
  const colors = new Map([...buckets].map(([key, { count, sum }]) => [key, sum.map((part) => Math.round(part / count)) as Color]))
  const palette = chosen([...buckets].toSorted(([, a], [, b]) => b.count - a.count).map(([key]) => colors.get(key) as Color))
  const nearest = new Map<number, number>()
  for (const [key, color] of colors) {
    const distances = palette.map((other) => distanceOf(color, other))
    nearest.set(key, distances.indexOf(Math.min(...distances)))
  }
  return { palette, indexOf: (bucket) => nearest.get(bucket) ?? 0 }
}

/** Five bits of each part of a colour. */
function bucketOf(pixels: Buffer, at: number): number {
  return ((pixels[at] ?? 0) >> 3) | (((pixels[at + 1] ?? 0) >> 3) << 5) | (((pixels[at + 2] ?? 0) >> 3) << 10)
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(body.length, 0)
  frame.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
}
