/** What is known of a tile before it has a place. */
export type Placed = { widgetId: string; order: number; columns: number; rows?: number | null }

/** Where a tile stands on the grid, in CSS grid lines (1-based) and spans. */
export type Cell = { widgetId: string; column: number; row: number; columns: number; rows: number }

/**
 * Lays placements out on a grid of `gridColumns`, in their order, then lets tiles grow right and down into the holes that are
 * left when a widget is left out for this customer. Reading order and visual order stay the same: no tile is moved ahead of an earlier one.
 */
export function placeTiles(placements: readonly Placed[], gridColumns: number): Cell[] {
  const taken = new Set<string>()
  const isFree = (row: number, column: number) => column >= 1 && column <= gridColumns && !taken.has(`${row}:${column}`)
  const fits = (cell: Cell) => cellsOf(cell).every(([row, column]) => isFree(row, column))
  const take = (cell: Cell) => cellsOf(cell).forEach(([row, column]) => taken.add(`${row}:${column}`))

  const cells: Cell[] = []
  let cursor = { row: 1, column: 1 }
  for (const placement of placements.toSorted((a, b) => a.order - b.order)) {
    const columns = Math.min(Math.max(1, placement.columns), gridColumns)
    const cell: Cell = { widgetId: placement.widgetId, ...cursor, columns, rows: Math.max(1, placement.rows ?? 1) }
    while (!fits(cell)) {
      cell.column += 1
      if (cell.column + columns - 1 > gridColumns) Object.assign(cell, { column: 1, row: cell.row + 1 })
    }
    take(cell)
    cells.push(cell)
    cursor = { row: cell.row, column: cell.column + columns }
  }

  const lastRow = Math.max(0, ...cells.map((cell) => cell.row + cell.rows - 1))
  for (const cell of cells) {
    while (column(cell, cell.column + cell.columns).every(([row, at]) => isFree(row, at))) {
      cell.columns += 1
      take(cell)
    }
  }
  for (const cell of cells) {
    while (cell.row + cell.rows <= lastRow && row(cell, cell.row + cell.rows).every(([at, column]) => isFree(at, column))) {
      cell.rows += 1
      take(cell)
    }
  }
  return cells
}

function cellsOf(cell: Cell): [row: number, column: number][] {
  return Array.from({ length: cell.rows }, (_, index) => row(cell, cell.row + index)).flat()
}
function row(cell: Cell, at: number): [row: number, column: number][] {
  return Array.from({ length: cell.columns }, (_, index) => [at, cell.column + index])
}
function column(cell: Cell, at: number): [row: number, column: number][] {
  return Array.from({ length: cell.rows }, (_, index) => [cell.row + index, at])
}
