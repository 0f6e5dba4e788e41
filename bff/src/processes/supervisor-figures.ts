import { Counter, Gauge, Registry } from 'prom-client'
import type { Figures, ProcessReport } from './contract.ts'

/** What only the supervisor can count. */
export function createSupervisorFigures(states: () => ProcessReport['state'][]) {
  const registry = new Registry()
  const registers = [registry]
  new Gauge({
    name: 'bff_processes',
    help: 'Processes behind the port, by what they do',
    labelNames: ['state'] as const,
    registers,
    collect() {
      this.reset()
      for (const state of ['starting', 'serving', 'closing'] as const) this.set({ state }, 0)
      for (const state of states()) this.inc({ state })
    },
  })
  return {
    deaths: new Counter({ name: 'bff_process_deaths_total', help: 'Processes that ended without being told to', registers }),
    figures: (): Promise<Figures> => registry.getMetricsAsJSON(),
  }
}
