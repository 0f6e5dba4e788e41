import type { TaskDelay } from '../http/types.ts'
import type { SimCustomer, SimLine } from '../population/types.ts'

/** A question that is a task, so it may take its time: what it is about is as it was when it was asked. */
export type Task<Subject> = Subject & { id: string; requestedAt: Date; state: 'accepted' | 'done' | 'terminatedWithError' }

/** Whom and which line a question is about. */
export type AskedLine = { customer: SimCustomer; line: SimLine }
/** What is to be told of the offerings a line could have. */
export type AskedQualification = AskedLine & { onlyAvailable: boolean; withReasons: boolean }

export type Tasks<Subject> = {
  create(subject: Subject, delay?: TaskDelay): Task<Subject>
  find(id: string): Task<Subject> | undefined
  /** Newest first. */
  list(): Task<Subject>[]
  remove(id: string): boolean
  reset(): void
}

/** Tasks are read once or twice and then forgotten by everybody: the newest ones are enough. */
const kept = 1_000

/** @param prefix of the ids: what kind of tasks they are */
export function createTasks<Subject extends object>(now: () => Date, prefix: string): Tasks<Subject> {
  const tasks = new Map<string, Made<Subject>>()
  let count = 0
  const asOfNow = ({ subject, id, requestedAt, endsAt, outcome }: Made<Subject>): Task<Subject> => {
    const isGoing = endsAt > now().getTime()
    return { ...subject, id, requestedAt, state: isGoing ? 'accepted' : outcome === 'completed' ? 'done' : 'terminatedWithError' }
  }
  return {
    create(subject, delay) {
      const requestedAt = now()
      const task: Made<Subject> = {
        subject,
        id: `${prefix}-${String(++count).padStart(6, '0')}`,
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

type Made<Subject> = { subject: Subject; id: string; requestedAt: Date; endsAt: number; outcome: TaskDelay['outcome'] }
