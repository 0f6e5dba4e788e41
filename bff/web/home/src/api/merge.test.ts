import { describe, expect, it } from 'vitest'
import type { WidgetView } from '@mosaic/widgets'
import { isOfLine, isOutgrown, mergeWidgets } from './merge.ts'
import type { HomeData } from './types.ts'

const widget = (id: string, revision: number) => ({ id, kind: 'balance', schemaVersion: revision }) as WidgetView
const home = (widgets: (WidgetView | null)[]) => ({ mosaic: { id: 'm', widgets } }) as HomeData
const changed = (...widgets: (WidgetView | null)[]) => ({ widgets, removed: [] })

describe('mergeWidgets', () => {
  it('puts the changed ones in their places, and leaves the rest as it is', () => {
    const before = home([widget('a', 1), null, widget('b', 1)])
    const after = mergeWidgets(before, changed(widget('b', 2), null))
    expect(after.mosaic.widgets).toEqual([widget('a', 1), null, widget('b', 2)])
    expect(after.mosaic.widgets[0]).toBe(before.mosaic.widgets[0])
    expect(before.mosaic.widgets[2]).toEqual(widget('b', 1))
  })
  it('takes away the removed ones, and only those', () => {
    const before = home([widget('a', 1), null, widget('b', 1), widget('c', 1)])
    const after = mergeWidgets(before, { widgets: [widget('c', 2)], removed: ['a', 'x'] })
    expect(after.mosaic.widgets).toEqual([null, widget('b', 1), widget('c', 2)])
  })
  it('ignores widgets the home does not show', () => {
    const before = home([widget('a', 1)])
    expect(mergeWidgets(before, changed(widget('x', 1)))).toBe(before)
  })
  it('changes nothing when nothing came', () => {
    const before = home([widget('a', 1)])
    expect(mergeWidgets(before, { widgets: [null], removed: ['x'] })).toBe(before)
  })
})

describe('isOutgrown', () => {
  const before = home([widget('a', 1), null])
  it('says that the home is asked for whole when a widget came that has no place yet', () => {
    expect(isOutgrown(before, changed(widget('a', 2), null))).toBe(false)
    expect(isOutgrown(before, changed(widget('a', 2), widget('x', 1)))).toBe(true)
  })
  it('and when one went that was shown: another page may be the customer’s now', () => {
    expect(isOutgrown(before, { widgets: [], removed: ['a'] })).toBe(true)
    expect(isOutgrown(before, { widgets: [null], removed: ['x'] })).toBe(false)
  })
})

describe('isOfLine', () => {
  const ofLine = (line: string | undefined) => ({ mosaic: { id: 'm', line, widgets: [] } }) as unknown as HomeData
  it('keeps the lines apart', () => {
    expect([isOfLine(ofLine('L-1'), 'L-1'), isOfLine(ofLine('L-2'), 'L-1')]).toEqual([true, false])
  })
  it('knows no difference for a customer without lines', () => {
    expect(isOfLine(ofLine(undefined), undefined)).toBe(true)
  })
})
