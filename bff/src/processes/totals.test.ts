import { expect, test } from 'vitest'
import { createMetrics } from '../metrics.ts'
import { createTotals, printFigures } from './totals.ts'

/** The metrics of a process that has seen so much, as they come over the channel. */
async function figuresOf({
  retries,
  release,
  circuit,
  isShared,
}: {
  retries: number
  release: number
  circuit: number
  isShared: boolean
}) {
  const metrics = createMetrics()
  metrics.retries.inc({ method: 'balance' }, retries)
  metrics.homeDuration.timer('aurora').observe(0.02)
  metrics.cacheBytes.from(() => [{ labels: {}, value: 1_000 }])
  metrics.releaseNumber.set({ brand: 'aurora' }, release)
  metrics.circuits.set({ method: 'balance' }, circuit)
  metrics.sharedUp.set(isShared ? 1 : 0)
  return JSON.parse(JSON.stringify(await metrics.registry.getMetricsAsJSON())) as ReturnType<typeof metrics.registry.getMetricsAsJSON>
}

const first = { retries: 2, release: 7, circuit: 0, isShared: true }
const second = { retries: 3, release: 8, circuit: 2, isShared: false }

test('amounts are summed; what is no amount is told by the one that lags or suffers', async () => {
  const text = await printFigures([await figuresOf(first), await figuresOf(second)])
  for (const line of [
    'bff_retry_total{method="balance"} 5',
    'bff_cache_bytes 2000',
    'bff_home_duration_seconds_bucket{le="0.025",brand="aurora"} 2',
    'bff_home_duration_seconds_bucket{le="0.01",brand="aurora"} 0',
    'bff_home_duration_seconds_count{brand="aurora"} 2',
    'bff_release_number{brand="aurora"} 7',
    'bff_circuit_state{method="balance"} 2',
    'bff_shared_up 0',
  ])
    expect(text.split('\n')).toContain(line)
})

test('what ended processes have counted stays counted; what they measured of themselves does not', async () => {
  const totals = createTotals()
  totals.keep(await figuresOf(second))
  totals.keep(await figuresOf(second))
  const lines = (await printFigures([await figuresOf(first), await totals.ended()])).split('\n')
  expect(lines).toContain('bff_retry_total{method="balance"} 8')
  expect(lines).toContain('bff_home_duration_seconds_count{brand="aurora"} 3')
  expect(lines).toContain('bff_cache_bytes 1000')
  expect(lines).toContain('bff_circuit_state{method="balance"} 0')
})
