import { describe, expect, it } from 'vitest'
import { ageText, updatedText } from './age.ts'

const now = new Date('2026-11-22T10:00:00Z')
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds).toISOString()
const minute = 60_000

describe('age', () => {
  it.each([
    [0, 'poco fa', 'just now'],
    [-5 * minute, 'poco fa', 'just now'],
    [59_999, 'poco fa', 'just now'],
    [12 * minute + 59_000, '12 min fa', '12 min ago'],
    [60 * minute, '1 h fa', '1 hr ago'],
    [49 * 60 * minute, '2 gg fa', '2 days ago'],
  ])('%i ms is "%s" · "%s"', (age, it, en) => {
    expect([ageText(ago(age), now, 'it'), ageText(ago(age), now, 'en')]).toEqual([it, en])
  })
  it('makes the badge', () => {
    expect(updatedText(ago(12 * minute), now, 'it')).toBe('Aggiornato 12 min fa')
    expect(updatedText(ago(0), now, 'en')).toBe('Updated just now')
  })
})
