import { expect, test } from 'vitest'
import { createMetrics } from '../../../bff/src/metrics.ts'
import { growth, parseFigures } from './figures.ts'

test('reads from the metrics of a BFF by how much a counter grew', async () => {
  const metrics = createMetrics()
  const read = async () => parseFigures(await metrics.registry.metrics())
  metrics.retries.inc({ method: 'account' }, 3)
  const before = await read()
  metrics.retries.inc({ method: 'account' }, 2)
  metrics.retries.inc({ method: 'bills' }, 1)
  expect(growth(before, await read(), 'bff_retry_total', 'method')).toEqual(new Map([['account', 2], ['bills', 1]])) // prettier-ignore
})
