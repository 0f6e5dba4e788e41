import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CompiledContent, CompiledSurface } from '../release/compile.ts'
import { layOut, readingOrder } from './lay-out.ts'

type Purpose = CompiledContent['purpose']

/** A surface of sections, each a list of contents named by purpose: `care`, `commerce` or `editorial`, and a number. */
function surface(sections: string[][], commerceFirst = false) {
  const contents = new Map<string, CompiledContent>()
  for (const id of sections.flat()) contents.set(id, { content: { id }, purpose: id.replace(/\d+$/, '') as Purpose } as CompiledContent)
  const compiled = {
    commerceFirst,
    sections: sections.map((ids, index) => {
      const placements = ids.map((id) => ({ content: contents.get(id) as CompiledContent, columns: 2, rows: 1 }))
      return { id: `s${index}`, scroll: 'grid', placements: { compact: placements, medium: placements, expanded: placements } }
    }),
  } as unknown as CompiledSurface
  return { compiled, shown: new Set(contents.values()) }
}

const order = ({ compiled, shown }: ReturnType<typeof surface>) => readingOrder(compiled, shown).map(({ content }) => content.id)

describe('care before commerce', () => {
  test.each<[string[][], string[]]>([
    [[['commerce1', 'care1']], ['care1', 'commerce1']],
    [[['editorial1', 'commerce1', 'editorial2', 'care1', 'editorial3']], ['editorial1', 'editorial2', 'care1', 'commerce1', 'editorial3']],
    [
      [['commerce1'], ['care1', 'editorial1'], ['commerce2']],
      ['care1', 'editorial1', 'commerce1', 'commerce2'],
    ],
    [
      [
        ['care1', 'commerce1'],
        ['care2', 'commerce2'],
      ],
      ['care1', 'care2', 'commerce1', 'commerce2'],
    ],
    [[['commerce1', 'editorial1']], ['commerce1', 'editorial1']],
  ])('%j is read as %j', (sections, expected) => expect(order(surface(sections))).toEqual(expected))

  test('an editor may decide otherwise', () => {
    expect(order(surface([['commerce1', 'care1']], true))).toEqual(['commerce1', 'care1'])
  })

  test('whatever the page: no offer above care, nothing lost, the rest in its order', () => {
    const purposes = fc.constantFrom<Purpose>('care', 'commerce', 'editorial')
    fc.assert(
      fc.property(fc.array(fc.array(purposes, { maxLength: 5 }), { maxLength: 5 }), (page) => {
        let count = 0
        const sections = page.map((section) => section.map((purpose) => `${purpose}${count++}`))
        const read = order(surface(sections))
        expect(read.toSorted()).toEqual(sections.flat().toSorted())
        const firstOffer = read.findIndex((id) => id.startsWith('commerce'))
        const lastCare = read.findLastIndex((id) => id.startsWith('care'))
        expect(firstOffer === -1 || lastCare === -1 || lastCare < firstOffer).toBe(true)
        const isCare = (id: string) => id.startsWith('care')
        expect(read.filter(isCare)).toEqual(sections.flat().filter(isCare))
      }),
    )
  })
})

test('what is not shown leaves no hole, and a section without anything goes', () => {
  const page = surface([['care1', 'care2'], ['care3']])
  const shown = new Set([...page.shown].filter(({ content }) => content.id === 'care2'))
  expect(layOut(page.compiled, shown, 'medium', 'it', 'it')).toEqual({
    columns: 8,
    sections: [{ id: 's0', title: undefined, scroll: 'grid', placements: [{ widgetId: 'care2', order: 0, columns: 2, rows: 1 }] }],
  })
})
