import { createFormat } from '@mosaic/widgets'
import type { Fact, RuleGroup } from '@mosaic/schemas/rules'
import { explainRule } from '@mosaic/schemas/rules'
import { describe, expect, it, test } from 'vitest'
import { nodesOf, type Words } from './why-words.ts'

const clock = { now: new Date('2026-11-22T10:00:00Z'), timeZone: 'Europe/Rome' }
const words = (locale: 'it' | 'en'): Words => ({ format: createFormat(locale, clock.timeZone, () => clock.now), currency: 'EUR' })
const all = (...rules: RuleGroup['rules']): RuleGroup => ({ combinator: 'and', rules })

test('a rule is told part by part, parents before their children', () => {
  const rule = all(
    { field: 'line.payment', operator: '=', value: 'prepaid' },
    { combinator: 'or', not: true, rules: [{ field: 'balance.amount', operator: '<', value: 500 }] },
  )
  const facts = { 'line.payment': 'prepaid', 'balance.amount': 720 }
  const comparison = { combinator: null, isNegated: false }
  expect(nodesOf(explainRule(rule, facts, clock), words('it'))).toEqual([
    { depth: 0, combinator: 'and', isNegated: false, outcome: true, sentence: null, label: null, actual: null },
    { depth: 1, ...comparison, outcome: true, sentence: 'la linea è ricaricabile', label: 'Pagamento', actual: 'Ricaricabile' },
    { depth: 1, combinator: 'or', isNegated: true, outcome: true, sentence: null, label: null, actual: null },
    {
      depth: 2,
      ...comparison,
      outcome: false,
      sentence: 'il credito residuo è inferiore a 5,00\u00a0€',
      label: 'Credito residuo',
      actual: '7,20\u00a0€',
    },
  ])
})

describe('a fact as a person reads it', () => {
  const actual = (field: string, fact: Fact, locale: 'it' | 'en' = 'it') =>
    nodesOf(explainRule(all({ field, operator: 'notNull' }), { [field]: fact }, clock), words(locale))[1]?.actual

  it.each<[string, Fact, string | null]>([
    ['account.isInDebt', true, 'sì'],
    ['account.isInDebt', false, 'no'],
    ['account.isInDebt', undefined, null],
    ['line.planName', null, 'non c’è'],
    ['line.options', [], 'non c’è'],
    ['line.options', ['OPT-1', 'OPT-2'], 'OPT-1, OPT-2'],
    ['lines.count', 1234, '1234'],
    ['line.activatedOn', '2026-03-05T17:00:00Z', '5 marzo, 18:00'],
    ['line.activatedOn', '2026-03-05', '5 marzo'],
    ['now.timeOfDay', '18:30', '18:30'],
  ])('%s: %j is “%s”', (field, fact, text) => {
    expect(actual(field, fact)).toBe(text)
  })

  test('in the language of who asks', () => {
    expect([actual('account.isInDebt', true, 'en'), actual('line.payment', 'prepaid', 'en')]).toEqual(['yes', 'Prepaid'])
  })

  test('of a field that nobody knows nothing is known', () => {
    const [, node] = nodesOf(explainRule(all({ field: 'never.was', operator: 'notNull' }), {}, clock), words('it'))
    expect(node).toMatchObject({ label: 'never.was', actual: null, outcome: null })
  })
})
