import { expect, test } from 'vitest'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'

const usageHistory = useRestSource('usageHistory')
const summary = (month: string, changes: object = {}) => ({
  id: `US-${month}`,
  usageType: 'summary',
  usageDate: `${month}-01T12:00:00Z`,
  usageCharacteristic: [
    { name: 'dataVolumeMb', value: '12000' },
    { name: 'voiceMinutes', value: 80 },
  ],
  ratedProductUsage: [{ taxIncludedRatingAmount: { value: 9.99, unit: 'EUR' } }],
  ...changes,
})

test('newest first; what is not counted is not there, and single events are no months', async () => {
  const found = await usageHistory.read([
    summary('2026-09'),
    summary('2026-10', {
      usageType: 'Summary ',
      usageCharacteristic: { name: 'smsCount', value: 3 },
      ratedProductUsage: [{ taxIncludedRatingAmount: { value: 1, unit: 'EUR' } }, { taxIncludedRatingAmount: { value: 2, unit: 'EUR' } }],
    }),
    summary('2026-11', { usageType: 'data' }),
    summary('2026-08', { ratedProductUsage: [], usageCharacteristic: [{ name: 'dataVolumeMb', value: -1 }] }),
  ])
  expect(found).toEqual([
    { month: '2026-10', sms: 3, cost: { minor: 300, currency: 'EUR' } },
    { month: '2026-09', dataMb: 12_000, voiceMinutes: 80, cost: { minor: 999, currency: 'EUR' } },
    { month: '2026-08' },
  ])
})

test('a month twice is one, and of many months the last twelve are kept', async () => {
  const months = Array.from({ length: 24 }, (_, index) => `${2025 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`)
  const found = await usageHistory.read([...months, '2026-12'].map((month, index) => summary(month, { id: `US-${index}` })))
  expect(found).toHaveLength(12)
  expect(found[0]?.month).toBe('2026-12')
  expect(found[11]?.month).toBe('2026-01')
})

test('a date that cannot be read is named', () =>
  expect(usageHistory.read([summary('2026-10', { usageDate: 'October' })])).rejects.toMatchObject(badAt('usage[0].usageDate')))

test('whatever comes is months or a bad answer', () => usageHistory.expectNothingElse(jsonLike([summary('2026-09'), summary('2026-10')])))
