import { expect, test } from 'vitest'
import { isUndoKey, keyed } from './keys.ts'
import type { Tile } from './model.ts'

const tile: Tile = { id: 't', section: 's', content: '1', facts: undefined, columns: 4, rows: 1 }
const none = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false }
/** What a key asks for the second of three tiles on a phone. */
const asked = (key: string, held: Partial<typeof none> = {}, at = 1) => keyed({ key, ...none, ...held }, tile, at, 3, 'compact')

test('arrows, Home and End move within the section', () => {
  expect(['ArrowLeft', 'ArrowUp', 'ArrowRight', 'ArrowDown', 'Home', 'End'].map((key) => asked(key))).toEqual(
    [0, 0, 2, 2, 0, 2].map((to) => ({ to })),
  )
  expect(asked('ArrowUp', {}, 0)).toEqual({ to: 0 })
})

test('with Shift they resize, within the grid', () => {
  const held = { shiftKey: true }
  expect(asked('ArrowDown', held)).toEqual({ columns: 4, rows: 2 })
  expect(asked('ArrowLeft', held)).toEqual({ columns: 3, rows: 1 })
  expect(asked('ArrowRight', held)).toEqual({ columns: 4, rows: 1 })
  expect(asked('ArrowUp', held)).toEqual({ columns: 4, rows: 1 })
})

test('with Alt, up and down go to the section beside', () => {
  expect([asked('ArrowUp', { altKey: true }), asked('ArrowDown', { altKey: true })]).toEqual([{ beside: -1 }, { beside: 1 }])
})

test('all else is left to the browser', () => {
  expect([
    asked('a'),
    asked('Enter'),
    asked('Home', { shiftKey: true }),
    asked('ArrowLeft', { altKey: true }),
    asked('ArrowUp', { ctrlKey: true }),
  ]).toEqual(Array.from({ length: 5 }))
  expect([isUndoKey({ key: 'Z', ...none, metaKey: true }), isUndoKey({ key: 'z', ...none })]).toEqual([true, false])
})
