import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slugify, slugPattern } from '../../fields/slugify.ts'
import { backgroundOf, contrastRatio } from './contrast.ts'
import { tileColors, tileContrast } from './tile-contrast.ts'
import { parseMinor, printMinor } from './minor-units.ts'

describe('amounts', () => {
  it('are read as they are printed, in both languages', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.constantFrom('it' as const, 'en' as const), (minor, language) => {
        expect(parseMinor(printMinor(minor, language))).toBe(minor)
      }),
    )
  })

  it.each([
    ['12,5', 1250],
    ['12.05', 1205],
    [' 5 ', 500],
    ['-0,50', -50],
    ['5,', undefined],
    ['1.2.3', undefined],
    ['12,345', undefined],
    ['ten', undefined],
    ['', undefined],
  ])('%j is %j cents', (text, minor) => {
    expect(parseMinor(text)).toBe(minor)
  })
})

describe('identifiers', () => {
  it('made from any name are empty or fit for a release', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
        const slug = slugify(name)
        expect(slug === '' || slugPattern.test(slug)).toBe(true)
      }),
    )
  })

  it('keep what can be read of the name', () => {
    expect(slugify('Già clienti – più di 5 €!')).toBe('gia-clienti-piu-di-5')
  })
})

describe('contrast', () => {
  it('is that of WCAG 2', () => {
    expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrastRatio('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
    expect(contrastRatio('#fff', '#ffffff')).toBeUndefined()
  })

  it('is told for text colours alone', () => {
    expect(['onSurface', 'onSurfaceMuted', 'onCritical', 'outline', 'primary'].map(backgroundOf)).toEqual([
      'surface',
      'surface',
      'critical',
      undefined,
      undefined,
    ])
  })
})

describe('what reads worst on a tile', () => {
  const white = { surface: '#ffffff', onSurface: '#000000', onSurfaceMuted: '#000000', primary: '#000000', accent: '#000000' }
  const pills = {
    positive: '#000000',
    onPositive: '#ffffff',
    warning: '#000000',
    onWarning: '#ffffff',
    critical: '#000000',
    onCritical: '#ffffff',
  }
  const palette = { ...white, ...pills, background: '#777777', onPrimary: '#ffffff', onAccent: '#ffffff' }

  it('is told with its contrast, and never hangs on the page behind the tile', () => {
    expect(tileContrast(palette, 'neutral', 'light')).toEqual({ ratio: 21, isEnough: true })
    expect(tileContrast({ ...palette, accent: '#767676' }, 'neutral', 'light')).toMatchObject({ isEnough: true })
    expect(tileContrast({ ...palette, accent: '#767676' }, 'neutral', 'darkHighContrast')).toMatchObject({ isEnough: false })
    expect(tileContrast({ ...palette, onSurfaceMuted: '#777777' }, 'neutral', 'light')).toMatchObject({ isEnough: false })
  })

  it('is looked for only among the colours of its tone, and its pills', () => {
    const spoilt = { ...palette, onSurfaceMuted: '#ffffff' }
    expect(tileContrast(spoilt, 'neutral', 'light')).toEqual({ ratio: 1, isEnough: false })
    expect(tileContrast(spoilt, 'primary', 'light')).toEqual({ ratio: 21, isEnough: true })
    expect(tileContrast({ ...palette, onWarning: '#000000' }, 'primary', 'light')).toEqual({ ratio: 1, isEnough: false })
    expect(tileColors('primary')).toEqual({ surface: 'primary', onSurface: 'onPrimary' })
  })

  it('is not known while a colour is missing', () => {
    expect(tileContrast({ ...palette, onPositive: undefined }, 'neutral', 'light')).toBeUndefined()
  })
})
