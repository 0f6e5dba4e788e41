import type { Content, ReleaseBody } from '@mosaic/schemas/release'
import { widgets } from '@mosaic/widgets'

/** A body of a few clusters with all they need, and nothing else: quick to write into a CMS. */
export function pickClusters(body: ReleaseBody, ...ids: string[]): ReleaseBody {
  const clusters = body.clusters.filter(({ id }) => ids.includes(id))
  const surfaces = body.surfaces.filter(({ id }) => clusters.some(({ home }) => home === id))
  const placed = new Set(surfaces.flatMap(({ sections }) => sections.flatMap(({ placements }) => placements.map(({ content }) => content))))
  // Without their links: those lead to pages outside of the picked part.
  const contents = body.contents.filter(({ id }) => placed.has(id)).map((content) => omitAction(content))
  const images = new Set(
    contents.flatMap(({ kind, fields }) =>
      Object.entries(widgets[kind]?.fields ?? {}).map(([name, { input }]) => input === 'media' && fields[name]),
    ),
  )
  const used = new Set([...clusters, ...contents].map(({ trigger }) => trigger))
  return {
    ...body,
    clusters,
    surfaces,
    contents,
    triggers: body.triggers.filter(({ id }) => used.has(id)),
    palettes: body.palettes.filter(({ id }) => surfaces.some(({ palette }) => palette === id)),
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
  const copy = { ...content }
  delete copy.action
  return copy
}
