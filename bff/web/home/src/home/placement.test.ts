import { describe, expect, it } from 'vitest'
import { visibleSections } from './placement.ts'

const tile = (widgetId: string, columns: number, rows = 1, order = 0) => ({ widgetId, columns, rows, order })

describe('visibleSections', () => {
  const sections = [
    { id: 'care', title: null, scroll: 'grid', placements: [tile('a', 4), tile('gone', 4)] },
    { id: 'empty', title: 'Offers', scroll: 'carousel', placements: [tile('gone', 4)] },
  ]
  it('keeps what really came, and drops sections that have nothing', () => {
    expect(visibleSections(sections, ['a'], 12)).toEqual([{ ...sections[0], placements: [tile('a', 4)] }])
  })
  it('stacks the widgets when there is no layout', () => {
    expect(visibleSections(undefined, ['a', 'b'], 8)[0]?.placements).toEqual([tile('a', 8, 1, 0), tile('b', 8, 1, 1)])
  })
  it('is nothing when there is nothing', () => {
    expect(visibleSections(undefined, [], 8)).toEqual([])
    expect(visibleSections([], [], 8)).toEqual([])
  })
})
