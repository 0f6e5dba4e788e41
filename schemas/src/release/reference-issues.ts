import { inWords, step } from './errors.ts'
import type { ReleaseIssue } from './types.ts'

/* What the checks of references are made of. */

export function idsOf(items: readonly { id: string }[]): ReadonlySet<string> {
  return new Set(items.map(({ id }) => id))
}

export function missing(file: string, path: string, what: string, id: string, known: ReadonlySet<string>, where: string): ReleaseIssue[] {
  if (known.has(id)) return []
  const fix = `Publish that ${what} too, or choose another one.`
  return [{ code: 'dangling-reference', file, path, expected: `the id of a ${what} in ${where}`, got: inWords(id), fix }]
}

export function duplicates<Key extends string>(
  file: string,
  items: readonly { readonly [K in Key]: string | number }[],
  key: Key,
  under = '',
): ReleaseIssue[] {
  const seen = new Map<string | number, number>()
  return items.flatMap((item, index) => {
    const value = item[key]
    const first = seen.get(value)
    if (first === undefined) {
      seen.set(value, index)
      return []
    }
    const path = `${under}${step(index)}${step(key)}`
    const got = `${inWords(value)}, which ${under}${step(first)} has too`
    return [{ code: `duplicate-${key}`, file, path, expected: `a different ${key} each`, got, fix: `Give one of the two another ${key}.` }]
  })
}
