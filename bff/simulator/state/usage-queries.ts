import type { SimCustomer, SimLine } from '../population/types.ts'
import { createTasks, type Task, type Tasks } from './tasks.ts'

/** What a usage query is about: one line, or all of a customer's, as they were when it was asked. */
export type UsageSubject = { customer: SimCustomer; lines: readonly SimLine[]; by: 'line' | 'customer' }
export type UsageQuery = Task<UsageSubject>
export type UsageQueries = Tasks<UsageSubject>

export function createUsageQueries(now: () => Date): UsageQueries {
  return createTasks(now, 'UQ')
}
