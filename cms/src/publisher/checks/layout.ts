import {
  formFactors,
  type Content,
  type FormFactor,
  type Placement,
  type ReleaseBody,
  type Section,
  type Surface,
} from '@mosaic/schemas/release'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import { widgets } from '@mosaic/widgets'
import { error, inDocument, type PublishIssue } from '../issues.ts'

/** Care stands above commerce on every device as the editor has placed it: what customers are sent is put right anyway, but then it is nobody's layout. */
export function checkLayout({ surfaces, contents }: ReleaseBody): PublishIssue[] {
  const byId = new Map(contents.map((content) => [content.id, content]))
  return surfaces.flatMap((surface, index) => {
    if (surface.commerceFirst) return []
    const found = formFactors.flatMap((device) => commerceAboveCare(surface, device, byId) ?? [])
    // The same two on several devices are one mistake.
    const together = Map.groupBy(found, ({ offer, care }) => `${offer.id}/${care.id}`)
    return [...together.values()].map(([first, ...others]) => issueOf(surface, index, first!, others))
  })
}

type Misplaced = { device: FormFactor; offer: Standing; care: Standing; steps: Placed['steps'] }

/** Balance, usage, bill and alerts never stand below an offer: the first that does, and the first offer above it. */
function commerceAboveCare(surface: Surface, device: FormFactor, contents: ReadonlyMap<string, Content>): Misplaced | undefined {
  let offer: Standing | undefined
  for (const { placement, section, steps } of readingOrder(surface, device)) {
    const content = contents.get(placement.content)
    const purpose = content && Object.hasOwn(widgets, content.kind) ? widgets[content.kind]?.purpose : undefined
    if (!content) continue
    const standing = { id: content.id, name: content.name, section }
    if (purpose === 'commerce') offer ??= standing
    if (purpose === 'care' && offer) return { device, offer, care: standing, steps }
  }
  return undefined
}

/** A content, and what its section is called. */
type Standing = { id: string; name: string; section: TwoLanguages }

const deviceNames: Record<FormFactor, TwoLanguages> = {
  compact: { it: 'su telefono', en: 'on a phone' },
  medium: { it: 'su tablet', en: 'on a tablet' },
  expanded: { it: 'su computer', en: 'on a desktop' },
}

function issueOf(surface: Surface, index: number, first: Misplaced, others: readonly Misplaced[]): PublishIssue {
  const { device, offer, care, steps } = first
  const on = (language: 'it' | 'en') =>
    new Intl.ListFormat(language).format([first, ...others].map((one) => deviceNames[one.device][language]))
  return error(
    'commerce-above-care',
    inDocument('surfaces', index, surface.id, ...steps, device, 'order'),
    `«${surface.name}»: ${on('it')} «${offer.name}» (sezione «${offer.section.it}») sta sopra «${care.name}» (sezione «${care.section.it}»). Prima l’assistenza, poi le offerte: sposta uno dei due, oppure conferma «Offerte prima dell’assistenza».`,
    `"${surface.name}": ${on('en')} "${offer.name}" (section "${offer.section.en}") stands above "${care.name}" (section "${care.section.en}"). Care comes before commerce: move one of them, or confirm "Offers before care".`,
  )
}

type Placed = { placement: Placement; section: TwoLanguages; steps: (string | number)[] }

/** As a device shows them: section by section, in each by `order`, and in the editor's sequence where that is the same or absent. */
function readingOrder({ sections }: Surface, device: FormFactor): Placed[] {
  return sections.flatMap((section, at) =>
    section.placements
      .map((placement, nth) => ({
        placement,
        section: titleOf(section, at),
        steps: ['sections', at, 'placements', nth],
        order: placement[device].order ?? nth,
      }))
      .sort((a, b) => a.order - b.order),
  )
}

/** As the layout editor calls it. */
function titleOf({ title }: Section, at: number): TwoLanguages {
  return { it: title?.it ?? title?.en ?? `Sezione ${at + 1}`, en: title?.en ?? title?.it ?? `Section ${at + 1}` }
}
