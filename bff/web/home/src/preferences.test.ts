import { describe, expect, it } from 'vitest'
import { chooseLocale, loadPreferences, savePreferences, type Preferences } from './preferences.ts'
import { systemAppearance } from './theme/theme.ts'

describe('preferences', () => {
  it('come back as they were saved', () => {
    const map = new Map<string, string>()
    const saved: Preferences = { locale: 'en', appearance: { scheme: 'dark', contrast: 'more' }, theme: { id: 'a', palettes: [] } }
    savePreferences({ setItem: (key, value) => void map.set(key, value) }, saved)
    expect(loadPreferences({ getItem: (key) => map.get(key) ?? null })).toEqual(saved)
  })

  it.each([null, '{', '"x"', '{"locale":"xx","appearance":{"scheme":"pink","contrast":"more"},"theme":{}}'])(
    '%s counts as nothing chosen',
    (stored) => {
      expect(loadPreferences({ getItem: () => stored })).toEqual({ appearance: systemAppearance })
    },
  )

  it('survive a storage that refuses', () => {
    const refuse = () => {
      throw new Error('quota')
    }
    expect(() => savePreferences({ setItem: refuse }, { appearance: systemAppearance })).not.toThrow()
  })
})

describe('the language', () => {
  const brand = { locales: ['it', 'en'], defaultLocale: 'it' } as const
  it('is the chosen one', () => expect(chooseLocale('en', ['it-IT'], brand)).toBe('en'))
  it("is the browser's first that the brand speaks", () => expect(chooseLocale(undefined, ['de-DE', 'en-US', 'it'], brand)).toBe('en'))
  it("is the brand's when none fits", () => expect(chooseLocale(undefined, ['de-DE'], brand)).toBe('it'))
  it('is never one the brand does not speak', () => expect(chooseLocale('en', ['en'], { locales: ['it'], defaultLocale: 'it' })).toBe('it'))
})
