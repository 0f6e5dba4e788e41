import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { widgets } from '@mosaic/widgets'
import { expect, test } from 'vitest'
import { fixtureIdsOf } from './gallery-cases.ts'
import { picturesOf, type Look } from './pictures.ts'
import { choices, type Switch } from './src/address.ts'

const fixtures = ['ready', 'none', 'failed', 'stale-english']
const pictures = picturesOf('bill', fixtures)
/** Each fixture in its own language is neither of the two: they must occur without it. */
const values = { ...choices, lang: choices.lang.filter((lang) => lang !== 'own') }
const switches = Object.keys(pictures[0]?.look ?? {}) as (keyof Look & Switch)[]

test('every value of a switch meets every value of every other', () => {
  expect(switches).toHaveLength(5)
  const missing = switches.flatMap((one, at) =>
    switches
      .slice(at + 1)
      .flatMap((other) =>
        values[one].flatMap((a) =>
          values[other].flatMap((b) =>
            pictures.some(({ look }) => look[one] === a && look[other] === b) ? [] : [`${one} ${a} with ${other} ${b}`],
          ),
        ),
      ),
  )
  expect(missing).toEqual([])
})

test('every picture has a file of its own, and is of all fixtures or of one there is', () => {
  expect(new Set(pictures.map(({ file }) => file)).size).toBe(pictures.length)
  for (const { fixture = 'ready' } of pictures) expect(fixtures).toContain(fixture)
})

test('a new fixture takes turns, and leaves all others where they are', () => {
  const moved = picturesOf('bill', [...fixtures, 'paid', 'overdue']).filter((picture, at) => picture.fixture !== pictures[at]?.fixture)
  expect(moved.length).toBeGreaterThan(0)
  expect(new Set(moved.map(({ fixture }) => fixture)).isSubsetOf(new Set(['paid', 'overdue']))).toBe(true)
})

test('no picture is kept of what is not there any more: delete those', () => {
  const known = new Set(
    Object.values(widgets).flatMap((definition) => picturesOf(definition.kind, fixtureIdsOf(definition)).map(({ file }) => file)),
  )
  const folder = join(import.meta.dirname, 'pictures')
  const kept = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  expect(kept.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)).filter((file) => !known.has(file))).toEqual([])
})
