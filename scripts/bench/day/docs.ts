import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { inRoot } from '../../lib/house.ts'
import { machine, nameOf } from '../machine.ts'
import type { Row } from '../results.ts'
import { lineChart, type Line } from './line-chart.ts'
import type { Day } from './rows.ts'
import { shareOf } from './watch.ts'

/** Writes the figures and their chart for the documentation: on demand only, for every run has its own. */
export function writeDocs(day: Day, rows: readonly Row[]): void {
  const folder = inRoot('docs', 'bench')
  mkdirSync(folder, { recursive: true })
  const { settings, result } = day
  const { cores } = machine()
  const title = `${settings.rate.toLocaleString('en')} homes a second over ${settings.customers.toLocaleString('en')} customers, ${settings.balancing} divided among the processes`
  const chart = lineChart(title, `Everything on one machine: ${nameOf(machine())}`, settings.seconds, [
    {
      title: 'Time from due to answered',
      unit: 'ms',
      lines: [
        { label: 'p50', values: result.stretches.map(({ p50Ms }) => p50Ms) },
        { label: 'p99', values: result.stretches.map(({ p99Ms }) => p99Ms) },
      ],
    },
    { title: `Processor time, of all ${cores} cores`, unit: '%', lines: processorLines(day) },
    { title: 'Memory', unit: 'MB', lines: memoryLines(day) },
  ])
  writeFileSync(`${folder}/day.svg`, chart)
  writeFileSync(
    `${folder}/day.json`,
    `${JSON.stringify({ suite: 'day', machine: machine(), settings, rows, stretches: result.stretches }, undefined, 2)}\n`,
  )
}

function processorLines({ samples }: Day): Line[] {
  const cores = availableParallelism()
  return programsOf(samples).map((label) => ({
    label,
    values: samples.slice(1).flatMap((after, index) => {
      const before = samples[index]
      return before ? [shareOf(label, before, after, cores) * 100] : []
    }),
  }))
}

function memoryLines({ samples }: Day): Line[] {
  return programsOf(samples).map((label) => ({
    label,
    values: samples.map(({ programs }) => (programs[label]?.residentBytes ?? 0) / 2 ** 20),
  }))
}

function programsOf(samples: Day['samples']): string[] {
  return Object.keys(samples[0]?.programs ?? {})
}
