import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { slugify, slugPattern } from '../../fields/slugify.ts'
import { backgroundOf, contrastRatio } from './contrast.ts'
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
