import type { Config } from '../config.ts'
import { closeGraceMs } from '../http/drain.ts'
import { createLog } from '../log.ts'
import { supervise } from './supervise.ts'

/** Runs the BFF's processes until a signal ends them; resolves with the exit code. */
export function superviseBff({ processes, logLevel }: Config): Promise<number> {
  const limits = {
    startMs: 60_000,
    // A little more than it gives itself.
    endMs: closeGraceMs + 500,
    answerMs: 1_000,
    watchMs: 5_000,
    silences: 6,
  }
  return supervise({ processes, limits, log: createLog(logLevel) })
}
