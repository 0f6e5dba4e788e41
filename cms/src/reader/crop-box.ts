import { cropRatios, type CropRatio } from '@mosaic/schemas/release'

export type Picture = { width: number; height: number; focalX: number; focalY: number }
/** What is cut out, and how wide and high it then becomes. */
export type CropBox = { ratio: CropRatio; left: number; top: number; width: number; height: number; to: { width: number; height: number } }

/** As wide as a crop becomes at most: what the boxes of its shape need on a dense screen. */
const widest: Record<CropRatio, number> = { '1:1': 480, '16:9': 1280, '3:1': 1600 }

/**
 * The crops an image needs, the largest of their ratio that it holds. Where each one is cut is what a browser does by itself with `object-fit: cover` and
 * the focal point as `object-position`, so that a crop shows what the whole image would in the same box. None is enlarged; one that would be the image
 * itself is left out.
 */
export function cropBoxes(picture: Picture): CropBox[] {
  return cropRatios.flatMap((ratio) => {
    const share = shareOf(ratio)
    const width = Math.max(1, Math.min(picture.width, Math.round(picture.height * share)))
    const height = Math.max(1, Math.min(picture.height, Math.round(picture.width / share)))
    const scale = Math.min(1, widest[ratio] / width)
    if (scale === 1 && width === picture.width && height === picture.height) return []
    return {
      ratio,
      left: Math.round((picture.width - width) * picture.focalX),
      top: Math.round((picture.height - height) * picture.focalY),
      width,
      height,
      to: { width: Math.round(width * scale), height: Math.max(1, Math.round(height * scale)) },
    }
  })
}

/** `16:9` → 1.78 */
export function shareOf(ratio: CropRatio): number {
  const [width, height] = ratio.split(':').map(Number) as [number, number]
  return width / height
}
