import type { CaseEntry, KindEntry } from './entries.ts'

/** A kind that was found, and which of its fixtures. */
export type Found = { entry: KindEntry; cases: readonly CaseEntry[]; isByCase: boolean }

/** The kinds in whose names, words, archetypes, methods or fixtures every word of the question occurs, whatever its case and accents. */
export function search(kinds: readonly KindEntry[], question: string): Found[] {
  const words = folded(question).split(/\s+/).filter(Boolean)
  return kinds.flatMap((entry): Found[] => {
    const own = folded(wordsOf(entry))
    if (words.every((word) => own.includes(word))) return [{ entry, cases: entry.cases, isByCase: false }]
    const cases = entry.cases.filter(({ id, name }) => {
      const all = `${own} ${folded(`${id} ${name}`)}`
      return words.every((word) => all.includes(word))
    })
    return cases.length > 0 ? [{ entry, cases, isByCase: true }] : []
  })
}

function wordsOf({ kind, type, label, description, purpose, archetypes, needs }: KindEntry): string {
  return [kind, type, label.it, label.en, description.it, description.en, purpose, ...archetypes, ...needs].join(' ')
}

function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
