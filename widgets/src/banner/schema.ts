import { kindSchema } from '../graphql/kind-schema.ts'
import { widget } from './widget.ts'

/** The payload is BannerLike's own face, which the shared `BannerParts` selects. */
export const schema = kindSchema(widget, {
  description: 'A headline, a text and an image that the editors wrote.',
  fragment: `
fragment BannerTile on BannerWidget {
  ...BannerParts
}`,
})
