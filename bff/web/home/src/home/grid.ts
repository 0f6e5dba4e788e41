import type { CSSProperties } from 'react'
import type { FormFactor } from '@mosaic/schemas/release'
import type { Cell } from '@mosaic/widgets/layout'

/** The columns of each form factor, for a home that comes without a layout. The schemas' own table would bring the schema library along. */
export const gridColumns = { compact: 4, medium: 8, expanded: 12 } as const satisfies Record<FormFactor, number>

/** A cell's place, for the style sheet to use where there is room for columns. */
export function cellStyle({ column, columns, row, rows }: Cell): CSSProperties {
  return { '--cell-column': `${column} / span ${columns}`, '--cell-row': `${row} / span ${rows}` } as CSSProperties
}
