import { gridColumns, type FormFactor } from '@mosaic/schemas/release'
import { pickText, type Locale } from '@mosaic/schemas/text'
import type { CompiledContent, CompiledSurface } from '../release/compile.ts'

export type LayoutView = { columns: number; sections: SectionView[] }
export type SectionView = { id: string; title: string | undefined; scroll: string; placements: PlacementView[] }
export type PlacementView = { widgetId: string; order: number; columns: number; rows: number }

type Placed = { content: CompiledContent; columns: number; rows: number }
type Row = { section: CompiledSurface['sections'][number]; placements: Placed[] }

/**
 * Stage 6: position and size on one form factor. What is not shown leaves no hole: its placement goes, and a section without any goes too.
 */
export function layOut(
  surface: CompiledSurface,
  shown: ReadonlySet<CompiledContent>,
  formFactor: FormFactor,
  locale: Locale,
  defaultLocale: Locale,
): LayoutView {
  return {
    columns: gridColumns[formFactor],
    sections: arrange(surface, shown, formFactor).map(({ section, placements }) => ({
      id: section.id,
      title: pickText(section.title, locale, defaultLocale)?.value,
      scroll: section.scroll,
      placements: placements.map(({ content, columns, rows }, order) => ({ widgetId: content.content.id, order, columns, rows })),
    })),
  }
}

/** The contents in the order in which the smallest device reads them: how a client without a layout stacks them. */
export function readingOrder(surface: CompiledSurface, shown: ReadonlySet<CompiledContent>): CompiledContent[] {
  return [...new Set(arrange(surface, shown, 'compact').flatMap(({ placements }) => placements.map(({ content }) => content)))]
}

function arrange(surface: CompiledSurface, shown: ReadonlySet<CompiledContent>, formFactor: FormFactor): Row[] {
  const rows = surface.sections
    .map((section) => ({ section, placements: section.placements[formFactor].filter(({ content }) => shown.has(content)) }))
    .filter(({ placements }) => placements.length > 0)
  return surface.commerceFirst ? rows : careFirst(rows)
}

const has = (purpose: CompiledContent['purpose']) => (placed: Placed) => placed.content.purpose === purpose
const isCare = has('care')
const isCommerce = has('commerce')

/**
 * Care before commerce: no offer stands above the customer's data, bill or usage. Offers found above go to right behind the last care
 * there is; everything else, banners included, stays where the editor put it.
 */
function careFirst(rows: readonly Row[]): Row[] {
  const lastCare = rows.findLastIndex(({ placements }) => placements.some(isCare))
  if (lastCare === -1) return [...rows]

  const before = rows.slice(0, lastCare)
  const last = rows[lastCare] as Row
  // Sections without care that offer something move as a whole, title and all; from mixed ones only the offers do.
  const isShop = ({ placements }: Row) => placements.some(isCommerce) && !placements.some(isCare)
  const stay = before
    .filter((row) => !isShop(row))
    .map((row) => ({ ...row, placements: row.placements.filter((placed) => !isCommerce(placed)) }))
  const moved = before.filter((row) => !isShop(row)).flatMap(({ placements }) => placements.filter(isCommerce))
  return [...stay, { ...last, placements: behindCare(last.placements, moved) }, ...before.filter(isShop), ...rows.slice(lastCare + 1)]
}

/** Within the last section with care: its own early offers, then those of other sections, right behind its last care. */
function behindCare(placements: readonly Placed[], moved: readonly Placed[]): Placed[] {
  const lastCare = placements.findLastIndex(isCare)
  const upToCare = placements.slice(0, lastCare + 1)
  return [...upToCare.filter((placed) => !isCommerce(placed)), ...upToCare.filter(isCommerce), ...moved, ...placements.slice(lastCare + 1)]
}
