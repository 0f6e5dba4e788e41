import { AggregatorRegistry } from 'prom-client'
import type { Figures } from './contract.ts'

/** What processes counted that have ended: a sum over all processes that could fall would look like a fresh start to whoever reads rates off it. */
export type Totals = {
  /** Takes over what one has counted; what it measured of itself (gauges) ends with it. */
  keep(figures: Figures): void
  ended(): Promise<Figures>
}

export function createTotals(): Totals {
  let ended: Promise<Figures> = Promise.resolve([])
  return {
    keep(figures) {
      const counts = figures.filter(({ type }) => String(type) !== 'gauge')
      ended = ended.then((before) => AggregatorRegistry.aggregate([before, counts]).getMetricsAsJSON())
    },
    ended: () => ended,
  }
}

/** The metrics of all processes as one text for Prometheus: each by its own `aggregator` (see metrics.ts), summed unless it names one. */
export function printFigures(figures: readonly Figures[]): Promise<string> {
  return AggregatorRegistry.aggregate([...figures]).metrics()
}
