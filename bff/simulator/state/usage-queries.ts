import type { TaskDelay } from '../http/types.ts'
import type { SimCustomer, SimLine } from '../population/types.ts'

/** A usage query: a task that may take its time. The line is as it was when it was asked about. */
export type UsageQuery = {
  id: string
  customer: SimCustomer
  line: SimLine
  requestedAt: Date
  state: 'accepted' | 'done' | 'terminatedWithError'
}

export type UsageQueries = {
  create(customer: SimCustomer, line: SimLine, delay?: TaskDelay): UsageQuery
  find(id: string): UsageQuery | undefined
  /** Newest first. */
  list(): UsageQuery[]
  remove(id: string): boolean
  reset(): void
}

/** Tasks are read once or twice and then forgotten by everybody: the newest ones are enough. */
const kept = 1_000

type Task = Omit<UsageQuery, 'state'> & { endsAt: number; outcome: TaskDelay['outcome'] }

export function createUsageQueries(now: () => Date): UsageQueries {
  const tasks = new Map<string, Task>()
  let count = 0
  const asOfNow = ({ endsAt, outcome, ...task }: Task): UsageQuery => {
    const isGoing = endsAt > now().getTime()
    return { ...task, state: isGoing ? 'accepted' : outcome === 'completed' ? 'done' : 'terminatedWithError' }
  }
  return {
    create(customer, line, delay) {
      const requestedAt = now()
      const task: Task = {
        id: `UQ-${String(++count).padStart(6, '0')}`,
        customer,
        line,
        requestedAt,
        endsAt: requestedAt.getTime() + (delay?.afterMs ?? 0),
        outcome: delay?.outcome ?? 'completed',
      }
      tasks.set(task.id, task)
      const oldest = tasks.keys().next()
      if (tasks.size > kept && !oldest.done) tasks.delete(oldest.value)
      return asOfNow(task)
    },
    find(id) {
      const task = tasks.get(id)
      return task && asOfNow(task)
    },
    list: () => [...tasks.values()].map(asOfNow).reverse(),
    remove: (id) => tasks.delete(id),
    reset: () => tasks.clear(),
  }
}
