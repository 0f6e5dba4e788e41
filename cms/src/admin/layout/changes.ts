import { formFactors, gridColumns, type FormFactor } from '@mosaic/schemas/release'
import { moveRow, rowsOf, type FormFields, type FormRow } from './form-rows.ts'
import { numberAt, placementsOf, sequenceOf, type Tile } from './model.ts'

/** One thing done to the form, named by its rows: lists move meanwhile. */
export type Change =
  /** A number of a tile on a device; `undefined` empties it. */
  | { what: 'number'; tile: string; device: FormFactor; name: 'columns' | 'rows' | 'order'; value: number | undefined }
  /** A tile in the list of a section, on all devices. */
  | { what: 'tile'; tile: string; section: string; at: number }
  /** A section on the page, with all its tiles. */
  | { what: 'section'; section: string; at: number }

export const maxRows = 6

/** Puts a tile elsewhere in its section: on this device every tile of the section then has a number. */
export function move(tiles: readonly Tile[], from: number, to: number, device: FormFactor): Change[] {
  const at = Math.min(Math.max(to, 0), tiles.length - 1)
  const moved = tiles[from]
  if (!moved || at === from) return []
  return numbered(
    tiles
      .toSpliced(from, 1)
      .toSpliced(at, 0, moved)
      .map(({ id }) => id),
    device,
  )
}

/**
 * Puts a tile into another section: at this place on this device, and on the others too unless an editor has numbered the tiles there: then it comes last,
 * and all else stays where it was.
 */
export function transfer(fields: FormFields, tile: Tile, section: string, to: number, device: FormFactor): Change[] {
  const source = sectionRow(fields, tile.section)
  const target = sectionRow(fields, section)
  if (!source || !target || source.id === target.id) return []
  const count = placementsOf(fields, target).length
  const change: Change = { what: 'tile', tile: tile.id, section, at: Math.min(Math.max(to, 0), count) }
  const moved = withChanges(fields, [change])
  const [movedSource, movedTarget] = [sectionRow(moved, source.id), sectionRow(moved, target.id)]
  if (!movedSource || !movedTarget) return []
  const numbers = formFactors.flatMap((one) => {
    const left = sequenceOf(fields, source, one).filter((id) => id !== tile.id)
    const there = sequenceOf(fields, target, one)
    const isNumbered = placementsOf(fields, target).some(({ path }) => numberAt(fields, `${path}.${one}.order`) !== undefined)
    const arrived = there.toSpliced(one === device || !isNumbered ? change.at : there.length, 0, tile.id)
    return [...renumbered(moved, movedSource, left, one), ...renumbered(moved, movedTarget, arrived, one)]
  })
  return [change, ...numbers]
}

/** Puts a whole section elsewhere on the page. */
export function moveSection(fields: FormFields, section: string, to: number): Change[] {
  const rows = rowsOf(fields, 'sections')
  const at = Math.min(Math.max(to, 0), rows.length - 1)
  const from = rows.findIndex(({ id }) => id === section)
  return from === -1 || from === at ? [] : [{ what: 'section', section, at }]
}

/** Makes a tile as large as wanted, within the device's grid. */
export function resize(tile: Tile, wanted: { columns: number; rows: number }, device: FormFactor): Change[] {
  const columns = Math.min(Math.max(Math.round(wanted.columns), 1), gridColumns[device])
  const rows = Math.min(Math.max(Math.round(wanted.rows), 1), maxRows)
  if (columns === tile.columns && rows === tile.rows) return []
  const change = (name: 'columns' | 'rows', value: number): Change => ({ what: 'number', tile: tile.id, device, name, value })
  return [change('columns', columns), change('rows', rows)]
}

/** The fields as they would be with these changes, one after the other. */
export function withChanges(fields: FormFields, changes: readonly Change[]): FormFields {
  return changes.reduce((before, change) => {
    const place = placeOf(before, change)
    if (!place) return before
    // Marked as Payload marks what is typed: the answer to an earlier save does not take it back.
    if ('path' in place) return { ...before, [place.path]: { ...before[place.path], value: place.value ?? null, ...typed } }
    return moveRow(before, place.from, place.to)
  }, fields)
}

const typed = { valid: true, isModified: true }

/** Where a number goes in the form as it stands; `undefined` when its row is not there any more. */
export function pathOf(fields: FormFields, { tile, device, name }: Extract<Change, { what: 'number' }>): string | undefined {
  const found = placementOf(fields, tile)
  return found && `${found.row.path}.${device}.${name}`
}

/** What takes changes back, in the order in which it must be done. */
export function inverseOf(fields: FormFields, changes: readonly Change[]): Change[] {
  const inverse: Change[] = []
  let before = fields
  for (const change of changes) {
    inverse.unshift(...inverseOfOne(before, change))
    before = withChanges(before, [change])
  }
  return inverse
}

function inverseOfOne(fields: FormFields, change: Change): Change[] {
  const place = placeOf(fields, change)
  if (!place) return []
  if ('path' in place) return change.what === 'number' ? [{ ...change, value: numberAt(fields, place.path) }] : []
  if (change.what === 'section') return [{ ...change, at: place.from.at }]
  const home = change.what === 'tile' && placementOf(fields, change.tile)?.section
  return change.what === 'tile' && home ? [{ ...change, section: home.id, at: place.from.at }] : []
}

type Place = { list: string; at: number }

function placeOf(fields: FormFields, change: Change): { path: string; value: number | undefined } | { from: Place; to: Place } | undefined {
  if (change.what === 'number') {
    const path = pathOf(fields, change)
    return path === undefined ? undefined : { path, value: change.value }
  }
  if (change.what === 'section') {
    const at = rowsOf(fields, 'sections').findIndex(({ id }) => id === change.section)
    return at === -1 ? undefined : { from: { list: 'sections', at }, to: { list: 'sections', at: change.at } }
  }
  const found = placementOf(fields, change.tile)
  const target = sectionRow(fields, change.section)
  if (!found || !target) return undefined
  return { from: { list: `${found.section.path}.placements`, at: found.at }, to: { list: `${target.path}.placements`, at: change.at } }
}

function sectionRow(fields: FormFields, section: string): FormRow | undefined {
  return rowsOf(fields, 'sections').find(({ id }) => id === section)
}

function placementOf(fields: FormFields, tile: string): { section: FormRow; row: FormRow; at: number } | undefined {
  for (const section of rowsOf(fields, 'sections')) {
    const rows = placementsOf(fields, section)
    const at = rows.findIndex(({ id }) => id === tile)
    const row = rows[at]
    if (row) return { section, row, at }
  }
  return undefined
}

function numbered(ids: readonly string[], device: FormFactor): Change[] {
  return ids.map((tile, value) => ({ what: 'number', tile, device, name: 'order', value }))
}

/** Numbers for a section that would not be read as wanted without. */
function renumbered(fields: FormFields, section: FormRow, wanted: readonly string[], device: FormFactor): Change[] {
  const read = sequenceOf(fields, section, device)
  return read.every((id, at) => id === wanted[at]) ? [] : numbered(wanted, device)
}
