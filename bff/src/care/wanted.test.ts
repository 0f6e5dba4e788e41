import { describe, expect, test } from 'vitest'
import { fitOf, hasWords, msisdnOf, patternOf, wantedBy } from './wanted.ts'

describe('what somebody may have meant', () => {
  test.each([
    '+393990000001', '393990000001', '00393990000001', '3990000001', '399 000 0001', '399-000-0001', '+39 399 000.0001', '(399) 0000001', ' 399/0000001 ',
  ])('"%s" is one number', (text) => expect(wantedBy(text).msisdn).toBe('+393990000001')) // prettier-ignore

  test('ten digits that begin like the prefix are a number of the country', () => {
    expect(msisdnOf('3931234567')).toBe('+393931234567')
    expect(msisdnOf('+44 7700 900123')).toBe('+447700900123')
  })

  test.each(['C-0001', 'c-0001', '0042', 'ABCD-12x'])('"%s" is a code, and no name', (text) => {
    expect(wantedBy(text)).toMatchObject({ codes: expect.arrayContaining([text.toUpperCase()]) as unknown, words: [] })
  })

  test('anything else are the words of a name', () => {
    expect(wantedBy('  Nicolò   D’Angelo ')).toEqual({ msisdn: undefined, codes: [], words: ['nicolo', "d'angelo"] })
    expect(wantedBy('12345').words).toEqual([])
  })

  test.each(['', 'ab', '  a ', 'x'.repeat(61)])('"%s" is too short or too long', (text) => {
    expect(() => wantedBy(text)).toThrow(expect.objectContaining({ code: 'BAD_INPUT' }))
  })

  test('accents, apostrophes and the order of words do not matter', () => {
    const words = wantedBy("d'angelo nicolo").words
    expect(hasWords('Nicolò D’Angelo', words)).toBe(true)
    expect(hasWords('Nicola D’Angelo', words)).toBe(false)
    expect(fitOf('Marco Ferrari', ['fer'])).toBeGreaterThan(fitOf('Marco Loffer', ['fer']))
  })

  test('a pattern finds accented letters, and takes signs for what they are', () => {
    const pattern = (text: string) => new RegExp(patternOf(wantedBy(text).words), 'iu')
    expect('Nicolò').toMatch(pattern('nicolo'))
    expect('D’Angelo').toMatch(pattern("d'angelo"))
    expect('Moretti S.r.l.').toMatch(pattern('s.r.l.'))
    expect('Moretti SxrxL').not.toMatch(pattern('s.r.l.'))
    for (const text of ['.*ab', '(a+)+b', '[ab', 'a{9}b', 'a|b$', String.raw`a\b`]) expect(() => pattern(text)).not.toThrow()
    expect('anything').not.toMatch(pattern('.*ab'))
  })
})
