import { fileURLToPath } from 'node:url'
import type { ReleaseBody } from '@mosaic/schemas/release'
import { brand } from './brand.ts'
import { clusters } from './clusters.ts'
import { contents } from './contents.ts'
import { guides } from './guides.ts'
import { illustrations } from './media.ts'
import { menus } from './menus.ts'
import { palettes } from './palettes.ts'
import { policies } from './policies.ts'
import { surfaces } from './surfaces.ts'
import { targets } from './targets.ts'
import { triggers } from './triggers.ts'

/** The source of each image of the seed, by its id: SVG, to be rendered by `renderSeedMedia`. */
export const seedMedia: ReadonlyMap<string, string> = new Map(
  Object.entries(illustrations).map(([id, { source }]) => [id, fileURLToPath(new URL(`../media/${source}`, import.meta.url))]),
)

/** The demo brand, but for its images: those get their names from the hash of their bytes when `renderSeedMedia` makes them. */
export const seedBody: Omit<ReleaseBody, 'media'> = {
  brand,
  palettes,
  triggers,
  clusters,
  surfaces,
  contents,
  policies,
  targets,
  menus,
  guides,
}

export { illustrations, type MediaId } from './media.ts'
