import { methodNames, methods } from '@mosaic/schemas/bss'
import type { Cluster, Content, ReleaseBody, Section, Trigger } from '@mosaic/schemas/release'
import { brand } from '../../cms/src/seed/body/brand.ts'
import { palettes } from '../../cms/src/seed/body/palettes.ts'
import { all, rule } from '../../cms/src/seed/body/rules.ts'

/** The customer that every measurement signs in as: a hybrid line, so credit, counters and bills are all there to be shown. */
export const customerId = 'C-0012'

const hour = 3_600_000
const both = (it: string, en: string) => ({ it, en })
const card = (id: string, kind: string, fields: Content['fields'] = {}): Content => ({
  id,
  kind,
  schemaVersion: 1,
  name: id,
  tone: 'neutral',
  fields,
})
const banner = (id: string, headline: string): Content =>
  card(id, 'banner', { headline: both(headline, headline), body: both('Un testo di prova', 'A text to try') })

/** A home of twelve widgets of all kinds, and as many clusters as asked; the customer falls through all rules into the last. */
export function homeOf(clusterCount: number, headline = 'Banner'): ReleaseBody {
  const contents: Content[] = [
    card('alert', 'alert', { subject: 'plain', headline: both('Un avviso', 'A notice'), body: both('Per tutti', 'For everybody') }),
    card('balance', 'balance', { quickTopUp: 1_000 }),
    card('usage', 'usage'),
    card('bill', 'bill'),
    card('top-up', 'topUp', { amounts: [500, 1_000, 2_000] }),
    card('lines', 'lines'),
    ...['one', 'two', 'three', 'four', 'five', 'six'].map((name) => banner(`banner-${name}`, `${headline} ${name}`)),
  ]
  const section: Section = { id: 'main', scroll: 'grid', placements: contents.map(({ id }) => placement(id)) }
  const triggers = Array.from({ length: clusterCount - 1 }, (_, index) => neverTrue(index))
  return {
    brand,
    palettes: palettes.slice(0, 1),
    triggers,
    clusters: [...triggers.map(clusterOf), { id: 'everyone', name: 'Everyone', priority: clusterCount, home: 'home' }],
    surfaces: [
      { id: 'home', type: 'home', name: 'Home', title: both('Home', 'Home'), palette: palettes[0]?.id ?? '', sections: [section] },
    ],
    contents,
    media: [],
    // Warm caches stay warm for the whole run.
    policies: Object.fromEntries(methodNames.map((name) => [name, { ...methods[name].policy, t1Ms: hour, t2Ms: 2 * hour }])),
  }
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
