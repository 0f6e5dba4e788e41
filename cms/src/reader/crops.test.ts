import { readdir, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { cropRatios } from '@mosaic/schemas/release'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { temporaryFolder } from '../publisher/testing/folder.ts'
import { cropBoxes, shareOf } from './crop-box.ts'
import { cropsOf, removeCrops } from './crops.ts'

const hash = 'a'.repeat(64)
const middle = { focalX: 0.5, focalY: 0.5 }

describe('where an image is cut', () => {
  const sides = fc.integer({ min: 1, max: 4_000 })
  const parts = fc.double({ min: 0, max: 1, noNaN: true })
  const pictures = fc.record({ width: sides, height: sides, focalX: parts, focalY: parts })

  it('is inside of it, of the ratio, around the focal point, and never enlarged', () => {
    fc.assert(
      fc.property(pictures, (picture) => {
        for (const { ratio, left, top, width, height, to } of cropBoxes(picture)) {
          for (const number of [left, top]) expect(number).toBeGreaterThanOrEqual(0)
          expect(left + width).toBeLessThanOrEqual(picture.width)
          expect(top + height).toBeLessThanOrEqual(picture.height)
          // As large as it can be, and of its ratio to the pixel.
          expect(width === picture.width || height === picture.height).toBe(true)
          expect(Math.abs(width - height * shareOf(ratio))).toBeLessThanOrEqual(Math.max(1, shareOf(ratio)))
          expect(left <= picture.focalX * picture.width + 1 && picture.focalX * picture.width <= left + width + 1).toBe(true)
          expect(top <= picture.focalY * picture.height + 1 && picture.focalY * picture.height <= top + height + 1).toBe(true)
          expect(to.width <= width && to.height <= height && to.width <= 1_600).toBe(true)
        }
      }),
    )
  })

  it('follows the focal point as a browser does, to the edge and not beyond', () => {
    const at = (focalX: number) => cropBoxes({ width: 900, height: 300, focalX, focalY: 0.5 }).find(({ ratio }) => ratio === '1:1')?.left
    expect([0, 0.5, 1].map(at)).toEqual([0, 300, 600])
  })

  it('is nowhere when the crop would be the image itself', () => {
    expect(cropBoxes({ width: 320, height: 180, ...middle }).map(({ ratio }) => ratio)).toEqual(['1:1', '3:1'])
    expect(cropBoxes({ width: 3_200, height: 1_800, ...middle }).map(({ ratio }) => ratio)).toEqual([...cropRatios])
  })
})

describe('the crops of an image', () => {
  /** Left half red, right half blue. */
  async function halves(dir: string, width = 900, height = 300) {
    const path = join(dir, 'halves.png')
    const blue = await sharp({ create: { width: width / 2, height, channels: 3, background: '#0000ff' } })
      .png()
      .toBuffer()
    const red = sharp({ create: { width, height, channels: 3, background: '#ff0000' } })
    await red
      .composite([{ input: blue, left: width / 2, top: 0 }])
      .png()
      .toFile(path)
    return { id: 7, path, hash, mime: 'image/png', width, height, ...middle }
  }
  const square = (crops: Awaited<ReturnType<typeof cropsOf>>) => crops.find(({ ratio }) => ratio === '1:1')!

  it('show what the focal point says, in the size they say', async () => {
    const dir = await temporaryFolder()
    const image = await halves(dir)
    for (const [focalX, color] of [
      [0, [255, 0, 0]],
      [1, [0, 0, 255]],
    ] as const) {
      const crops = await cropsOf({ ...image, focalX }, dir)
      expect(crops.map(({ ratio, width, height }) => [ratio, width, height])).toEqual([
        ['1:1', 300, 300],
        ['16:9', 533, 300],
      ])
      const { data, info } = await sharp(square(crops).path).raw().toBuffer({ resolveWithObject: true })
      expect([info.width, info.height]).toEqual([300, 300])
      for (const [channel, value] of color.entries()) expect(Math.abs(data[channel]! - value)).toBeLessThan(12)
    }
  })

  it('are made once, kept while they are published, and go with the image', async () => {
    const dir = await temporaryFolder()
    const image = await halves(dir)
    const { path } = square(await cropsOf(image, dir))
    const { mtimeMs } = await stat(path)
    await cropsOf(image, dir)
    expect((await stat(path)).mtimeMs).toBe(mtimeMs)
    // Another image's name begins alike.
    const other = square(await cropsOf({ ...image, id: 77 }, dir)).path
    const moved = square(await cropsOf({ ...image, focalX: 1 }, dir)).path
    expect((await stat(path)).isFile()).toBe(true)
    // A day later nobody is about to publish the earlier one any more.
    const yesterday = new Date(Date.now() - 25 * 3_600_000)
    for (const file of [path, moved, other]) await utimes(file, yesterday, yesterday)
    await cropsOf({ ...image, focalX: 0 }, dir)
    await expect(stat(path)).rejects.toThrow('ENOENT')
    await removeCrops(7, dir)
    expect((await readdir(join(dir, 'crops'))).every((name) => name.startsWith('77-'))).toBe(true)
    expect((await stat(other)).isFile()).toBe(true)
  })

  it('are none of a drawing, of what moves, and of what cannot be read', async () => {
    const dir = await temporaryFolder()
    const image = await halves(dir)
    expect(await cropsOf({ ...image, mime: 'image/svg+xml' }, dir)).toEqual([])
    expect(await cropsOf({ ...image, path: join(dir, 'gone.png'), hash: 'b'.repeat(64) }, dir)).toEqual([])
    const moving = join(dir, 'moving.webp')
    const frames = Buffer.concat([Buffer.alloc(40 * 40 * 3, 0), Buffer.alloc(40 * 40 * 3, 255)])
    await sharp(frames, { raw: { width: 40, height: 80, channels: 3, pageHeight: 40 } as never })
      .webp()
      .toFile(moving)
    expect((await sharp(moving).metadata()).pages).toBe(2)
    expect(await cropsOf({ ...image, path: moving, hash: 'c'.repeat(64), width: 40, height: 40 }, dir)).toEqual([])
  })
})
