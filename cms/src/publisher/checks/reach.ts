import type { Content, ReleaseBody, Surface, Trigger } from '@mosaic/schemas/release'
import type { Clock, RuleGroup } from '@mosaic/schemas/rules'
import { error, inDocument, warning, type PublishIssue } from '../issues.ts'
import { canAllBeTrue } from './satisfiable.ts'

/** Whether every customer has a home, and everything published has somebody who can see it. */
export function checkReach(body: ReleaseBody, clock: Clock): PublishIssue[] {
  return [...checkClusters(body), ...checkSurfaces(body), ...checkPlacements(body, clock)]
}

/** In the order in which customers are asked; two of the same priority keep the editor's sequence. */
function inOrder({ clusters }: ReleaseBody) {
  return clusters.map((cluster, index) => ({ ...cluster, index })).sort((a, b) => a.priority - b.priority)
}

function checkClusters(body: ReleaseBody): PublishIssue[] {
  const clusters = inOrder(body)
  const issues: PublishIssue[] = []
  if (!clusters.some(({ trigger }) => trigger === undefined)) {
    issues.push(
      error(
        'cluster-none-for-all',
        { file: 'clusters.json', path: '', subject: { collection: 'clusters', id: clusters.at(-1)?.id ?? '', field: 'trigger' } },
        'Nessun cluster accoglie chi non rientra negli altri: quei clienti non avrebbero una home. Togli la regola all’ultimo cluster, o aggiungine uno senza regola.',
        'No cluster takes those who fit no other: they would have no home. Remove the trigger of the last cluster, or add one without a trigger.',
      ),
    )
  }
  for (const [at, { id, name, index, trigger }] of clusters.entries()) {
    const before = clusters.slice(0, at)
    // One that takes everybody, or exactly the same customers, leaves nobody for those after it.
    const shadow = before.find((other) => other.trigger === undefined || other.trigger === trigger)
    if (shadow) {
      issues.push(
        error(
          'cluster-shadowed',
          inDocument('clusters', index, id, 'priority'),
          `Cluster «${name}»: nessun cliente ci arriva, perché «${shadow.name}» viene prima e li prende tutti. Spostalo sopra.`,
          `Cluster "${name}": no customer gets there, because "${shadow.name}" comes first and takes them all. Move it above.`,
        ),
      )
    }
  }
  return issues
}

function checkSurfaces({ surfaces, clusters }: ReleaseBody): PublishIssue[] {
  const homes = new Set(clusters.map(({ home }) => home))
  return surfaces.flatMap(({ id, name, type, sections }, index) => {
    if (sections.every(({ placements }) => placements.length === 0)) {
      const place = inDocument('surfaces', index, id, 'sections')
      return error(
        'surface-empty',
        place,
        `«${name}»: la pagina è vuota. Aggiungi almeno un widget.`,
        `"${name}": the page is empty. Add at least one widget.`,
      )
    }
    if (type === 'landing' || homes.has(id)) return []
    return warning(
      'surface-unused',
      inDocument('surfaces', index, id),
      `«${name}»: nessun cluster usa questa home.`,
      `"${name}": no cluster uses this home.`,
    )
  })
}

function checkPlacements(body: ReleaseBody, clock: Clock): PublishIssue[] {
  const ruleOf = new Map(body.triggers.map(({ id, rule }: Trigger) => [id, rule]))
  return body.contents.flatMap((content, index) => {
    const { id, name } = content
    const surfaces = body.surfaces.filter((surface) => holds(surface, id))
    if (surfaces.length === 0) {
      return warning(
        'content-unplaced',
        inDocument('contents', index, id),
        `«${name}»: non è in nessuna pagina, nessuno lo vedrà.`,
        `"${name}": it is on no page, nobody will see it.`,
      )
    }
    if (surfaces.some((surface) => isSeen(body, surface, content, ruleOf, clock))) return []
    return warning(
      'content-unreachable',
      inDocument('contents', index, id, 'trigger'),
      `«${name}»: nessuno lo vedrà, perché la sua regola esclude i clienti di tutte le home in cui si trova.`,
      `"${name}": nobody will see it, because its trigger excludes the customers of every home it stands on.`,
    )
  })
}

function holds({ sections }: Surface, content: string): boolean {
  return sections.some(({ placements }) => placements.some((placement) => placement.content === content))
}

/** A landing page is for anybody; a home for the customers of its clusters. */
function isSeen(body: ReleaseBody, { id, type }: Surface, content: Content, ruleOf: ReadonlyMap<string, RuleGroup>, clock: Clock): boolean {
  const own = content.trigger === undefined ? undefined : ruleOf.get(content.trigger)
  if (!own || type === 'landing') return true
  const clusters = body.clusters.filter(({ home }) => home === id)
  if (clusters.length === 0) return true
  return clusters.some(({ trigger }) => {
    const rule = trigger === undefined ? undefined : ruleOf.get(trigger)
    return canAllBeTrue(rule ? [rule, own] : [own], clock)
  })
}
