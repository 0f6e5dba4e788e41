import type { Content, ReleaseBody } from '@mosaic/schemas/release'
import { everyField, widgets } from '@mosaic/widgets'

/** A body of a few clusters with all they need, and nothing else: quick to write into a CMS. */
export function pickClusters(body: ReleaseBody, ...ids: string[]): ReleaseBody {
  const clusters = body.clusters.filter(({ id }) => ids.includes(id))
  const surfaces = body.surfaces.filter(({ id }) => clusters.some(({ home }) => home === id))
  const placed = new Set(surfaces.flatMap(({ sections }) => sections.flatMap(({ placements }) => placements.map(({ content }) => content))))
  // Without their actions, and with their links to the home: they lead to pages outside of the picked part.
  const contents = body.contents.filter(({ id }) => placed.has(id)).map((content) => omitAction(content))
  const images = new Set(
    contents.flatMap(({ kind, fields }) =>
      everyField(widgets[kind]?.fields ?? {}, fields).map(({ field, value }) => field.input === 'media' && value),
    ),
  )
  const used = new Set([...clusters, ...contents].map(({ trigger }) => trigger))
  return {
    ...body,
    clusters,
    surfaces,
    contents,
    triggers: body.triggers.filter(({ id }) => used.has(id)),
    palettes: body.palettes.filter(({ id }) => [...surfaces, ...contents].some(({ palette }) => palette === id)),
    // They lead to pages outside of the picked part.
    targets: [],
    menus: [],
    guides: [],
    media: body.media.filter(({ id }) => images.has(id) || id === body.brand.logo),
    policies: {
      balance: body.policies.balance ?? {
        readTimeoutMs: 1_000,
        poolSize: 8,
        connectionWaitMs: 100,
        retries: 1,
        retryWaitMs: 50,
        t1Ms: 1_000,
        t2Ms: 60_000,
      },
    },
  }
}

function omitAction(content: Content): Content {
  const copy = { ...content, fields: leadingHome(content.fields) as Content['fields'] }
  delete copy.action
  return copy
}

function leadingHome(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(leadingHome)
  if (typeof value === 'string') return value.replaceAll(/\]\(\/[^)]*\)/g, '](/)')
  if (typeof value !== 'object' || value === null) return value
  if ('deepLink' in value) return { ...value, deepLink: 'mosaic://home', webUrl: '/' }
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, leadingHome(part)]))
}
