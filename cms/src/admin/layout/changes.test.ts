import { formFactors, type FormFactor } from '@mosaic/schemas/release'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inverseOf, move, moveSection, pathOf, resize, transfer, withChanges, type Change } from './changes.ts'
import type { FormFields } from './form-rows.ts'
import { readLayout } from './model.ts'
import { contents, form, tile, tiles } from './testing/form.ts'

/** The page on a device: the contents of each section, in their order. */
const page = (fields: FormFields, device: FormFactor = 'compact') =>
  readLayout(fields, device, contents).map(({ id, tiles: own }) => [id, ...own.map(({ content }) => content)].join(' '))
const pages = (fields: FormFields) => formFactors.map((device) => page(fields, device))

describe('within a section', () => {
  test('moving numbers every tile of the section on this device alone', () => {
    const fields = form({ s1: ['1', '2', '3'] })
    const moved = withChanges(fields, move(tiles(fields), 2, 0, 'compact'))
    expect(pages(moved)).toEqual([['s1 3 1 2'], ['s1 1 2 3'], ['s1 1 2 3']])
  })

  test('moving past the ends, or nowhere, stays within the section', () => {
    const fields = form({ s1: ['1', '2'] })
    expect(page(withChanges(fields, move(tiles(fields), 0, 99, 'compact')))).toEqual(['s1 2 1'])
    expect(move(tiles(fields), 0, -1, 'compact')).toEqual([])
  })

  test('a size stays within the grid and six rows', () => {
    const fields = form({ s1: ['1'] })
    const sized = (columns: number, rows: number) => tile(withChanges(fields, resize(tile(fields, 0), { columns, rows }, 'compact')), 0)
    expect(sized(1.6, 2.4)).toMatchObject({ columns: 2, rows: 2 })
    expect(sized(99, 99)).toMatchObject({ columns: 4, rows: 6 })
    expect(sized(-5, 0)).toMatchObject({ columns: 1, rows: 1 })
    expect(resize(tile(fields, 0), tile(fields, 0), 'compact')).toEqual([])
  })
})

describe('into another section', () => {
  test('a tile stands at its place on every device, with its size', () => {
    const fields = form({ s1: ['1', '2'], s2: ['3', '4'] }, { '0.placements.1.compact.rows': 4 })
    const moved = withChanges(fields, transfer(fields, tile(fields, 1), 's2', 1, 'compact'))
    expect(pages(moved)).toEqual(formFactors.map(() => ['s1 1', 's2 3 2 4']))
    expect(tile(moved, 1, 1)).toMatchObject({ id: 'p2', section: 's2', rows: 4 })
  })

  test('where its tiles are numbered it comes last, but on the device at hand', () => {
    const numbers = { '1.placements.0.compact.order': 1, '1.placements.1.compact.order': 0, '1.placements.0.medium.order': 7 }
    const fields = form({ s1: ['1', '2'], s2: ['3', '4'] }, numbers)
    expect(pages(fields).map(([, second]) => second)).toEqual(['s2 4 3', 's2 4 3', 's2 3 4'])
    const moved = withChanges(fields, transfer(fields, tile(fields, 0), 's2', 0, 'compact'))
    expect(pages(moved).map(([, second]) => second)).toEqual(['s2 1 4 3', 's2 4 3 1', 's2 1 3 4'])
  })

  test('a section may be left empty, and an empty one filled', () => {
    const fields = form({ s1: ['1'], s2: [] })
    const moved = withChanges(fields, transfer(fields, tile(fields, 0), 's2', 0, 'compact'))
    expect(page(moved)).toEqual(['s1', 's2 1'])
    expect(moved['sections.0.placements']).toEqual({ rows: [], value: 0, disableFormData: false })
    expect(Object.keys(moved).filter((path) => path.startsWith('sections.0.placements.'))).toEqual([])
  })

  test('nowhere is nothing', () => {
    const fields = form({ s1: ['1'] })
    expect(transfer(fields, tile(fields, 0), 's1', 0, 'compact')).toEqual([])
    expect(transfer(fields, tile(fields, 0), 'gone', 0, 'compact')).toEqual([])
  })
})

