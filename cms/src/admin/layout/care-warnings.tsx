'use client'
import { formFactors } from '@mosaic/schemas/release'
import type { LayoutWords } from '../words/layout-words.ts'
import type { FormFields } from './form-rows.ts'
import { commerceAboveCare, readLayout, type ContentFacts, type Section, type Tile } from './model.ts'
import { titleOf } from './section-canvas.tsx'
import { nameOf } from './tile-item.tsx'

type CareWarningsProps = { fields: FormFields; contents: ReadonlyMap<string, ContentFacts>; words: LayoutWords }

/** What the publish check will say of offers that stand above what the customer needs, on whichever device; nothing when the editor wants it so. */
export function CareWarnings({ fields, contents, words }: CareWarningsProps) {
  if (fields['commerceFirst']?.value === true) return undefined
  const found = formFactors.flatMap((device) => {
    const sections = readLayout(fields, device, contents)
    const misplaced = commerceAboveCare(sections)
    return misplaced ? [{ device, sections, ...misplaced }] : []
  })
  // The same two on several devices are one mistake.
  const together = Map.groupBy(found, ({ offer, care }) => `${offer.id}/${care.id}`)
  return [...together].map(([key, all]) => {
    const { offer, care, sections } = all[0]!
    const standing = (tile: Tile) => ({ name: nameOf(tile, words), section: sectionOf(tile, sections, words) })
    return (
      <p key={key} className="mosaic-layout__warning">
        {words.commerceAboveCare(
          all.map(({ device }) => device),
          standing(offer),
          standing(care),
        )}
      </p>
    )
  })
}

function sectionOf(tile: Tile, sections: readonly Section[], words: LayoutWords): string {
  const at = sections.findIndex(({ id }) => id === tile.section)
  const section = sections[at]
  return section ? titleOf(section, at, words) : ''
}
