import { expect, test } from 'vitest'
import { tileHeight, tileWidth } from './tile-size.ts'

const span = { compact: { columns: 4, rows: 1 }, medium: { columns: 4, rows: 2 }, expanded: { columns: 6, rows: 1 } }

test('a full row of a phone is the page without its gutters', () => {
  expect(tileWidth(span, { width: '390', text: '100' })).toBe(358)
})

test('half of a tablet’s and of a desktop’s row leaves the gap between', () => {
  expect(tileWidth(span, { width: '768', text: '100' })).toBe(344)
  expect(tileWidth(span, { width: '1280', text: '100' })).toBe(592)
})

test('where twice the text would need more than the columns have, a tile takes the row', () => {
  const half = { ...span, compact: { columns: 2, rows: 1 } }
  expect(tileWidth(half, { width: '390', text: '100' })).toBe(173)
  expect(tileWidth(half, { width: '390', text: '200' })).toBe(326)
})

test('rows and the gaps between them', () => {
  expect(tileHeight(span, '390')).toBe(5.5)
  expect(tileHeight(span, '768')).toBe(12)
})
