import fc from 'fast-check'
import { Histogram, Registry } from 'prom-client'
import { expect, test } from 'vitest'
import { createMetrics } from './metrics.ts'

/** In seconds: those of an operation on what the instances share. */
const buckets = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1]

const took = fc.record({
  operation: fc.constantFrom('turn', 'tell'),
  outcome: fc.constantFrom('ok', 'late'),
  seconds: fc.oneof(fc.constantFrom(0, ...buckets), fc.double({ min: 0, max: 1, noNaN: true })),
})

test('durations that are plain numbers say what a histogram of prom-client says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(took, { maxLength: 40 }), async (all) => {
      const metrics = createMetrics()
      const registry = new Registry()
      const name = 'bff_shared_duration_seconds'
      const peer = new Histogram({ name, help: name, labelNames: ['operation', 'outcome'], buckets, registers: [registry] })
      for (const { operation, outcome, seconds } of all) {
        metrics.sharedDuration.timer(operation, outcome).observe(seconds)
        peer.observe({ operation, outcome }, seconds)
      }
      expect(linesOf(await metrics.registry.getSingleMetricAsString(name))).toEqual(linesOf(await registry.getSingleMetricAsString(name)))
    }),
  )
})

/** What is said, whatever the order of series and labels. */
function linesOf(text: string): string[] {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return lines.map((line) => line.replace(/\{(.*)\}/, (_, labels: string) => `{${labels.split(',').toSorted().join()}}`)).toSorted()
}
