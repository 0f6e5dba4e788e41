import { gridColumns, type FormFactor } from '@mosaic/schemas/release'
import { widgets } from '@mosaic/widgets'
import { placeTiles, type Cell } from '@mosaic/widgets/layout'

/** What of a form is looked at: its fields by path, as Payload keeps them. */
export type FormFields = Readonly<Record<string, { value?: unknown; rows?: readonly { id: string }[] } | undefined>>
/** What a content is, as far as a layout shows it. */
export type ContentFacts = { name: string; kind: string }

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

/** One number of the form, named by its rows: lists move meanwhile. `undefined` empties it. */
export type Change = { section: string; tile: string; device: FormFactor; name: 'columns' | 'rows' | 'order'; value: number | undefined }

export const maxRows = 6

/** The page as it will stand on a device. */
export function readLayout(fields: FormFields, device: FormFactor, contents: ReadonlyMap<string, ContentFacts>): Section[] {
  return rowsOf(fields, 'sections').map(({ id, path }) => {
    const tiles = rowsOf(fields, `${path}.placements`)
      .map((row, nth) => ({
        tile: readTile(fields, row, id, device, contents),
        order: numberAt(fields, `${row.path}.${device}.order`) ?? nth,
      }))
      .sort((one, other) => one.order - other.order)
      .map(({ tile }) => tile)
    return {
      id,
      title: textAt(fields, `${path}.title`),
      isCarousel: fields[`${path}.scroll`]?.value === 'carousel',
      tiles,
      cells: cellsOf(tiles, device),
    }
  })
}

/** The contents that are placed somewhere, each once. */
export function placedContents(fields: FormFields): string[] {
  const placements = rowsOf(fields, 'sections').flatMap(({ path }) => rowsOf(fields, `${path}.placements`))
  return [...new Set(placements.flatMap(({ path }) => contentAt(fields, path) ?? []))].sort()
}

/** Puts a tile elsewhere in its section: on this device every tile of the section then has a number. */
export function move(tiles: readonly Tile[], from: number, to: number, device: FormFactor): Change[] {
  const at = Math.min(Math.max(to, 0), tiles.length - 1)
  const moved = tiles[from]
  if (!moved || at === from) return []
  const order = tiles.toSpliced(from, 1).toSpliced(at, 0, moved)
  return order.map(({ id, section }, value) => ({ section, tile: id, device, name: 'order' as const, value }))
}

/** Makes a tile as large as wanted, within the device's grid. */
export function resize(tile: Tile, wanted: { columns: number; rows: number }, device: FormFactor): Change[] {
  const columns = Math.min(Math.max(Math.round(wanted.columns), 1), gridColumns[device])
  const rows = Math.min(Math.max(Math.round(wanted.rows), 1), maxRows)
  if (columns === tile.columns && rows === tile.rows) return []
  const change = (name: 'columns' | 'rows', value: number): Change => ({ section: tile.section, tile: tile.id, device, name, value })
  return [change('columns', columns), change('rows', rows)]
}

/** The fields as they would be with these changes. */
export function withChanges(fields: FormFields, changes: readonly Change[]): FormFields {
  const next: Record<string, FormFields[string]> = { ...fields }
  for (const change of changes) {
    const path = pathOf(fields, change)
    if (path !== undefined) next[path] = { ...next[path], value: change.value }
  }
  return next
}

/** Where a change goes in the form as it stands; `undefined` when its row is not there any more. */
export function pathOf(fields: FormFields, { section, tile, device, name }: Change): string | undefined {
  const home = rowsOf(fields, 'sections').find(({ id }) => id === section)
  const row = home && rowsOf(fields, `${home.path}.placements`).find(({ id }) => id === tile)
  return row && `${row.path}.${device}.${name}`
}

/** What the form says now where changes go: what undoes them. */
export function inverseOf(fields: FormFields, changes: readonly Change[]): Change[] {
  return changes.flatMap((change) => {
    const path = pathOf(fields, change)
    return path === undefined ? [] : [{ ...change, value: numberAt(fields, path) }]
  })
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

type Row = { id: string; path: string }

function rowsOf(fields: FormFields, path: string): Row[] {
  return (fields[path]?.rows ?? []).map(({ id }, index) => ({ id, path: `${path}.${index}` }))
}

function readTile(
  fields: FormFields,
  { id, path }: Row,
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

function numberAt(fields: FormFields, path: string): number | undefined {
  const value = fields[path]?.value
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

function textAt(fields: FormFields, path: string): string {
  const value = fields[path]?.value
  return typeof value === 'string' ? value : ''
}
