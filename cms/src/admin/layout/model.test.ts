import { widgets } from '@mosaic/widgets'
import { describe, expect, test } from 'vitest'
import {
  commerceAboveCare,
  inverseOf,
  move,
  pathOf,
  placedContents,
  readLayout,
  resize,
  withChanges,
  type Change,
  type FormFields,
  type Tile,
} from './model.ts'

const contents = new Map([
  ['1', { name: 'Credito', kind: 'balance' }],
  ['2', { name: 'Consumi', kind: 'usage' }],
  ['3', { name: 'Extra Giga', kind: 'offer' }],
])

/** A form of one section that places these contents, with what else it says. */
function form(placed: readonly string[], more: Record<string, unknown> = {}): FormFields {
  const fields: Record<string, { value?: unknown; rows?: { id: string }[] }> = {
    sections: { rows: [{ id: 's1' }] },
    'sections.0.title': { value: 'In breve' },
    'sections.0.placements': { rows: placed.map((id) => ({ id: `p${id}` })) },
  }
  for (const [index, id] of placed.entries()) fields[`sections.0.placements.${index}.content`] = { value: Number(id) }
  for (const [path, value] of Object.entries(more)) fields[`sections.0.placements.${path}`] = { value }
  return fields
}
const sections = (fields: FormFields) => readLayout(fields, 'compact', contents)
const tiles = (fields: FormFields) => sections(fields)[0]?.tiles ?? []
const names = (fields: FormFields) => tiles(fields).map(({ facts }) => facts?.name)
const tile = (fields: FormFields, at: number) => tiles(fields)[at] as Tile

describe('a page as it will stand', () => {
  test('goes by order, and by the list where there is none', () => {
    expect(names(form(['1', '2', '3']))).toEqual(['Credito', 'Consumi', 'Extra Giga'])
    expect(names(form(['1', '2', '3'], { '2.compact.order': -1 }))).toEqual(['Extra Giga', 'Credito', 'Consumi'])
  })

  test('has the usual size of the kind where the form says nothing, and never more than the grid', () => {
    expect(tile(form(['1']), 0)).toMatchObject(widgets['balance']?.span.compact ?? {})
    expect(tile(form(['1'], { '0.compact.columns': 2, '0.compact.rows': 3 }), 0)).toMatchObject({ columns: 2, rows: 3 })
    expect(tile(form(['1'], { '0.compact.columns': 9 }), 0).columns).toBe(4)
  })

  test('shows a placement without a content, and a content that is not known yet', () => {
    const fields = { ...form(['9', '1']), 'sections.0.placements.1.content': { value: undefined } }
    expect(tiles(fields).map(({ content, facts }) => [content, facts])).toEqual([
      ['9', undefined],
      [undefined, undefined],
    ])
    expect(placedContents(fields)).toEqual(['9'])
  })

  test('an empty form is an empty page', () => {
    expect(readLayout({}, 'expanded', contents)).toEqual([])
  })
})

describe('what an editor does', () => {
  test('moving numbers every tile of the section on this device alone', () => {
    const fields = form(['1', '2', '3'])
    const moved = withChanges(fields, move(tiles(fields), 2, 0, 'compact'))
    expect(names(moved)).toEqual(['Extra Giga', 'Credito', 'Consumi'])
    expect(readLayout(moved, 'medium', contents)[0]?.tiles.map(({ facts }) => facts?.name)).toEqual(['Credito', 'Consumi', 'Extra Giga'])
  })

  test('moving past the ends, or nowhere, stays within the section', () => {
    const fields = form(['1', '2'])
    expect(names(withChanges(fields, move(tiles(fields), 0, 99, 'compact')))).toEqual(['Consumi', 'Credito'])
    expect(move(tiles(fields), 0, -1, 'compact')).toEqual([])
  })

  test('a size stays within the grid and six rows', () => {
    const fields = form(['1'])
    const sized = (columns: number, rows: number) => tile(withChanges(fields, resize(tile(fields, 0), { columns, rows }, 'compact')), 0)
    expect(sized(1.6, 2.4)).toMatchObject({ columns: 2, rows: 2 })
    expect(sized(99, 99)).toMatchObject({ columns: 4, rows: 6 })
    expect(sized(-5, 0)).toMatchObject({ columns: 1, rows: 1 })
    expect(resize(tile(fields, 0), tile(fields, 0), 'compact')).toEqual([])
  })

  test('its inverse brings back what was, empty fields too', () => {
    const fields = form(['1', '2'], { '0.compact.columns': 2 })
    const changes = [...move(tiles(fields), 0, 1, 'compact'), ...resize(tile(fields, 0), { columns: 3, rows: 2 }, 'compact')]
    const undone = withChanges(withChanges(fields, changes), inverseOf(fields, changes))
    expect(sections(undone)).toEqual(sections(fields))
  })

  test('follows a row that was moved in the list meanwhile, and forgets one that is gone', () => {
    const change: Change = { section: 's1', tile: 'p2', device: 'compact', name: 'rows', value: 2 }
    expect(pathOf(form(['1', '2']), change)).toBe('sections.0.placements.1.compact.rows')
    expect(pathOf(form(['2', '1']), change)).toBe('sections.0.placements.0.compact.rows')
    expect(pathOf(form(['1']), change)).toBeUndefined()
    expect(inverseOf(form(['1']), [change])).toEqual([])
  })
})

test('an offer above what the customer needs is found, on each device by itself', () => {
  const fields = form(['3', '1'], { '0.medium.order': 5 })
  expect(commerceAboveCare(sections(fields))).toMatchObject({ offer: { content: '3' }, care: { content: '1' } })
  expect(commerceAboveCare(readLayout(fields, 'medium', contents))).toBeUndefined()
})
