import { availableParallelism } from 'node:os'
import type { Row } from '../results.ts'
import type { LoadResult } from './contract.ts'
import { growth } from './figures.ts'
import type { DaySettings } from './settings.ts'
import type { Counts } from './suite.ts'
import { othersShare, shareOf, type Sample } from './watch.ts'

/** All that was measured of a day, from the end of the ramp on. */
export type Day = { settings: DaySettings; result: LoadResult; samples: readonly Sample[]; before: Counts; after: Counts }

const mb = 2 ** 20
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0)

export function rowsOf(day: Day): Row[] {
  return [...homeRows(day), ...processorRows(day), ...memoryRows(day), ...callRows(day), ...servedRows(day)]
}

function homeRows({ settings, result }: Day): Row[] {
  const row = (metric: string, value: number, unit: string): Row => ({ case: 'homes', metric, value, unit })
  return [
    row('rate', result.homes / settings.seconds, '1/s'),
    row('p50', result.p50Ms, 'ms'),
    row('p95', result.p95Ms, 'ms'),
    row('p99', result.p99Ms, 'ms'),
    row('slowest', result.maxMs, 'ms'),
    ...Object.entries(result.statuses).map(([status, count]) => row(`answered ${status}`, count, 'homes')),
    row('errors', sum(Object.values(result.errors)), 'homes'),
    ...Object.entries(result.errors).map(([what, count]) => row(`of them: ${what}`, count, 'homes')),
    row('answer with a body, as sent', result.meanBytes, 'bytes'),
    row('visits', result.visits, 'visits'),
    row('different customers', result.customers, 'customers'),
    row('read whole', result.read, 'homes'),
    ...Object.entries(result.states).map(([state, count]) => row(`widgets ${state} in those`, count, 'widgets')),
    row("the client's own delay, p50", result.late.p50Ms, 'ms'),
    row("the client's own delay, p99", result.late.p99Ms, 'ms'),
    row("the client's own delay, longest", result.late.maxMs, 'ms'),
  ]
}

function processorRows({ samples }: Day): Row[] {
  const [first, last, cores] = [samples[0], samples.at(-1), availableParallelism()]
  if (!first || !last) return []
  const row = (metric: string, share: number): Row => ({ case: `processors, of ${cores}`, metric, value: share * 100, unit: '%' })
  const shares = Object.keys(last.programs).map((program) => ({ program, share: shareOf(program, first, last, cores) }))
  return [
    ...shares.map(({ program, share }) => row(program, share)),
    row('all but the load client', sum(shares.filter(({ program }) => program !== 'load client').map(({ share }) => share))),
    row('whatever else ran on the machine', othersShare(first, last, cores)),
  ]
}

function memoryRows({ samples }: Day): Row[] {
  const programs = Object.keys(samples[0]?.programs ?? {})
  return programs.flatMap((program): Row[] => {
    const resident = samples.map((sample) => (sample.programs[program]?.residentBytes ?? Number.NaN) / mb)
    const [first = Number.NaN, last = Number.NaN] = [resident[0], resident.at(-1)]
    const row = (metric: string, value: number): Row => ({ case: `memory, ${program}`, metric, value, unit: 'MB' })
    return [row('at the start', first), row('at the end', last), row('most', Math.max(...resident))]
  })
}

/** What reached the back-end systems. */
function callRows({ result, before, after }: Day): Row[] {
  const perThousand = (calls: number) => (calls / result.homes) * 1_000
  const made = Object.entries(after.calls).map(([method, calls]) => ({ method, calls: calls - (before.calls[method] ?? 0) }))
  const row = (metric: string, calls: number): Row => ({
    case: 'BSS calls',
    metric,
    value: perThousand(calls),
    unit: 'per 1,000 homes',
  })
  return [
    row('all', sum(made.map(({ calls }) => calls))),
    ...made.filter(({ calls }) => calls > 0).map(({ method, calls }) => row(method, calls)),
  ]
}

/** Where answers came from, in percent: BSS data by what served it, homes by who answered. */
function servedRows({ before, after }: Day): Row[] {
  const shares = (name: string, counter: string, label: string) => {
    const grown = growth(before.figures, after.figures, counter, label)
    const all = sum(grown.values())
    return [...grown].map(([by, count]): Row => ({ case: name, metric: by, value: (count / all) * 100, unit: '%' }))
  }
  return [
    ...shares('BSS data served by', 'bff_cache_requests_total', 'result'),
    ...shares('homes answered by', 'bff_home_answers_total', 'by'),
  ]
}
