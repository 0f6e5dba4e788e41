import type { CollectionConfig } from 'payload'
import { Brands } from './brands/index.ts'
import { Clusters } from './clusters/index.ts'
import { Contents } from './contents/index.ts'
import { Guides } from './guides/index.ts'
import { mediaCollection } from './media/index.ts'
import { Menus } from './menus/index.ts'
import { Palettes } from './palettes/index.ts'
import { PolicyCollection } from './policies/index.ts'
import { Releases } from './releases/index.ts'
import { Surfaces } from './surfaces/index.ts'
import { Targets } from './targets/index.ts'
import { Triggers } from './triggers/index.ts'
import { Users } from './users/index.ts'

/** Every collection, in the order of the navigation. */
export function collections(dataDir: string): CollectionConfig[] {
  return [
    Surfaces,
    Contents,
    Clusters,
    Triggers,
    Targets,
    Menus,
    Guides,
    Palettes,
    mediaCollection(dataDir),
    PolicyCollection,
    Releases,
    Brands,
    Users,
  ]
}
