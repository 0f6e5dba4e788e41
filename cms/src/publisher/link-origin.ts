import type { BrandCare } from '@mosaic/schemas/release'

/** As long as a link's origin may be where the brand has none of its own: the BFF's, which the CMS does not know. */
export const assumedOrigin = `https://${'x'.repeat(22)}`

/** What an SMS is measured with, so that it fits whatever the link will be. */
export function originToMeasure(care: Pick<BrandCare, 'linkOrigin'> | undefined): string {
  return care?.linkOrigin ?? assumedOrigin
}
