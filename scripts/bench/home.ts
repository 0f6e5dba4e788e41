import { methodNames, methods } from '@mosaic/schemas/bss'
import type { Cluster, Content, ReleaseBody, Section, Surface, Trigger } from '@mosaic/schemas/release'
import { brand } from '../../cms/src/seed/body/brand.ts'
import { palettes } from '../../cms/src/seed/body/palettes.ts'
import { all, rule } from '../../cms/src/seed/body/rules.ts'

/** The customer that every measurement signs in as: a hybrid line, so credit, counters and bills are all there to be shown. */
export const customerId = 'C-0012'

const hour = 3_600_000
const both = (it: string, en: string) => ({ it, en })
const card = (kind: string, fields: Content['fields'] = {}): Omit<Content, 'id' | 'name'> => ({
  kind,
  schemaVersion: 1,
  tone: 'neutral',
  fields,
})
const banner = (headline: string) =>
  card('banner', { headline: both(headline, headline), body: both('Un testo di prova', 'A text to try') })

/** Widgets of all kinds, in the order in which they are repeated where a home has more than twelve. */
const kinds: readonly ((headline: string) => Omit<Content, 'id' | 'name'>)[] = [
  () => card('alert', { subject: 'plain', headline: both('Un avviso', 'A notice'), body: both('Per tutti', 'For everybody') }),
  () => card('balance', { quickTopUp: 1_000 }),
  () => card('usage'),
  () => card('bill'),
  () => card('topUp', { amounts: [500, 1_000, 2_000] }),
  () => card('lines'),
  ...['one', 'two', 'three', 'four', 'five', 'six'].map((name) => (headline: string) => banner(`${headline} ${name}`)),
]
/** The kinds that a home of these is made of. */
export const kindsOfHome: readonly string[] = [...new Set(kinds.map((make) => make('').kind))]
/** More than a page of an operator has; contents beyond the home's stand on landing pages of so many. */
const perPage = 30

type HomeOptions = {
  /** How many widgets the home has. @default 12 */
  tiles?: number
  /** How many contents the release has; those beyond the home's stand on landing pages. @default as many as the home */
  contents?: number
  /** A home of this kind only. @default all kinds in turn */
  kind?: string
}

/** A home of widgets of all kinds, and as many clusters as asked; the customer falls through all rules into the last. */
export function homeOf(
  clusterCount: number,
  headline = 'Banner',
  { tiles = 12, contents: count = tiles, kind }: HomeOptions = {},
): ReleaseBody {
  const wanted = kinds.filter((make) => kind === undefined || make('').kind === kind)
  const contents = Array.from({ length: count }, (_, index): Content => {
    const id = `content-${index}`
    return { id, name: id, ...(wanted[index % wanted.length] ?? banner)(headline) }
  })
  const pages = Array.from({ length: Math.ceil((count - tiles) / perPage) }, (_, page) =>
    pageOf(`page-${page}`, 'landing', contents.slice(tiles + page * perPage, tiles + (page + 1) * perPage)),
  )
  const triggers = Array.from({ length: clusterCount - 1 }, (_, index) => neverTrue(index))
  return {
    brand,
    palettes: palettes.slice(0, 1),
    triggers,
    clusters: [...triggers.map(clusterOf), { id: 'everyone', name: 'Everyone', priority: clusterCount, home: 'home' }],
    surfaces: [pageOf('home', 'home', contents.slice(0, tiles)), ...pages],
    contents,
    media: [],
    targets: [],
    menus: [],
    guides: [],
    // Warm caches stay warm for the whole run.
    policies: Object.fromEntries(methodNames.map((name) => [name, { ...methods[name].policy, t1Ms: hour, t2Ms: 2 * hour }])),
  }
}

function pageOf(id: string, type: Surface['type'], contents: readonly Content[]): Surface {
  const section: Section = { id: 'main', scroll: 'grid', placements: contents.map((content) => placement(content.id)) }
  return { id, type, name: id, title: both('Home', 'Home'), palette: palettes[0]?.id ?? '', sections: [section] }
}

function placement(content: string): Section['placements'][number] {
  return { content, compact: { columns: 4, rows: 1 }, medium: { columns: 4, rows: 1 }, expanded: { columns: 4, rows: 1 } }
}

/** Four shapes of rules as editors write them, each really looked at and none of them the customer's. */
function neverTrue(index: number): Trigger {
  const shapes = [
    all(rule('customer.segment', '=', 'business'), rule('lines.count', '>=', 2 + index)),
    all(rule('line.payment', '=', 'hybrid'), rule('balance.amount', '>', 100_000 + index)),
    all(rule('line.kind', '=', 'voice'), rule('lines.count', '>', 100 + index)),
    all(rule('line.planType', '=', 'base'), rule('balance.amount', '<', 500 + index)),
  ]
  return { id: `rule-${index}`, name: `Rule ${index}`, rule: shapes[index % shapes.length] ?? all() }
}

function clusterOf(trigger: Trigger, index: number): Cluster {
  return { id: `cluster-${index}`, name: `Cluster ${index}`, priority: index, trigger: trigger.id, home: 'home' }
}
