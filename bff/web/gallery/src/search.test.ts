import { expect, test } from 'vitest'
import type { KindEntry } from './entries.ts'
import { search } from './search.ts'

const usage = kind('usage', 'Consumi', 'How much is left', [
  { id: 'ready', name: 'Data, minutes and texts', locale: 'it' },
  { id: 'stale-english', name: 'Più vecchio del dovuto', locale: 'en' },
])
const bill = kind('bill', 'Fattura', 'The last bill', [{ id: 'ready', name: 'To be paid', locale: 'it' }])
const kinds = [bill, usage]

test('no question finds everything', () => {
  expect(search(kinds, '  ').map(({ entry, cases }) => [entry.kind, cases.length])).toEqual([
    ['bill', 1],
    ['usage', 2],
  ])
})

test('a kind is found by its name, its words, its archetype and its methods, in any language', () => {
  for (const question of ['USAGE', 'consumi', 'left', 'gaugelike', 'usageMethod', 'much how']) {
    expect(search(kinds, question)).toEqual([{ entry: usage, cases: usage.cases, isByCase: false }])
  }
})

test('a fixture is found by what it shows, without its accents, and brings only itself', () => {
  expect(search(kinds, 'piu')).toEqual([{ entry: usage, cases: [usage.cases[1]], isByCase: true }])
  expect(search(kinds, 'consumi stale')).toEqual([{ entry: usage, cases: [usage.cases[1]], isByCase: true }])
})

test('a question without an answer finds nothing', () => {
  expect(search(kinds, 'consumi paid')).toEqual([])
})

function kind(name: string, label: string, description: string, cases: KindEntry['cases']): KindEntry {
  const span = { columns: 4, rows: 1 }
  return {
    kind: name,
    type: `${name}Widget`,
    label: { it: label, en: name },
    description: { it: '', en: description },
    purpose: 'care',
    archetypes: name === 'usage' ? ['GaugeLike'] : [],
    needs: name === 'usage' ? (['usageMethod'] as unknown as KindEntry['needs']) : [],
    span: { compact: span, medium: span, expanded: span },
    fallbackImpact: '',
    cases,
  }
}
