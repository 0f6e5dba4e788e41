import { expect, test } from 'vitest'
import { describeWidget } from '../conformance.ts'
import { composeFixture, readFixtures, type Fixture } from '../testing/fixture.ts'
import type { NewsPayload } from './present.ts'
import { widget } from './widget.ts'

describeWidget(widget, import.meta.dirname)

const ready = readFixtures(import.meta.dirname).find(({ file }) => file === 'ready.json')!.fixture
const now = Date.parse(ready.now)
const dayMs = 86_400_000

/** News of so many days ago, the headline of each being that number. */
function shown(days: readonly number[], more: object = {}): { headline: string; isNew: boolean }[] | string {
  const items = days.map((day) => ({ headline: { it: String(day) }, date: new Date(now - day * dayMs).toISOString() }))
  const fixture: Fixture = { ...ready, content: { ...ready.content, fields: { items, ...more } } }
  const composed = composeFixture(fixture)
  if ('reason' in composed) return composed.reason as string
  return (composed['news'] as NewsPayload).items.map(({ headline, isNew }) => ({ headline: headline.value, isNew }))
}

test('the newest stand first, and what is older than a week is not new', () => {
  expect(shown([8, 1, 7])).toEqual([
    { headline: '1', isNew: true },
    { headline: '7', isNew: true },
    { headline: '8', isNew: false },
  ])
})

test('what has no day yet waits for it, and what is too old goes', () => {
  expect(shown([-1, 0.5, 30, 31], { maxDays: 30 })).toEqual([
    { headline: '0.5', isNew: true },
    { headline: '30', isNew: false },
  ])
  expect(shown([-2, -1])).toBe('NO_NEWS')
  expect(shown([40], { maxDays: 30 })).toBe('NO_NEWS')
})

test('only as many as there is room for', () => {
  expect(shown([1, 2, 3, 4, 5, 6])).toHaveLength(5)
  expect(shown([1, 2, 3], { count: 1 })).toHaveLength(1)
})
