import type { WidgetDefinition } from '../definition.ts'
import type { WidgetView } from '../view-model.ts'
import type { WidgetBuilder } from './builder.ts'

/** What one kind adds to the schema, and what the web client asks of it. */
export type KindSchema = {
  type: string
  /** Registers the kind's types. */
  register: (builder: WidgetBuilder) => void
  /** One GraphQL fragment on the kind's type that selects all that its web view draws. It may spread `sharedFragments`. */
  fragment: string
}

type Options = {
  description: string
  /** Builds the payload's type, and returns it; absent when the payload is an archetype's face, which has its field already. */
  payload?: (builder: WidgetBuilder) => PothosSchemaTypes.ObjectRef<WidgetBuilder['$inferSchemaTypes'], object>
  fragment: string
}

/**
 * The GraphQL type of a kind: the envelope, the faces of its archetypes, and one nullable field named for the kind. It is nullable so that a
 * payload that cannot be resolved costs itself and not the widget.
 */
export function kindSchema(definition: Pick<WidgetDefinition, 'kind' | 'type' | 'archetypes'>, options: Options): KindSchema {
  const { kind, type, archetypes } = definition
  return {
    type,
    fragment: options.fragment.trim(),
    register: (builder) => {
      const payload = options.payload?.(builder)
      builder.objectRef<WidgetView>(type).implement({
        description: options.description,
        interfaces: ['Widget', ...archetypes],
        fields: (t) =>
          payload
            ? {
                [kind]: t.field({
                  type: payload,
                  nullable: true,
                  description: 'What this kind shows; null when it could not be had.',
                  resolve: (widget) => widget[kind] as object | undefined,
                }),
              }
            : {},
      })
    },
  }
}
