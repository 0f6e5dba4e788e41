import { expect, test } from 'vitest'
import { readAddress, writeAddress, type Address } from './address.ts'

const everything: Address = {
  kind: 'options',
  fixture: 'pending-on',
  q: 'più & meno = 100 %',
  scheme: 'darkHighContrast',
  width: '768',
  lang: 'it',
  dir: 'rtl',
  text: '200',
}

test('an address written and read is the same state', () => {
  expect(readAddress(writeAddress(everything))).toEqual(everything)
})

test('reads the address that documents use, and writes it the same way', () => {
  const hash = '#kind=options&fixture=pending-on&scheme=dark&width=390&lang=it&dir=ltr&text=100'
  expect(readAddress(hash)).toMatchObject({ kind: 'options', fixture: 'pending-on', q: '', scheme: 'dark', width: '390', lang: 'it' })
  expect(writeAddress(readAddress(hash))).toBe(hash)
})

test('an empty address is all kinds, each in its own language, on a phone in the light', () => {
  const first = { kind: '', fixture: '', q: '', scheme: 'light', width: '390', lang: 'own', dir: 'ltr', text: '100' }
  expect(readAddress('')).toEqual(first)
  expect(readAddress('#')).toEqual(first)
})

test('values nobody knows are those of an empty address', () => {
  expect(readAddress('#scheme=pink&width=1&lang=fr&dir=up&text=1000')).toEqual(readAddress(''))
})
