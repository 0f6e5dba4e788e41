import { gridColumns, type FormFactor } from '@mosaic/schemas/release'
import { widgets } from '@mosaic/widgets'
import { placeTiles, type Cell } from '@mosaic/widgets/layout'
import { textOf, type Row } from '../../reader/rows.ts'
import { rowsOf, type FormFields, type FormRow } from './form-rows.ts'

/** What a content is, as far as a layout shows it; `row` is its document, in all languages. */
export type ContentFacts = { name: string; kind: string; row: Row }

/** A tile of one section on one device; `columns` and `rows` as they will be, the usual ones where the form says nothing. */
export type Tile = {
  /** The row of the form that it is, whatever its place in the list. */
  id: string
  section: string
  content: string | undefined
  facts: ContentFacts | undefined
  columns: number
  rows: number
}
export type Section = { id: string; title: string; isCarousel: boolean; tiles: readonly Tile[]; cells: readonly Cell[] }

/** The page as it will stand on a device. */
export function readLayout(fields: FormFields, device: FormFactor, contents: ReadonlyMap<string, ContentFacts>): Section[] {
  return rowsOf(fields, 'sections').map((section) => {
    const tiles = ordered(fields, section, device).map((row) => readTile(fields, row, section.id, device, contents))
    return {
      id: section.id,
      title: textOf(fields[`${section.path}.title`]?.value),
      isCarousel: fields[`${section.path}.scroll`]?.value === 'carousel',
      tiles,
      cells: cellsOf(tiles, device),
    }
  })
}

/** The contents that are placed somewhere, each once. */
export function placedContents(fields: FormFields): string[] {
  const placements = rowsOf(fields, 'sections').flatMap((section) => placementsOf(fields, section))
  return [...new Set(placements.flatMap(({ path }) => contentAt(fields, path) ?? []))].sort()
}

/** The rows of a section's list. */
export function placementsOf(fields: FormFields, { path }: FormRow): FormRow[] {
  return rowsOf(fields, `${path}.placements`)
}

/** The tiles of a section as a device reads them. */
export function sequenceOf(fields: FormFields, section: FormRow, device: FormFactor): string[] {
  return ordered(fields, section, device).map(({ id }) => id)
}

/** A number of the form, if there is one. */
export function numberAt(fields: FormFields, path: string): number | undefined {
  const value = fields[path]?.value
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** The first offer that stands above something the customer needs, and what that is: care comes first. */
export function commerceAboveCare(sections: readonly Section[]): { offer: Tile; care: Tile } | undefined {
  let offer: Tile | undefined
  for (const tile of sections.flatMap(({ tiles }) => tiles)) {
    const purpose = tile.facts && widgets[tile.facts.kind]?.purpose
    if (purpose === 'commerce') offer ??= tile
    if (purpose === 'care' && offer) return { offer, care: tile }
  }
  return undefined
}

/** By number, and by the list where there is none. */
function ordered(fields: FormFields, section: FormRow, device: FormFactor): FormRow[] {
  return placementsOf(fields, section)
    .map((row, nth) => ({ row, order: numberAt(fields, `${row.path}.${device}.order`) ?? nth }))
    .sort((one, other) => one.order - other.order)
    .map(({ row }) => row)
}

function readTile(
  fields: FormFields,
  { id, path }: FormRow,
  section: string,
  device: FormFactor,
  contents: ReadonlyMap<string, ContentFacts>,
): Tile {
  const content = contentAt(fields, path)
  const facts = content === undefined ? undefined : contents.get(content)
  const usual = (facts && widgets[facts.kind]?.span[device]) ?? { columns: gridColumns[device], rows: 1 }
  return {
    id,
    section,
    content,
    facts,
    columns: Math.min(numberAt(fields, `${path}.${device}.columns`) ?? usual.columns, gridColumns[device]),
    rows: numberAt(fields, `${path}.${device}.rows`) ?? usual.rows,
  }
}

function cellsOf(tiles: readonly Tile[], device: FormFactor): Cell[] {
  return placeTiles(
    tiles.map(({ id, columns, rows }, order) => ({ widgetId: id, order, columns, rows })),
    gridColumns[device],
  )
}

function contentAt(fields: FormFields, path: string): string | undefined {
  const value = fields[`${path}.content`]?.value
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : undefined
}
