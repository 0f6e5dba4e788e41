import { addArchetypes } from './archetypes.ts'
import { newBuilder, type WidgetBuilder } from './builder.ts'
import { addEnvelope } from './envelope.ts'
import type { KindSchema } from './kind-schema.ts'
import { kindSchemas } from './registry.ts'
import { addScalars } from './scalars.ts'
import { addValues } from './values.ts'

export type { WidgetBuilder, WidgetSchemaTypes } from './builder.ts'
export { capabilitiesOf } from './capabilities.ts'
export { homeFragments, operationDocument, sharedFragments, widgetSelection } from './documents.ts'
export { kindSchema, type KindSchema } from './kind-schema.ts'
export { kindSchemas } from './registry.ts'

/**
 * A schema builder that has the scalars, the Widget interface, the archetypes, the actions and every kind's type. The server adds its roots and
 * its own types, then calls `toSchema()`. Shared types are used by name: `t.field({ type: ['Widget'], nullable: { list: false, items: true } })`.
 *
 * @param kinds @default the registry
 */
export function createSchemaBuilder<Context extends object = object>(
  kinds: Readonly<Record<string, KindSchema>> = kindSchemas,
): WidgetBuilder<Context> {
  const builder = newBuilder<Context>()
  // The kinds never read the context, so the builder of any context serves them; Pothos's types cannot say so.
  const neutral = builder as unknown as WidgetBuilder
  addScalars(neutral)
  addValues(neutral)
  addEnvelope(neutral)
  addArchetypes(neutral)
  for (const { register } of Object.values(kinds)) register(neutral)
  return builder
}
