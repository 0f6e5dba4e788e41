import { expect, test } from 'vitest'
import { isLeftOut } from '../compose.ts'
import { describeWidget } from '../conformance.ts'
import { composeFixture, readFixtures } from '../testing/fixture.ts'
import type { RewardsPayload } from './present.ts'
import { widget } from './widget.ts'

describeWidget(widget, import.meta.dirname)

const ready = readFixtures(import.meta.dirname).find(({ file }) => file === 'ready.json')!.fixture

function payloadWith(rewards: object, fields: object = {}): RewardsPayload {
  const { content } = ready
  const composed = composeFixture({
    ...ready,
    content: { ...content, fields: { ...content.fields, ...fields } },
    data: { rewards: { items: [], points: 500, ...rewards } },
  })
  if (isLeftOut(composed)) throw new Error(`Left out: ${composed.reason}`)
  return composed['rewards'] as RewardsPayload
}

test('what is cheaper comes first, and never more than the editors want', () => {
  const items = [
    { id: 'C', name: 'Terzo', cost: 900 },
    { id: 'A', name: 'Primo' },
    { id: 'B', name: 'Secondo', cost: 500 },
  ]
  expect(payloadWith({ items }).items.map(({ id, isAffordable }) => [id, isAffordable])).toEqual([
    ['A', true],
    ['B', true],
    ['C', false],
  ])
  expect(payloadWith({ items }, { count: 1 }).items.map(({ id }) => id)).toEqual(['A'])
})

test('a reward that is over is not shown any more', () => {
  const items = [{ id: 'A', name: 'Ieri', expiresOn: '2026-11-21T00:00:00.000Z' }]
  expect(payloadWith({ items }).items).toEqual([])
})

test('one point is one', () => {
  expect(payloadWith({ points: 1, items: [{ id: 'A', name: 'Due', cost: 2 }] })).toMatchObject({
    pointsText: '1 punto',
    items: [{ stateText: 'Ti manca 1 punto' }],
  })
})

test.each([
  ['in two months or less', 500, '2027-01-15T00:00:00.000Z', true],
  ['later', 500, '2027-06-30T00:00:00.000Z', false],
  ['already', 500, '2026-11-01T00:00:00.000Z', false],
  ['when there are none to lose', 0, '2026-12-01T00:00:00.000Z', false],
])('points that expire %s', (_, points, expiresOn, isTold) => {
  expect(payloadWith({ points, expiresOn }).expiryText !== undefined).toBe(isTold)
})
