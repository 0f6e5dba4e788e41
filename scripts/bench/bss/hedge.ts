import type { Policy } from '@mosaic/schemas/bss'
import { percentile, type Row } from '../results.ts'
import type { Part } from './contract.ts'
import { openWeak } from './weak-back-end.ts'

const calls = 3_000
const atOnce = 8
const backEnd = { weakness: 'sometimes slow', share: 0.02, ms: 10, slowMs: 400 } as const
const hedgeAfterMs = 60
const base: Partial<Policy> = { retries: 0, failureMemoryMs: 0 }

/** Two answers in a hundred are slow: how long callers wait with and without a second attempt beside the first, and what it costs. */
export const hedge: Part = {
  title: 'Hedged reads',
  why: `${calls.toLocaleString('en')} calls with and without a second attempt`,
  async run() {
    const without = await measure(base)
    const withHedge = await measure({ ...base, hedgeAfterMs })
    const name = (what: string) => `2 % slow answers, ${what}`
    const [once, twice] = [name('asked once'), name(`hedged after ${hedgeAfterMs} ms`)]
    const beside = (metric: string, unit: string, of: (measured: Measured) => number): Row[] => [
      { case: once, metric, value: of(without), unit },
      { case: twice, metric, value: of(withHedge), unit, ratio: of(withHedge) / of(without), ratioTo: once },
    ]
    return [
      ...beside('p50', 'ms', ({ waits }) => percentile(waits, 0.5)),
      ...beside('p99', 'ms', ({ waits }) => percentile(waits, 0.99)),
      ...beside('calls that arrive', '× asked', ({ arrived }) => arrived / calls),
    ]
  },
}

type Measured = { waits: number[]; arrived: number }

async function measure(policy: Partial<Policy>): Promise<Measured> {
  const weak = await openWeak(backEnd)
  const waits: number[] = []
  const worker = async () => {
    while (waits.length < calls) {
      const begun = performance.now()
      if (!(await weak.ask(policy))) throw new Error('A slow back-end answers; this one did not')
      waits.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  const arrived = await weak.calls()
  await weak.close()
  return { waits, arrived }
}
