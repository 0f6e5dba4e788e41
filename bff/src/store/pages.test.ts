import { expect, test } from 'vitest'
import { findAll } from './pages.ts'
import { openSqliteShelf } from './sqlite.ts'

const noon = Date.parse('2026-03-05T12:00:00Z')

test.each([
  ['less than a page', 3, 1],
  ['a page', 1_000, 1],
  ['pages that end in the middle of a moment', 2_500, 7],
  ['a moment in which more happens than a page has', 2_300, 2_300],
])('finds all there is, each once and in order: %s', async (_, number, atOnce) => {
  const shelf = openSqliteShelf(':memory:')
  const id = (n: number) => `e${String(n).padStart(5, '0')}`
  const at = (n: number) => new Date(noon + Math.floor(n / atOnce))
  for (let n = 0; n < number; n++) await shelf.add('audit', { id: id(n), at: at(n), keys: ['k'], body: {} })
  const collect = async (wanted: object) => (await Array.fromAsync(findAll(shelf, 'audit', { key: 'k', ...wanted }))).map((one) => one.id)
  expect(await collect({})).toEqual(Array.from({ length: number }, (_one, n) => id(n)))
  expect(await collect({ until: at(number - 1) })).toEqual(
    Array.from({ length: number }, (_one, n) => n)
      .filter((n) => at(n) < at(number - 1))
      .map(id),
  )
})
