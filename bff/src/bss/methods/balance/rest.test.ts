import { expect, test } from 'vitest'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'

const balance = useRestSource('balance')
const bucket = (amount: unknown, changes: object = {}) => ({
  id: 'B',
  usageType: 'monetary',
  remainingValue: { amount, units: 'EUR' },
  ...changes,
})

test('adds up open buckets of money', async () => {
  const body = [
    bucket('1.20', { validFor: { endDateTime: '2027-01-01' } }),
    { ...bucket(2), id: 'B2' },
    { ...bucket(9), id: 'B3', status: 'expired' },
    { ...bucket(7), id: 'B4', usageType: 'data' },
  ]
  expect(await balance.read(body)).toEqual({ amount: { minor: 320, currency: 'EUR' }, expiresOn: '2027-01-01T00:00:00.000Z' })
})

test('a credit below zero stays below', async () =>
  expect(await balance.read([bucket(-0.9)])).toEqual({ amount: { minor: -90, currency: 'EUR' } }))

test('no bucket is no credit', async () => expect(await balance.read([])).toEqual({}))

test.each<[unknown, string]>([
  [{}, 'bucket.id'],
  ['nothing', 'bucket'],
  [null, 'bucket'],
  [[bucket(1), { ...bucket('much'), id: 'B2' }], 'bucket[1].remainingValue'],
  [[{ usageType: 'monetary' }], 'bucket[0].id'],
  [[bucket(1), { ...bucket(1), id: 'B2', remainingValue: { amount: 1, units: 'USD' } }], 'bucket'],
])('%j is not "no credit", nor a part of one', (body, place) => expect(balance.read(body)).rejects.toMatchObject(badAt(place)))

test('whatever comes is a balance or a bad answer', () =>
  balance.expectNothingElse(
    jsonLike([bucket('1.20', { validFor: { endDateTime: '2027-01-01' } }), bucket(2, { id: 'B2', status: 'active' })]),
  ))
