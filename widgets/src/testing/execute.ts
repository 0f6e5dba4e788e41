import { execute, parse, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql'
import { createSchemaBuilder, operationDocument, widgetSelection } from '../graphql/index.ts'
import type { WidgetView } from '../view-model.ts'

/** The customers' schema with nothing but a list of widgets for a root: what the kinds give to the real one. */
export const schema: GraphQLSchema = buildSchema()

/** The web client's selection of a list of widgets. */
export const webDocument: DocumentNode = parse(operationDocument(`query Widgets { widgets { ${widgetSelection} } }`))

/** An app that predates every kind and archetype: it knows the envelope only. */
export const oldestDocument: DocumentNode = parse(`query Widgets {
  widgets {
    __typename id kind schemaVersion state issue { code message retryable }
    title { value lang } fallback { title body action { id label { value } } } style { tone surfaceToken onSurfaceToken }
    freshness { source fetchedAt staleAfter expiresAt } tracking { impressionId visiblePercent visibleMs limit }
    accessibility { label liveRegion }
  }
}`)

/** An app that knows some archetypes and no kind. */
export function archetypeDocument(archetypes: readonly string[]): DocumentNode {
  const faces: Record<string, string> = {
    GaugeLike: '... on GaugeLike { gauge { label { value } ratio valueText } }',
    BannerLike: '... on BannerLike { banner { headline { value } body { value } overlay } }',
    ListLike: '... on ListLike { list { items { id primary secondary value } } }',
    ActionsLike: '... on ActionsLike { actions { id label { value } } }',
  }
  return parse(
    `query Widgets { widgets { __typename id state fallback { title body } ${archetypes.map((name) => faces[name]).join(' ')} } }`,
  )
}

type Widgets = { widgets: (Record<string, unknown> | null)[] }

/** Asks for a list of widgets as a client would. */
export async function ask(document: DocumentNode, widgets: readonly WidgetView[]): Promise<ExecutionResult<Widgets>> {
  return (await execute({ schema, document, rootValue: { widgets } })) as ExecutionResult<Widgets>
}

function buildSchema(): GraphQLSchema {
  const builder = createSchemaBuilder()
  builder.queryType({
    fields: (t) => ({
      widgets: t.field({
        type: ['Widget'],
        nullable: { list: false, items: true },
        resolve: (root) => (root as { widgets: WidgetView[] }).widgets,
      }),
    }),
  })
  return builder.toSchema()
}
