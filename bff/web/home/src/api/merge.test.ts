import { describe, expect, it } from 'vitest'
import type { WidgetView } from '@mosaic/widgets'
import { mergeWidgets } from './merge.ts'
import type { HomeData } from './types.ts'

const widget = (id: string, revision: number) => ({ id, kind: 'balance', schemaVersion: revision }) as WidgetView
const home = (widgets: (WidgetView | null)[]) => ({ mosaic: { id: 'm', widgets } }) as HomeData

describe('mergeWidgets', () => {
  it('puts the changed ones in their places, and leaves the rest as it is', () => {
    const before = home([widget('a', 1), null, widget('b', 1)])
    const after = mergeWidgets(before, [widget('b', 2), null])
    expect(after.mosaic.widgets).toEqual([widget('a', 1), null, widget('b', 2)])
    expect(after.mosaic.widgets[0]).toBe(before.mosaic.widgets[0])
    expect(before.mosaic.widgets[2]).toEqual(widget('b', 1))
  })
  it('ignores widgets the home does not show', () => {
    expect(mergeWidgets(home([widget('a', 1)]), [widget('x', 1)]).mosaic.widgets).toEqual([widget('a', 1)])
  })
  it('changes nothing when nothing came', () => {
    const before = home([widget('a', 1)])
    expect(mergeWidgets(before, [null])).toBe(before)
  })
})
