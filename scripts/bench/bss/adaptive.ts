import type { Policy } from '@mosaic/schemas/bss'
import type { Part } from './contract.ts'
import { interleaved, rowsBeside, type Contender } from './rounds.ts'
import { openWeak } from './weak-back-end.ts'

const rounds = 2
const roundMs = 2_500
/** The back-end bears 400 calls a second, eight at a time in 20 ms; half as many more are asked of it. */
const backEnd = { weakness: 'collapses', capacity: 8, ms: 20 } as const
const perSecond = 600
const everyMs = 5
/** Without the circuit, which would stop asking either way. */
const base: Partial<Policy> = { retries: 0, failureMemoryMs: 0, circuitFailurePercent: 0 }

/** Answers a second of a back-end that gets less done the more it is asked, with and without a limit that follows what it bears. */
export const adaptive: Part = {
  title: 'Adaptive limit',
  why: `${rounds} rounds of ${roundMs / 1_000} s against a back-end that collapses, with a fixed limit and an adaptive one`,
  async run() {
    // With 32 of its connections taken the back-end is slow, with 64 it is too late for all.
    const policies = [64, 32].flatMap((poolSize): [string, Partial<Policy>][] => [
      [`${poolSize} connections`, { ...base, poolSize }],
      [`${poolSize} connections, adaptive`, { ...base, poolSize, adaptive: true }],
    ])
    const open = await Promise.all(policies.map(() => openWeak(backEnd)))
    const contenders = policies.map(([name, policy], index): Contender => {
      const weak = open[index] as (typeof open)[number]
      return { name: `overload, ${name}`, round: () => goodput(() => weak.ask(policy)) }
    })
    try {
      const results = await interleaved(contenders, rounds)
      return rowsBeside('overload, 64 connections', results, { metric: `answers at ${perSecond} calls/s`, unit: '/s' })
    } finally {
      await Promise.all(open.map((weak) => weak.close()))
    }
  },
}

/** Calls come as they come, whatever becomes of those before. */
async function goodput(ask: () => Promise<boolean>): Promise<number> {
  const begun = performance.now()
  const underWay: Promise<void>[] = []
  let [sent, answered] = [0, 0]
  for (;;) {
    const elapsed = performance.now() - begun
    if (elapsed >= roundMs) break
    for (; sent < (elapsed * perSecond) / 1_000; sent++) {
      underWay.push(
        ask().then((isAnswered) => {
          if (isAnswered) answered++
        }),
      )
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
  await Promise.all(underWay)
  return (1_000 * answered) / (performance.now() - begun)
}
