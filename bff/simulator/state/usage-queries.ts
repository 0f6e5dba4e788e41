import type { TaskDelay } from '../http/types.ts'

/** A usage query: a task that may take its time. */
export type UsageQuery = { id: string; lineId: string; requestedAt: Date; state: 'accepted' | 'done' | 'terminatedWithError' }

export type UsageQueries = {
  create(lineId: string, delay?: TaskDelay): UsageQuery
  find(id: string): UsageQuery | undefined
  list(): UsageQuery[]
  remove(id: string): boolean
  reset(): void
}

/** Tasks are read once or twice and then forgotten by everybody: the newest ones are enough. */
const kept = 1_000

export function createUsageQueries(now: () => Date): UsageQueries {
  const tasks = new Map<string, { id: string; lineId: string; requestedAt: Date; endsAt: number; outcome: TaskDelay['outcome'] }>()
  let count = 0
  const read = (id: string): UsageQuery | undefined => {
    const task = tasks.get(id)
    if (!task) return undefined
    const hasEnded = task.endsAt <= now().getTime()
    const state = !hasEnded ? 'accepted' : task.outcome === 'completed' ? 'done' : 'terminatedWithError'
    return { id: task.id, lineId: task.lineId, requestedAt: task.requestedAt, state }
  }
  return {
    create(lineId, delay) {
      const id = `UQ-${String(++count).padStart(6, '0')}`
      const requestedAt = now()
      tasks.set(id, { id, lineId, requestedAt, endsAt: requestedAt.getTime() + (delay?.afterMs ?? 0), outcome: delay?.outcome ?? 'completed' })
      const oldest = tasks.keys().next()
      if (tasks.size > kept && !oldest.done) tasks.delete(oldest.value)
      return read(id) ?? { id, lineId, requestedAt, state: 'accepted' }
    },
    find: read,
    list: () => [...tasks.keys()].flatMap((id) => read(id) ?? []).reverse(),
    remove: (id) => tasks.delete(id),
    reset: () => tasks.clear(),
  }
}