test('a section moves with all that is in it, and stays on the page', () => {
  const fields = form({ s1: ['1', '2'], s2: ['3'], s3: [] })
  expect(page(withChanges(fields, moveSection(fields, 's3', 0)))).toEqual(['s3', 's1 1 2', 's2 3'])
  expect(page(withChanges(fields, moveSection(fields, 's1', 99)))).toEqual(['s2 3', 's3', 's1 1 2'])
  expect(moveSection(fields, 's1', -1)).toEqual([])
})

describe('taking back', () => {
  test('brings back what was, empty fields too', () => {
    const fields = form({ s1: ['1', '2'], s2: ['3'] }, { '0.placements.0.compact.columns': 2 })
    const changes = [
      ...move(tiles(fields), 0, 1, 'compact'),
      ...resize(tile(fields, 0), { columns: 3, rows: 2 }, 'compact'),
      ...transfer(fields, tile(fields, 0), 's2', 0, 'compact'),
      ...moveSection(fields, 's2', 0),
    ]
    const undone = withChanges(withChanges(fields, changes), inverseOf(fields, changes))
    for (const device of formFactors) expect(readLayout(undone, device, contents)).toEqual(readLayout(fields, device, contents))
  })

  test('follows a row that was moved in the list meanwhile, and forgets one that is gone', () => {
    const change = { what: 'number', tile: 'p2', device: 'compact', name: 'rows', value: 2 } as const satisfies Change
    expect(pathOf(form({ s1: ['1', '2'] }), change)).toBe('sections.0.placements.1.compact.rows')
    expect(pathOf(form({ s1: ['1'], s2: ['2'] }), change)).toBe('sections.1.placements.0.compact.rows')
    expect(pathOf(form({ s1: ['1'] }), change)).toBeUndefined()
    expect(inverseOf(form({ s1: ['1'] }), [change])).toEqual([])
  })

  test('whatever is done, no tile is lost or doubled, and all of it is taken back', () => {
    const order = fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined })
    const start = fc.tuple(order, order, order, order).map(([a, b, c, d]) =>
      form(
        { s1: ['1', '2'], s2: ['3', '4'], s3: [] },
        {
          '0.placements.0.compact.order': a,
          '0.placements.1.medium.order': b,
          '1.placements.0.compact.order': c,
          '1.placements.1.expanded.order': d,
        },
      ),
    )
    const step = fc.record({
      device: fc.constantFrom(...formFactors),
      tile: fc.nat(3),
      section: fc.nat(2),
      at: fc.nat(4),
      isSection: fc.boolean(),
    })
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 6 }), (fields, steps) => {
        let now = fields
        const undo: Change[] = []
        for (const { device, tile: nth, section, at, isSection } of steps) {
          const sections = readLayout(now, device, contents)
          const one = sections.flatMap(({ tiles: own }) => own)[nth]
          const target = sections[section]
          if (!one || !target) throw new Error('A tile or a section is gone')
          const others = target.tiles.filter(({ id }) => id !== one.id).map(({ id }) => id)
          const changes = isSection ? moveSection(now, target.id, at) : transfer(now, one, target.id, at, device)
          undo.unshift(...inverseOf(now, changes))
          now = withChanges(now, changes)
          if (isSection || one.section === target.id) continue
          const there = readLayout(now, device, contents).find(({ id }) => id === target.id)
          expect(there?.tiles.map(({ id }) => id)).toEqual(others.toSpliced(at, 0, one.id))
        }
        for (const device of formFactors)
          expect(
            readLayout(now, device, contents)
              .flatMap(({ tiles: own }) => own.map(({ id }) => id))
              .toSorted(),
          ).toEqual(['p1', 'p2', 'p3', 'p4'])
        expect(pages(withChanges(now, undo))).toEqual(pages(fields))
      }),
    )
  })
})
