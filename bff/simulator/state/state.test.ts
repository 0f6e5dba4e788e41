import { expect, test } from 'vitest'
import { createPopulation } from '../population/population.ts'
import { createBalances } from './balances.ts'
import { createIdempotency } from './idempotency.ts'
import { createUsageQueries } from './usage-queries.ts'

const now = () => new Date('2026-05-01T10:00:00Z')

test('old top-ups are forgotten, what they added is not', () => {
  const balances = createBalances(now)
  const request = { bucketId: 'B-L-0009-1', lineId: 'L-0009-1', amountCents: 100, partyAccountId: 'PA-0009' }
  const first = balances.topUp(request)
  for (let count = 0; count < 10_000; count++) balances.topUp(request)
  expect(balances.find(first.id)).toBeUndefined()
  expect(balances.list()).toHaveLength(10_000)
  expect(balances.addedTo('L-0009-1')).toBe(1_000_100)
})

test('of the idempotency keys the newest are remembered', () => {
  const idempotency = createIdempotency(2)
  for (const key of ['a', 'b', 'c']) idempotency.record(key, { key }, `id-${key}`)
  expect(idempotency.check('a', { key: 'a' })).toBeUndefined()
  expect(idempotency.check('c', { key: 'c' })).toEqual({ resultId: 'id-c' })
  expect(idempotency.check('c', { key: 'x' })).toBe('conflict')
})

test('of the usage queries the newest are kept', () => {
  const customer = createPopulation(1, now()).customers[0]
  const line = customer?.lines[0]
  if (!customer || !line) throw new Error('no customer')
  const queries = createUsageQueries(now)
  const subject = { customer, lines: [line], by: 'line' as const }
  const first = queries.create(subject)
  for (let count = 0; count < 1_000; count++) queries.create(subject)
  expect(queries.find(first.id)).toBeUndefined()
  expect(queries.list()).toHaveLength(1_000)
})
