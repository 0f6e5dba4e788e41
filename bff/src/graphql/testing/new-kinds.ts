import { defineWidget, widgets, type Face, type WidgetDefinition } from '@mosaic/widgets'
import { kindSchema, kindSchemas, type KindSchema } from '@mosaic/widgets/graphql'

/*
 * The server after this one: kinds that no shipped app has heard of, one for each archetype and one that joins none.
 */

type Archetype = WidgetDefinition['archetypes'][number]
type Faces = Pick<Face<unknown>, 'gauge' | 'banner' | 'list' | 'actions'>

const label = { value: 'Novità', lang: 'it' } as const
const button = { __typename: 'OpenLink', id: 'open', label, deepLink: 'aurora://new', webUrl: '/new' } as const
const faces: Record<Archetype, Faces> = {
  GaugeLike: { gauge: { label, ratio: 0.5, valueText: 'metà', actions: [button] } },
  BannerLike: { banner: { headline: label, overlay: 'none', actions: [button] } },
  ListLike: { list: { items: [{ id: 'one', primary: 'Prima riga', action: button }] } },
  ActionsLike: { actions: [button] },
}

/** The new kinds, by name. */
export const newKinds: Readonly<Record<string, { definition: WidgetDefinition; schema: KindSchema }>> = Object.fromEntries([
  ...Object.keys(faces).map((archetype) => newKind(`novel${archetype}`, [archetype as Archetype])),
  newKind('novelNothing', []),
])

/** Lets this process know the new kinds as well, from here on: what it starts is the next server. */
export function addNewKinds(): void {
  const [definitions, schemas] = [widgets as Record<string, WidgetDefinition>, kindSchemas as Record<string, KindSchema>]
  for (const [kind, { definition, schema }] of Object.entries(newKinds)) {
    definitions[kind] = definition
    schemas[kind] = schema
  }
}

function newKind(kind: string, archetypes: Archetype[]) {
  const type = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}Widget`
  const own = archetypes.reduce<Faces>((all, archetype) => ({ ...all, ...faces[archetype] }), {})
  const definition = defineWidget({
    kind,
    type,
    schemaVersion: 1,
    label: { it: 'Novità', en: 'News' },
    description: { it: 'Un tipo di domani', en: 'A kind of tomorrow' },
    purpose: 'editorial',
    archetypes,
    fields: {},
    needs: [],
    present: () => ({
      title: label,
      payload: { text: 'domani' },
      summary: 'Arriva domani.',
      accessibility: { label: 'Novità. Arriva domani.', liveRegion: false },
      ...own,
    }),
    fallback: () => ({ title: 'Novità' }),
    fallbackImpact: 'An app that predates it shows its archetype, or else a text card.',
    deadlineMs: 100,
    span: { compact: { columns: 4, rows: 1 }, medium: { columns: 4, rows: 1 }, expanded: { columns: 4, rows: 1 } },
  })
  const schema = kindSchema(definition, {
    description: 'A kind of tomorrow.',
    payload: (builder) =>
      builder.objectRef<{ text: string }>(`${type}Payload`).implement({ fields: (t) => ({ text: t.exposeString('text') }) }),
    fragment: `fragment ${type}Tile on ${type} { ${kind} { text } }`,
  })
  return [kind, { definition: definition as unknown as WidgetDefinition, schema }] as const
}
