import type { Target } from '@mosaic/schemas/release'
import { expect, test } from 'vitest'
import { findTargets, wantedOf } from './targets.ts'

const bill = target('bill', 'Fattura', { it: 'La tua fattura', en: 'Your bill' }, ['bolletta alta'])
const pay = target('pay', 'Pagamento', { it: 'Paga', en: 'Pay' }, ['fattura scaduta'])
const other = target('other', 'Altro', { it: 'Altro', en: 'Else' }, [])
const release = {
  care: {
    targets: new Map([other, pay, bill].map((one) => [one.id, { target: one, trigger: undefined }])),
    menus: new Map(),
    guides: new Map(),
    triggers: new Map(),
  },
}
const find = (said: string, uses: Record<string, number> = {}) =>
  findTargets(release, said, new Map(Object.entries(uses))).map(({ id }) => id)

test('a title counts for more than what customers say', () => {
  expect(find('fattura')).toEqual(['bill', 'pay'])
})

test('everything that was said counts for more than a part of it', () => {
  expect(find('fattura scaduta')).toEqual(['pay', 'bill'])
})

test('accents, case, endings and apostrophes tell nothing apart', () => {
  expect(find('le FATTÙRE')).toEqual(find('fattura'))
  expect(find('bills')).toEqual(['bill'])
})

test('without a word that tells anything apart all are there: the most used first, then by name', () => {
  expect(find('')).toEqual(['other', 'bill', 'pay'])
  expect(find(' la ', { pay: 3, bill: 1 })).toEqual(['pay', 'bill', 'other'])
})

test('use decides where the words do not', () => {
  expect(find('paga fattura', { pay: 9 })[0]).toBe('pay')
  expect(find('fattura', { pay: 9 })[0]).toBe('bill')
})

test('what nobody says finds nothing', () => {
  expect(find('xyzzy')).toEqual([])
})

test('a bill and an option are picked before they are sent', () => {
  const kinds = ['surface', 'widget', 'bill', 'option', 'payment', 'step'] as const
  expect(kinds.map((opens) => wantedOf({ opens }))).toEqual([undefined, undefined, 'bill', 'option', undefined, undefined])
})

function target(id: string, name: string, title: Target['title'], words: string[]): Target {
  return { id, name, title, words, opens: 'surface', surface: 'page', sms: {} }
}
