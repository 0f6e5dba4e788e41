import { methodNames, type MethodName } from '@mosaic/schemas/bss'
import { createRandom } from '../population/random.ts'
import type { FaultTarget } from './parse.ts'
import type { Fault } from './types.ts'

/** The faults that are on. */
export type Faults = {
  /** Replaces the faults of a method; those of `all` strike every method, after its own. */
  set(target: FaultTarget, faults: Fault | readonly Fault[]): void
  get(target: FaultTarget): readonly Fault[]
  list(): Partial<Record<FaultTarget, readonly Fault[]>>
  /** Without a target: every fault. */
  clear(target?: FaultTarget): void
  /** Which faults this call meets. Draws from a seeded stream, so that a share of the calls is the same share every time. */
  strike(method: MethodName): { fault: Fault; draw: number }[]
}

export function createFaults(seed: number): Faults {
  const armed = new Map<FaultTarget, { fault: Fault; left: number }[]>()
  let random = createRandom(seed, 'faults')
  const get = (target: FaultTarget) => (armed.get(target) ?? []).filter(({ left }) => left > 0).map(({ fault }) => fault)
  return {
    set(target, faults) {
      armed.set(
        target,
        [faults].flat().map((fault: Fault) => ({ fault, left: fault.times ?? Number.POSITIVE_INFINITY })),
      )
    },
    get,
    list: () =>
      Object.fromEntries(
        (['all', ...methodNames] as const).filter((target) => get(target).length > 0).map((target) => [target, get(target)]),
      ),
    clear(target) {
      if (target) armed.delete(target)
      else {
        armed.clear()
        random = createRandom(seed, 'faults')
      }
    },
    strike(method) {
      const struck: { fault: Fault; draw: number }[] = []
      for (const entry of [...(armed.get(method) ?? []), ...(armed.get('all') ?? [])]) {
        if (entry.left <= 0 || !random.chance(entry.fault.rate ?? 1)) continue
        entry.left--
        struck.push({ fault: entry.fault, draw: random.next() })
      }
      return struck
    },
  }
}
