import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeTiles, type Cell } from './place-tiles.ts'

const tile = (widgetId: string, columns: number, rows = 1, order = 0) => ({ widgetId, columns, rows, order })

describe('placeTiles', () => {
  it('fills rows in order', () => {
    expect(placeTiles([tile('a', 6, 2), tile('b', 6), tile('c', 6)], 12)).toEqual([
      { widgetId: 'a', column: 1, row: 1, columns: 6, rows: 2 },
      { widgetId: 'b', column: 7, row: 1, columns: 6, rows: 1 },
      { widgetId: 'c', column: 7, row: 2, columns: 6, rows: 1 },
    ])
  })

  it('grows the last tile of a row that would leave a hole', () => {
    expect(placeTiles([tile('a', 4), tile('b', 4), tile('c', 12)], 12).map(({ columns }) => columns)).toEqual([4, 8, 12])
  })

  it('grows a low tile beside a tall one', () => {
    expect(placeTiles([tile('a', 6, 2), tile('b', 6), tile('c', 12)], 12).map(({ rows }) => rows)).toEqual([2, 2, 1])
  })

  it('narrows what is wider than the grid, and goes by order', () => {
    expect(placeTiles([tile('late', 2, 1, 2), tile('early', 12, 1, 1)], 4)).toEqual([
      { widgetId: 'early', column: 1, row: 1, columns: 4, rows: 1 },
      { widgetId: 'late', column: 1, row: 2, columns: 4, rows: 1 },
    ])
  })

  const spans = (maxRows: number) =>
    fc.array(fc.record({ columns: fc.integer({ min: 1, max: 12 }), rows: fc.integer({ min: 1, max: maxRows }) }), { maxLength: 14 })
  const place = (sizes: readonly { columns: number; rows: number }[], gridColumns: number) =>
    placeTiles(
      sizes.map(({ columns, rows }, order) => tile(`t${order}`, columns, rows, order)),
      gridColumns,
    )

  it('stays inside the grid, keeps the order, overlaps nothing and leaves no hole a tile could grow into', () => {
    fc.assert(
      fc.property(spans(6), fc.constantFrom(4, 8, 12), (sizes, gridColumns) => {
        const cells = place(sizes, gridColumns)
        expect(cells.map((cell) => cell.widgetId)).toEqual(sizes.map((_, order) => `t${order}`))
        const positions = cells.map((cell) => cell.row * 100 + cell.column)
        expect(positions).toEqual(positions.toSorted((a, b) => a - b))
        expect(cells.every((cell) => cell.column >= 1 && cell.column + cell.columns - 1 <= gridColumns)).toBe(true)
        const covered = cells.flatMap((cell) => area(cell))
        expect(new Set(covered).size).toBe(covered.length)
        const taken = new Set(covered)
        const lastRow = Math.max(0, ...cells.map((cell) => cell.row + cell.rows - 1))
        for (const cell of cells) {
          const right = area({ ...cell, column: cell.column + cell.columns, columns: 1 })
          const below = area({ ...cell, row: cell.row + cell.rows, rows: 1 })
          expect(cell.column + cell.columns > gridColumns || right.some((at) => taken.has(at))).toBe(true)
          expect(cell.row + cell.rows > lastRow || below.some((at) => taken.has(at))).toBe(true)
        }
      }),
    )
  })

  it('closes the mosaic when every tile is one row high', () => {
    fc.assert(
      fc.property(spans(1), fc.constantFrom(4, 8, 12), (sizes, gridColumns) => {
        const cells = place(sizes, gridColumns)
        expect(cells.flatMap((cell) => area(cell)).length).toBe(Math.max(0, ...cells.map((cell) => cell.row)) * gridColumns)
      }),
    )
  })
})

function area({ row, column, rows, columns }: Omit<Cell, 'widgetId'>): string[] {
  return Array.from({ length: rows * columns }, (_, at) => `${row + Math.floor(at / columns)}:${column + (at % columns)}`)
}
