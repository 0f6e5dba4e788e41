import { widgets } from '@mosaic/widgets'
import type { Content, Placement, ReleaseBody, Surface } from '@mosaic/schemas/release'
import { error, inDocument, type PublishIssue } from '../issues.ts'

/** Care stands above commerce, on the screen where only one of them is seen first. */
export function checkLayout({ surfaces, contents }: ReleaseBody): PublishIssue[] {
  const byId = new Map(contents.map((content) => [content.id, content]))
  return surfaces.flatMap((surface, index) => commerceAboveCare(surface, index, byId))
}

/** Balance, usage, bill and alerts never stand below an offer, unless the editor said so knowingly. */
function commerceAboveCare(surface: Surface, index: number, contents: ReadonlyMap<string, Content>): PublishIssue[] {
  if (surface.commerceFirst) return []
  let offer: Content | undefined
  for (const { placement, steps } of readingOrder(surface)) {
    const content = contents.get(placement.content)
    const purpose = content && Object.hasOwn(widgets, content.kind) ? widgets[content.kind]?.purpose : undefined
    if (purpose === 'commerce') offer ??= content
    if (purpose === 'care' && content && offer) {
      return [
        error(
          'commerce-above-care',
          inDocument('surfaces', index, surface.id, ...steps, 'compact', 'order'),
          `«${surface.name}»: su telefono «${offer.name}» sta sopra «${content.name}». Prima l’assistenza, poi le offerte: spostalo, oppure conferma «offerte in primo piano».`,
          `"${surface.name}": on a phone "${offer.name}" stands above "${content.name}". Care comes before commerce: move it, or confirm "offers first".`,
        ),
      ]
    }
  }
  return []
}

type Placed = { placement: Placement; steps: (string | number)[] }

/** As a phone shows them: section by section, in each by `order`, and in the editor's sequence where that is the same or absent. */
function readingOrder({ sections }: Surface): Placed[] {
  return sections.flatMap(({ placements }, at) =>
    placements
      .map((placement, nth) => ({ placement, steps: ['sections', at, 'placements', nth], order: placement.compact.order ?? nth }))
      .sort((a, b) => a.order - b.order),
  )
}
