import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sendJson } from '../../../testing/back-end.ts'
import { jsonLike } from '../../../testing/json-like.ts'
import { badAt, useRestSource } from '../../../testing/rest-source.ts'

const rewards = useRestSource('rewards')

const bucket = (changes: object = {}) => ({
  id: 'B',
  name: 'Club Oro',
  usageType: 'other',
  remainingValue: { amount: 1_240, units: 'points' },
  ...changes,
})
const costs = (criteriaValue: unknown) => [
  { criteriaGroup: [{ criteria: [{ criteriaParameter: 'Points', criteriaOperator: '>=', criteriaValue }] }] },
]
const cinema = { id: 'P', name: 'Cinema', lifecycleStatus: 'Released', pattern: costs('500'), validFor: { endDateTime: '2026-12-31' } }

/** The two systems the answer is put together from. */
function answer(buckets: unknown, promotions: unknown): typeof rewards {
  rewards.backEnd.answer = (response, path) => sendJson(response, (path.includes('/bucket') ? buckets : promotions) ?? null)
  return rewards
}

test('points of all open buckets, and what one gets for them', async () => {
  const buckets = [
    bucket({ validFor: { endDateTime: '2027-01-31' } }),
    bucket({ id: 'B2', remainingValue: { amount: '10.00', units: 'Punti ' }, validFor: { endDateTime: '2026-12-01' } }),
    bucket({ id: 'B3', status: 'expired' }),
    bucket({ id: 'B4', remainingValue: { amount: 3, units: 'vouchers' } }),
  ]
  expect(
    await answer(buckets, [cinema, { id: 'Q', name: 'Un regalo' }, { id: 'R', name: 'Bozza', lifecycleStatus: 'draft' }]).ask(),
  ).toEqual({
    points: 1_250,
    programme: 'Club Oro',
    expiresOn: '2026-12-01T00:00:00.000Z',
    items: [
      { id: 'P', name: 'Cinema', cost: 500, expiresOn: '2026-12-31T00:00:00.000Z' },
      { id: 'Q', name: 'Un regalo' },
    ],
  })
})

test('no bucket of points is no programme', async () => expect(await answer([], [cinema]).ask()).not.toHaveProperty('points'))

test('one reward that cannot be read does not cost the others', async () =>
  expect((await answer([], [cinema, { id: 'Q', name: 'Gita', pattern: costs('many') }]).ask()).items).toHaveLength(1))

const price = 'promotion[0].pattern[0].criteriaGroup[0].criteria[0].criteriaValue'
test.each<[string, unknown, unknown, string]>([
  ['points that are no number', [bucket({ remainingValue: { amount: 'many', units: 'points' } })], [], 'bucket[0].remainingValue.amount'],
  ['points below zero', [bucket({ remainingValue: { amount: -5, units: 'points' } })], [], 'bucket[0].remainingValue.amount'],
  ['no bucket', [{}], [], 'bucket[0].id'],
  ['no list', [], null, 'promotion'],
  ['a price that is none', [], [{ id: 'P', name: 'Cinema', pattern: costs('many') }], price],
  ['a reward without a name', [], [{ id: 'P' }], 'promotion[0].name'],
])('%s is a bad answer, and its place is named', (_, buckets, promotions, place) =>
  expect(answer(buckets, promotions).ask()).rejects.toMatchObject(badAt(place)),
)

test('whatever comes is rewards or a bad answer', () =>
  rewards.expectNothingElse(fc.oneof(jsonLike([bucket({ validFor: { endDateTime: '2027-01-31' } })]), jsonLike([cinema]))))
