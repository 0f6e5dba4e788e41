import type { Logger } from '../log.ts'

/** How often the same trouble is told, in milliseconds. */
const everyMs = 1_000

/**
 * Warnings that an outage would repeat for every customer: each is told once in a while, with how many there were since. What one says of a customer's
 * question is said of many; the metrics count them all.
 */
export function createSparingLog(log: Logger) {
  const told = new Map<string, { at: number; unsaid: number }>()

  return {
    /** @param kind which warnings are the same; of a bounded number. */
    warn(kind: string, fields: object, message: string): void {
      const now = performance.now()
      const before = told.get(kind)
      if (before && now < before.at + everyMs) {
        before.unsaid++
        return
      }
      told.set(kind, { at: now, unsaid: 0 })
      log.warn({ ...fields, ...(before && before.unsaid > 0 && { unsaid: before.unsaid }) }, message)
    },
  }
}

export type SparingLog = ReturnType<typeof createSparingLog>
