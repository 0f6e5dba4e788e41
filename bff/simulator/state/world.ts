import type { Population } from '../population/types.ts'
import type { Balances } from './balances.ts'
import type { UsageQueries } from './usage-queries.ts'

/** All that the answers are made from. */
export type World = {
  now(): Date
  population(): Population
  balances: Balances
  usageQueries: UsageQueries
  /** Where the simulator is reached: every `href` starts with it. */
  origin: string
}
