import { sizeOfTemplate } from '@mosaic/schemas/sms'
import { describe, expect, it } from 'vitest'
import { mended, smsState } from './sms-state.ts'
import { targetWords } from './words.ts'

const state = (template: string, origin = '') => smsState(template, origin, targetWords.en)

describe('an SMS while it is written', () => {
  it('shows a link and a code as long as real ones', () => {
    const { text, septets, faults } = state('Demo: {link} Code {code}', 'https://a.it')
    expect(text).toMatch(/^Demo: https:\/\/a\.it\/a\/[0-9A-Z]{22} Code [0-9A-Z]{4}$/)
    expect(septets).toBe(text.length)
    expect(faults).toEqual([])
  })

  it('is measured with thirty characters where the brand has no address', () => {
    expect(state('{link} {code}').septets).toBe(30 + 3 + 22 + 1 + 4)
  })

  it('names everything that is wrong with it', () => {
    expect(state(`{name} ’ ${'x'.repeat(170)}`).faults).toEqual([
      '{link} is missing, exactly once.',
      '{code} is missing, exactly once.',
      'Only {link} and {code} stand in braces.',
      'An SMS cannot carry these characters: ’',
      expect.stringMatching(/^Too long by \d+ characters/),
    ])
  })

  it('offers to write otherwise what can be', () => {
    expect(state('l’ora {link} {code}').isMendable).toBe(true)
    expect(state('🎉 {link} {code}').isMendable).toBe(false)
    expect(state('pronto {link} {code}').isMendable).toBe(false)
  })
})

it('what is mended can be carried, and nothing else has changed', () => {
  const written = 'L’ora è «giunta» – “presto”…\u00a0{link} {code}'
  expect(mended(written)).toBe('L\'ora è "giunta" - "presto"... {link} {code}')
  expect(sizeOfTemplate(mended(written), 'https://a.it').foreign).toEqual([])
  expect(mended('Già fatto: {link} {code} @ €')).toBe('Già fatto: {link} {code} @ €')
})
