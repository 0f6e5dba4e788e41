import { isRedisMissing, redisHint, redisProgram, startRedis } from '../../bff/src/testing/servers/redis.ts'
import { skipped, step } from '../lib/steps.mjs'
import { adaptive } from './bss/adaptive.ts'
import type { Part } from './bss/contract.ts'
import { exact } from './bss/exact.ts'
import { faults } from './bss/faults.ts'
import { frozen } from './bss/frozen.ts'
import { hedge } from './bss/hedge.ts'
import { hit } from './bss/hit.ts'
import { instances } from './bss/instances.ts'
import { memory } from './bss/memory.ts'
import { mix } from './bss/mix.ts'
import { outage } from './bss/outage.ts'
import { secondLevel } from './bss/second-level.ts'
import { storm } from './bss/storm.ts'
import type { Row } from './results.ts'

/** First those that measure the shortest times, while this process has done nothing else. */
const parts: readonly Part[] = [secondLevel, hit, storm, exact, instances, frozen, outage, memory, hedge, adaptive, faults, mix]

/** The data layer beside its peers, each part in one run of all of them. */
export async function bss(): Promise<Row[]> {
  const rows: Row[] = []
  for (const { title, why, needsRedis, run } of parts) {
    if (needsRedis && redisProgram === undefined) {
      if (!isRedisMissing) throw new Error(redisHint)
      skipped(title, redisHint)
      continue
    }
    // A fresh one each: none finds what another has left.
    const redis = redisProgram === undefined ? undefined : await startRedis()
    try {
      rows.push(...(await step(title, why, () => run(redis))))
    } finally {
      await redis?.stop()
    }
  }
  return rows
}
