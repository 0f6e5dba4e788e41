import type { ReadMethodName } from '@mosaic/schemas/bss'
import type { WidgetDefinition } from '../definition.ts'
import type { Fixture } from './fixture.ts'

/** What the suite is run on: a kind, its case in which everything is well, and the methods that this case needs and wants. */
export type Subject = {
  definition: WidgetDefinition
  ready: Fixture
  needs: readonly ReadMethodName[]
  wants: readonly ReadMethodName[]
}
