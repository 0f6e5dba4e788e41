import { mkdirSync, writeFileSync } from 'node:fs'
import { inRoot } from '../../lib/house.ts'
import { barChart, type Bar, type BarGroup } from '../chart.ts'
import { machine, nameOf } from '../machine.ts'
import type { Row } from '../results.ts'
import { names } from './contenders.ts'

const own: readonly string[] = [names.mosaic, names.fromTiles, names.fromTilesOfMany, names.anew]

/** Writes the figures and their chart for the documentation: on demand only, for every run has its own. */
export function writeDocs(rows: readonly Row[]): void {
  const folder = inRoot('docs', 'bench')
  mkdirSync(folder, { recursive: true })
  const chart = barChart('A personalised home: Mosaic beside its peers', nameOf(machine()), [
    groupOf(rows, 'All hot: requests per second', 'hot', 'throughput'),
    groupOf(rows, 'All hot: processor time a request, µs', 'hot', 'server processor time'),
    groupOf(rows, 'Composed anew from cached values: processor time a request, µs', 'composed', 'server processor time'),
    groupOf(rows, 'The same for 200 customers in turn, each home kept', 'composed, 200 customers', 'server processor time'),
    groupOf(rows, 'Composed anew for a client that asks for a sixth of the bytes', 'composed small', 'server processor time'),
    groupOf(rows, '1 % misses: processor time a request, µs', '1 % misses', 'server processor time'),
    groupOf(rows, 'Every back-end system hangs, data past T1: homes answered whole, %', 'outage, hanging', 'answered whole'),
    groupOf(rows, 'The same: p99, ms', 'outage, hanging', 'p99'),
  ])
  writeFileSync(`${folder}/home.svg`, chart)
  writeFileSync(`${folder}/home.json`, `${JSON.stringify({ suite: 'home', machine: machine(), rows }, undefined, 2)}\n`)
}

function groupOf(rows: readonly Row[], title: string, load: string, metric: string): BarGroup {
  const bars = Object.values(names).flatMap((name): Bar[] => {
    const row = rows.find((one) => one.case === `${load}, ${name}` && one.metric === metric)
    if (!row) return []
    const text = row.value >= 1_000 ? Math.round(row.value).toLocaleString('en') : row.value.toFixed(row.value >= 10 ? 0 : 1)
    return [{ label: name, value: row.value, text, isOwn: own.includes(name) }]
  })
  return { title, bars }
}
