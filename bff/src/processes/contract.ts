import type { MetricObjectWithValues, MetricValue } from 'prom-client'
import type { BrandState } from '../release/engine.ts'

/* What the processes behind one port and their supervisor tell each other. */

/** How one process stands. `silent`: it was asked and did not answer in time. */
export type ProcessReport = { pid: number; state: 'starting' | 'serving' | 'closing' | 'silent'; brands: BrandState[] }

/** Whether there is anything to serve customers with. */
export function hasRelease(brands: readonly BrandState[]): boolean {
  return brands.some(({ live }) => live !== undefined)
}

/** The metrics of one process, as prom-client writes them as JSON. */
export type Figures = MetricObjectWithValues<MetricValue<string>>[]

/** All processes behind the port, seen from one of them. Whoever is asked answers for all. */
export type Processes = {
  standing(): Promise<ProcessReport[]>
  /** Those of each process, and what processes that have ended counted. */
  figures(): Promise<Figures[]>
}

/** What the supervisor asks a process, and what comes back. */
export type AskedOfProcess = { standing: BrandState[]; figures: Figures }
/** What a process asks the supervisor, and what comes back. */
export type AskedOfSupervisor = { standing: ProcessReport[]; figures: Figures[] }

/** What the supervisor tells a process: finish what is running, then end. */
export type ToldToProcess = { type: 'close' }
/** What a process tells the supervisor. */
export type ToldToSupervisor =
  | { type: 'closing' }
  /** All that it has counted: it ends now. */
  | { type: 'closed'; figures: Figures }
  /** Why it ends before it has served anybody. */
  | { type: 'unable'; words: string }
