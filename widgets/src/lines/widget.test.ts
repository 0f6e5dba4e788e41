import { expect, test } from 'vitest'
import { isLeftOut } from '../compose.ts'
import { describeWidget } from '../conformance.ts'
import { asksOf } from '../definition.ts'
import { composeFixture, readFixtures } from '../testing/fixture.ts'
import type { LinesPayload } from './present.ts'
import { widget } from './widget.ts'

describeWidget(widget, import.meta.dirname)

const fixtures = new Map(readFixtures(import.meta.dirname).map(({ file, fixture }) => [file, fixture]))

test('asks for figures only where they are shown', () => {
  expect(asksOf(widget, {})).toEqual(['lines'])
  expect(asksOf(widget, { figures: 'none' })).toEqual(['lines'])
  expect(asksOf(widget, { figures: 'credit' })).toEqual(['lines', 'overview'])
})

test('a line without figures stands there as ever, and figures of a line that is gone are not shown', () => {
  const fixture = fixtures.get('all-at-once.json')!
  const composed = composeFixture({ ...fixture, data: { ...fixture.data, overview: [{ lineId: 'L-0009-9', data: { used: 1 } }] } })
  if (isLeftOut(composed)) throw new Error(`Left out: ${composed.reason}`)
  const { items } = composed['lines'] as LinesPayload
  expect(items.map(({ id, dataText }) => [id, dataText])).toEqual([
    ['L-0001-1', undefined],
    ['L-0001-2', undefined],
  ])
})
