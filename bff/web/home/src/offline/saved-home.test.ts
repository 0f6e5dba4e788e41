import { describe, expect, it } from 'vitest'
import type { HomeData } from '../api/types.ts'
import { pickSaved, staleKeys, type SavedHome } from './saved-home.ts'

const now = Date.parse('2026-11-22T10:00:00Z')
const day = 24 * 3600_000
const saved = (customer: string, line: string | undefined, view: string, savedAt: number): SavedHome => ({
  customer, surface: 'home', line, view, savedAt, home: { mosaic: { line: line ?? 'L-1' } } as HomeData,
}) // prettier-ignore

describe('pickSaved', () => {
  const entries = [
    saved('c', undefined, 'compact.it', now - 3),
    saved('c', 'L-2', 'expanded.it', now - 2),
    saved('c', 'L-2', 'compact.it', now - 1),
  ]
  it('takes the very one', () => expect(pickSaved(entries, { surface: 'home', line: 'L-2', view: 'expanded.it' }, now)).toBe(entries[1]))
  it('takes the same line in another view', () =>
    expect(pickSaved(entries, { surface: 'home', line: 'L-2', view: 'medium.en' }, now)).toBe(entries[2]))
  it('knows the default line by its id', () =>
    expect(pickSaved(entries, { surface: 'home', line: 'L-1', view: 'medium.en' }, now)).toBe(entries[0]))
  it('takes the newest when no line is wanted', () =>
    expect(pickSaved(entries, { surface: 'home', line: undefined, view: 'medium.en' }, now)).toBe(entries[2]))
  it('never shows another page', () =>
    expect(pickSaved(entries, { surface: 'offers', line: undefined, view: 'compact.it' }, now)).toBeUndefined())
  it('never shows another line', () =>
    expect(pickSaved(entries, { surface: 'home', line: 'L-3', view: 'compact.it' }, now)).toBeUndefined())
  it('never shows an old copy', () =>
    expect(
      pickSaved([saved('c', 'L-2', 'compact.it', now - 7 * day)], { surface: 'home', line: 'L-2', view: 'compact.it' }, now),
    ).toBeUndefined())
})

describe('staleKeys', () => {
  it("drops another customer's copies", () => {
    expect(staleKeys([saved('other', 'L-9', 'compact.it', now)], saved('c', 'L-1', 'compact.it', now))).toEqual([
      '["other","home","L-9","compact.it"]',
    ])
  })
  it('keeps eight, the newest', () => {
    const entries = Array.from({ length: 9 }, (_, age) => saved('c', `L-${age}`, 'compact.it', now - age))
    expect(staleKeys(entries, saved('c', 'new', 'compact.it', now))).toEqual([
      '["c","home","L-7","compact.it"]',
      '["c","home","L-8","compact.it"]',
    ])
  })
  it('replaces its own copy in place', () => {
    expect(staleKeys([saved('c', 'L-1', 'compact.it', now - day)], saved('c', 'L-1', 'compact.it', now))).toEqual([])
  })
})
