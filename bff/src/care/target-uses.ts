import type { HandOverFacts } from '../hand-over/contract.ts'
import type { Logger } from '../log.ts'
import type { Shelf } from '../store/contract.ts'
import type { TargetUses } from './contract.ts'

type Options = {
  shelf: Pick<Shelf, 'find'>
  /** Epoch milliseconds. */
  now: () => number
  log: Pick<Logger, 'warn'>
}

const dayMs = 86_400_000
const spanMs = 30 * dayMs
/** Enough to tell what is used most; all of a busy month would hold up those who wait for their homes. */
const mostCounted = 2_000
const keptMs = 600_000
const mostBrands = 100

/** How often targets were sent lately: counted anew every ten minutes, behind whoever asks. The first waits; without the store everything counts as never used. */
export function createTargetUses({ shelf, now, log }: Options): TargetUses {
  type Count = { at: number; uses: Promise<ReadonlyMap<string, number>> }
  const counts = new Map<string, Count>()

  const count = async (brand: string): Promise<ReadonlyMap<string, number>> => {
    const since = new Date(now() - spanMs)
    const records = await shelf.find('handOver', { key: `brand:${brand}`, since, limit: mostCounted, newestFirst: true })
    const uses = new Map<string, number>()
    for (const { body } of records) {
      const { targetId } = body as HandOverFacts
      uses.set(targetId, (uses.get(targetId) ?? 0) + 1)
    }
    return uses
  }

  return (brand) => {
    const before = counts.get(brand)
    if (before && now() - before.at < keptMs) return before.uses
    const uses = count(brand).catch((err: unknown) => {
      log.warn({ err }, 'how often targets are used cannot be counted')
      return before?.uses ?? new Map<string, number>()
    })
    if (!before && counts.size >= mostBrands) counts.clear()
    counts.set(brand, { at: now(), uses })
    return before?.uses ?? uses
  }
}
