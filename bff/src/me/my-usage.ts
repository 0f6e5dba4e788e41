import type { Counter } from '@mosaic/schemas/bss'
import { myAnswer, type MyAnswer, type MyDependencies, type MyRequest } from './my-answer.ts'

/** One allowance, in the unit of its type; `total` and `remaining` are absent when it never runs out. */
export type MyCounter = Counter & { unit: string; remaining: number | undefined }

const units: Record<Counter['type'], string> = { data: 'MB', voice: 'minutes', sms: 'messages' }

/** What has been used of one line's plan. Throws what `myAnswer` throws. */
export function myUsage(dependencies: MyDependencies, request: MyRequest): Promise<MyAnswer<MyCounter[]>> {
  return myAnswer(dependencies, request, 'usage', ({ counters }) =>
    counters.map((counter) => ({
      ...counter,
      unit: units[counter.type],
      // A back-end may count past the allowance: nothing is left then, never less than nothing.
      remaining: counter.total === undefined ? undefined : Math.max(0, counter.total - counter.used),
    })),
  )
}
