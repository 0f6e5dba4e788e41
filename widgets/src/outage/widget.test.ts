import { expect, test } from 'vitest'
import { composeFixture, readFixtures, type Fixture } from '../testing/fixture.ts'
import { describeWidget } from '../conformance.ts'
import { widget } from './widget.ts'

describeWidget(widget, import.meta.dirname)

const ready = readFixtures(import.meta.dirname).find(({ file }) => file === 'ready.json')!.fixture
const now = '2026-11-22T10:00:00.000Z'
const fault = { id: 'SP-1', isPlanned: false, services: [], startsOn: '2026-11-22T06:00:00.000Z' }
const works = { id: 'SP-2', isPlanned: true, services: [], startsOn: '2026-11-23T01:00:00.000Z', expectedEnd: '2026-11-23T04:00:00.000Z' }
const mended = { id: 'SP-3', isPlanned: false, services: [], startsOn: '2026-11-22T01:00:00.000Z', resolvedOn: '2026-11-22T08:00:00.000Z' }

function stateOf(outages: NonNullable<Fixture['data']['outages']>, at = now): unknown {
  const composed = composeFixture({ ...ready, data: { outages }, now: at })
  return 'leftOut' in composed ? composed.reason : (composed['outage'] as { state: string }).state
}

test('a fault comes before works, and works before good news', () => {
  expect(stateOf([mended, works, fault])).toBe('known')
  expect(stateOf([mended, works])).toBe('planned')
  expect(stateOf([mended])).toBe('solved')
})

test.each<[string, typeof works, string, unknown]>([
  ['three days before they begin', works, '2026-11-20T01:00:00.000Z', 'planned'],
  ['earlier', works, '2026-11-20T00:59:59.000Z', 'NO_OUTAGE'],
  ['while they last', works, '2026-11-23T04:00:00.000Z', 'planned'],
  ['after their end', works, '2026-11-23T04:00:00.001Z', 'NO_OUTAGE'],
])('works are told %s: %#', (_, outage, at, expected) => expect(stateOf([outage], at)).toBe(expected))

test('good news is news for half a day', () => {
  expect(stateOf([mended], '2026-11-22T20:00:00.000Z')).toBe('solved')
  expect(stateOf([mended], '2026-11-22T20:00:00.001Z')).toBe('NO_OUTAGE')
})

test('works that say no end are over after a day', () => {
  const { expectedEnd: _, ...open } = works
  expect(stateOf([open], '2026-11-24T01:00:00.000Z')).toBe('planned')
  expect(stateOf([open], '2026-11-24T01:00:00.001Z')).toBe('NO_OUTAGE')
})
