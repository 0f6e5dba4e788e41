import { expect, test } from 'vitest'
import { cycle } from './machine.ts'

test('a cycle comes to every place once before it comes back', () => {
  for (const length of [1, 2, 3, 1_000]) {
    const next = cycle(length)
    const seen = new Set<number>()
    for (let at = 0; !seen.has(at); at = next[at] ?? -1) seen.add(at)
    expect([...seen].toSorted((one, other) => one - other)).toEqual(Array.from({ length }, (_, place) => place))
  }
})
