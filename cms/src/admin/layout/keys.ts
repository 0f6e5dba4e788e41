import { gridColumns, type FormFactor } from '@mosaic/schemas/release'
import { maxRows } from './changes.ts'
import type { Tile } from './model.ts'

/** What a key asks for: another place in the section, the section beside, or another size. */
export type Wanted = { to: number } | { beside: -1 | 1 } | { columns: number; rows: number }
type Key = { key: string; shiftKey: boolean; altKey: boolean; ctrlKey: boolean; metaKey: boolean }

export function isUndoKey({ ctrlKey, metaKey, key }: Key): boolean {
  return (ctrlKey || metaKey) && key.toLowerCase() === 'z'
}

/** What a key asks for the tile that stands at this place of so many; `undefined` for keys that mean something else. */
export function keyed(
  { key, shiftKey, altKey, ctrlKey, metaKey }: Key,
  tile: Tile,
  at: number,
  count: number,
  device: FormFactor,
): Wanted | undefined {
  const step = steps[key]
  if (ctrlKey || metaKey) return undefined
  if (altKey) return step?.rows ? { beside: step.rows } : undefined
  if (shiftKey) return step && sized(tile, step, device)
  if (step) return { to: within(at + (step.columns || step.rows), count) }
  if (key === 'Home') return { to: 0 }
  return key === 'End' ? { to: count - 1 } : undefined
}

type Step = { columns: -1 | 0 | 1; rows: -1 | 0 | 1 }
const steps: Readonly<Record<string, Step | undefined>> = {
  ArrowRight: { columns: 1, rows: 0 },
  ArrowLeft: { columns: -1, rows: 0 },
  ArrowDown: { columns: 0, rows: 1 },
  ArrowUp: { columns: 0, rows: -1 },
}

function sized({ columns, rows }: Tile, step: Step, device: FormFactor): { columns: number; rows: number } {
  return { columns: within(columns + step.columns - 1, gridColumns[device]) + 1, rows: within(rows + step.rows - 1, maxRows) + 1 }
}

function within(at: number, count: number): number {
  return Math.min(Math.max(at, 0), count - 1)
}
