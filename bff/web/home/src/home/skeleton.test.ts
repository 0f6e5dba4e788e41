import { describe, expect, it } from 'vitest'
import type { WidgetView } from '@mosaic/widgets'
import type { Mosaic } from '../api/types.ts'
import { loadShape, saveShape, shapeOf } from './skeleton.tsx'

const mosaic = {
  layout: {
    columns: 4,
    sections: [
      { id: 's', title: 'Offers', scroll: 'carousel', placements: [{ widgetId: 'a', order: 0, columns: 3, rows: 2 }, { widgetId: 'gone', order: 1, columns: 3 }] },
    ],
  },
  widgets: [{ id: 'a' } as WidgetView, null],
} as Mosaic // prettier-ignore

describe('the shape of a home', () => {
  it('is what was really shown', () => {
    expect(shapeOf(mosaic, 'compact', [240])).toEqual([{ hasTitle: true, isCarousel: true, tiles: [{ columns: 3, rows: 2, height: 240 }] }])
  })

  it('is remembered per form factor', () => {
    const map = new Map<string, string>()
    const storage = { getItem: (key: string) => map.get(key) ?? null, setItem: (key: string, value: string) => void map.set(key, value) }
    const first = loadShape(storage, 'medium')
    saveShape(storage, 'compact', shapeOf(mosaic, 'compact', [240]))
    expect(loadShape(storage, 'compact')).toEqual(shapeOf(mosaic, 'compact', [240]))
    expect(loadShape(storage, 'medium')).toEqual(first)
  })

  it.each(['{', '{"compact":[]}', '{"compact":[{"tiles":7}]}', '{"compact":{}}', 'null'])('%s counts as nothing seen yet', (stored) => {
    expect(loadShape({ getItem: () => stored }, 'compact')[0]?.tiles.length).toBeGreaterThan(2)
  })
})
