import type { Population } from '../population/types.ts'
import type { Accesses } from './accesses.ts'
import type { Appointments } from './appointments.ts'
import type { Balances } from './balances.ts'
import type { Interactions } from './interactions.ts'
import type { Orders } from './orders.ts'
import type { Payments } from './payments.ts'
import type { Outages } from './outages.ts'
import type { AskedLine, AskedQualification, Tasks } from './tasks.ts'
import type { Tickets } from './tickets.ts'
import type { Transfers } from './transfers.ts'
import type { UsageQueries } from './usage-queries.ts'

/** All that the answers are made from. */
export type World = {
  now(): Date
  /** What everything that is computed on demand is drawn from. */
  seed: number
  population(): Population
  balances: Balances
  interactions: Interactions
  orders: Orders
  recommendationQueries: Tasks<AskedLine>
  qualifications: Tasks<AskedQualification>
  usageQueries: UsageQueries
  outages: Outages
  appointments: Appointments
  payments: Payments
  tickets: Tickets
  transfers: Transfers
  accesses: Accesses
  /** Where the simulator is reached: every `href` starts with it. */
  origin: string
}
