import { describe, expect, it } from 'vitest'
import { initials } from '../settings/settings-dialog.tsx'
import { findLines, spacedNumber } from './line-switcher.tsx'

const line = (id: string, label: string, msisdn: string) => ({ id, label, msisdn, kind: 'voice', device: 'smartphone' })

describe('findLines', () => {
  const lines = [line('a', 'Office Milano', '3331234567'), line('b', 'Van 2', '3407654321')]
  it.each([
    ['', ['a', 'b']],
    ['MILANO', ['a']],
    ['340 765', ['b']],
    ['nobody', []],
  ])('"%s" finds %j', (wanted, ids) => {
    expect(findLines(lines, wanted).map(({ id }) => id)).toEqual(ids)
  })
})

describe('spacedNumber', () => {
  it.each([
    ['393331234567', '333 123 4567'],
    ['+393331234567', '333 123 4567'],
    ['3331234567', '333 123 4567'],
    ['12345', '12345'],
  ])('%s reads %s', (msisdn, text) => expect(spacedNumber(msisdn)).toBe(text))
})

describe('initials', () => {
  it.each([
    ['Giulia Rossi', 'GR'],
    ['Anna Maria De Luca', 'AL'],
    ['Officine', 'O'],
    ['', ''],
  ])('%s gives %s', (name, letters) => expect(initials(name)).toBe(letters))
})
