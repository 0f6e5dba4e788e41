import { describe, expect, it } from 'vitest'
import { chooseScheme, themeProperties, tileColors, type Theme } from './theme.ts'

const theme: Theme = {
  id: 't',
  palettes: [
    { scheme: 'LIGHT', tokens: [{ name: 'onSurfaceMuted', hex: '#112233' }] },
    {
      scheme: 'DARK_HIGH_CONTRAST',
      tokens: [
        { name: 'surface', hex: '#000000' },
        { name: 'primary', hex: 'red;}' },
        { name: 'x:url(', hex: '#ffffff' },
      ],
    },
  ],
}

describe('the scheme', () => {
  it.each([
    ['system', 'system', false, false, 'light'],
    ['system', 'system', true, false, 'dark'],
    ['system', 'system', true, true, 'darkHighContrast'],
    ['light', 'system', true, true, 'lightHighContrast'],
    ['dark', 'standard', false, true, 'dark'],
    ['system', 'more', false, false, 'lightHighContrast'],
  ] as const)(
    '%s and %s contrast on a device (dark %s, more contrast %s) is %s',
    (scheme, contrast, prefersDark, prefersMoreContrast, expected) => {
      expect(chooseScheme({ scheme, contrast }, { prefersDark, prefersMoreContrast })).toBe(expected)
    },
  )
})

describe('the properties', () => {
  it('are named after the tokens', () => {
    expect(themeProperties(theme, 'light')).toEqual([['--color-on-surface-muted', '#112233']])
  })
  it('leave out what is not a colour', () => {
    expect(themeProperties(theme, 'darkHighContrast')).toEqual([['--color-surface', '#000000']])
  })
  it('are none for a scheme the theme lacks', () => {
    expect(themeProperties(theme, 'dark')).toEqual([])
  })
})

describe('the colours of a tile', () => {
  it('are those of the theme it names, in the scheme that is drawn', () => {
    expect(tileColors([theme], 'light').get('t')).toEqual({ '--color-on-surface-muted': '#112233' })
    expect(tileColors([theme], 'darkHighContrast').get('t')).toEqual({ '--color-surface': '#000000' })
  })
  it('are none where it names no theme, or one nobody has', () => {
    for (const id of ['', 'other']) expect(tileColors([theme], 'light').get(id)).toBeUndefined()
  })
})
