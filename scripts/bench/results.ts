import { mkdirSync, writeFileSync } from 'node:fs'
import { inRoot } from '../lib/house.ts'
import { table } from '../lib/box.ts'
import { bold } from '../lib/steps.mjs'
import { machine, nameOf } from './machine.ts'

/** One figure. `ratio` compares it with the case named in `ratioTo`, measured in the same run by the same client. */
export type Row = { case: string; metric: string; value: number; unit: string; ratio?: number; ratioTo?: string }

/** Prints the rows as a table and writes bench-results/<suite>.json. */
export function report(suite: string, rows: readonly Row[]): void {
  const folder = inRoot('bench-results')
  mkdirSync(folder, { recursive: true })
  const file = `${folder}/${suite}.json`
  writeFileSync(file, `${JSON.stringify({ suite, machine: machine(), rows }, undefined, 2)}\n`)
  const cells = rows.map((row) => [
    row.case,
    row.metric,
    figure(row.value),
    row.unit,
    row.ratio === undefined ? '' : `${figure(row.ratio)} ×`,
    row.ratioTo === undefined ? '' : `of ${row.ratioTo}`,
  ])
  console.log(`\n${bold(`Suite ${suite}`)}\n`)
  for (const line of table([['case', 'metric', 'value', 'unit', 'ratio', ''], ...cells], [2, 4])) console.log(`  ${line}`)
  console.log(`\n  ${nameOf(machine())}. Written to bench-results/${suite}.json\n`)
}

/** The middle value; the mean of the two middle ones for an even count. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** The value below which the share of all values lies, interpolated. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const [low = 0, high = low] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]]
  return low + (high - low) * (at - Math.floor(at))
}

function figure(value: number): string {
  if (value >= 1_000) return Math.round(value).toLocaleString('en')
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2)
}
