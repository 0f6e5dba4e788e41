import { describe, expect, test } from 'vitest'
import { slotAt, type Area } from './slots.ts'

const box = (left: number, top: number, width: number, height: number) => ({ left, top, right: left + width, bottom: top + height })
/** Two tiles side by side with a third below them; then an empty section; then one of a single tile. */
const areas: Area[] = [
  { section: 'first', ...box(0, 0, 200, 220), boxes: [box(0, 0, 100, 100), box(100, 0, 100, 100), box(0, 120, 200, 100)] },
  { section: 'empty', ...box(0, 240, 200, 40), boxes: [] },
  { section: 'last', ...box(0, 300, 200, 100), boxes: [box(0, 300, 200, 100)] },
]

describe('where a tile is let go', () => {
  test('is the nearest place of the section under the hand', () => {
    expect(slotAt(areas, 90, 50)).toMatchObject({ section: 'first', nearest: 0 })
    expect(slotAt(areas, 120, 50)).toMatchObject({ section: 'first', nearest: 1 })
    expect(slotAt(areas, 150, 180)).toMatchObject({ section: 'first', nearest: 2 })
  })

  test('for one that comes from elsewhere, before or after what is there', () => {
    const before = (x: number, y: number) => slotAt(areas, x, y)?.before
    expect([before(20, 50), before(70, 50), before(190, 50), before(20, 230), before(150, 400)]).toEqual([0, 1, 2, 3, 1])
  })

  test('in an empty section, the only one there is', () => {
    expect(slotAt(areas, 100, 260)).toEqual({ section: 'empty', nearest: 0, before: 0 })
  })

  test('between and beyond sections, in the nearest', () => {
    expect([slotAt(areas, 0, -500)?.section, slotAt(areas, 0, 283)?.section, slotAt(areas, 0, 9_000)?.section]).toEqual([
      'first',
      'empty',
      'last',
    ])
    expect(slotAt([], 0, 0)).toBeUndefined()
  })
})
