import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeRule } from './describe.ts'
import { ruleGroups } from './testing/arbitraries.ts'
import type { Rule, RuleGroup } from './types.ts'

const all = (...rules: RuleGroup['rules']): RuleGroup => ({ combinator: 'and', rules })
const any = (...rules: RuleGroup['rules']): RuleGroup => ({ combinator: 'or', rules })
const prepaid: Rule = { field: 'line.payment', operator: '=', value: 'prepaid' }
const isNew: Rule = { field: 'line.activatedOn', operator: 'withinLast', value: { amount: 30, unit: 'days' } }
const poor: Rule = { field: 'balance.amount', operator: '<', value: 500 }

describe('a rule reads as a sentence', () => {
  const cases: [RuleGroup, string, string][] = [
    [
      all(prepaid, isNew),
      'la linea è ricaricabile e l’attivazione è avvenuta negli ultimi 30 giorni',
      'the line is prepaid and the activation happened within the last 30 days',
    ],
    [
      all(prepaid, isNew, poor),
      'la linea è ricaricabile, l’attivazione è avvenuta negli ultimi 30 giorni e il credito residuo è inferiore a 5,00 €',
      'the line is prepaid, the activation happened within the last 30 days and the remaining credit is less than €5.00',
    ],
    [
      all(prepaid, any(isNew, poor)),
      'la linea è ricaricabile e (l’attivazione è avvenuta negli ultimi 30 giorni o il credito residuo è inferiore a 5,00 €)',
      'the line is prepaid and (the activation happened within the last 30 days or the remaining credit is less than €5.00)',
    ],
    [
      { ...any(prepaid, poor), not: true },
      'non è vero che (la linea è ricaricabile o il credito residuo è inferiore a 5,00 €)',
      'it is not true that (the line is prepaid or the remaining credit is less than €5.00)',
    ],
    [{ ...all(prepaid), not: true }, 'non è vero che la linea è ricaricabile', 'it is not true that the line is prepaid'],
    [all(all(prepaid)), 'la linea è ricaricabile', 'the line is prepaid'],
    [all(), 'sempre, per tutti', 'always, for everybody'],
    [{ ...all(), not: true }, 'mai, per nessuno', 'never, for nobody'],
    [all({ field: '~', operator: '=', value: '' }), '[condizione da completare]', '[condition to complete]'],
    [
      all(prepaid, { field: 'balance.amount', operator: '<', value: 'five' }),
      'la linea è ricaricabile e [condizione da completare]',
      'the line is prepaid and [condition to complete]',
    ],
  ]
  test.each(cases)('%j', (rule, it, en) => {
    expect(describeRule(rule, 'it', { currency: 'EUR' })).toBe(it.replace(' €', '\u00a0€'))
    expect(describeRule(rule, 'en', { currency: 'EUR' })).toBe(en)
  })

  const clauses: [field: string, operator: Rule['operator'], value: Rule['value'], it: string, en: string][] = [
    [
      'line.payment',
      'in',
      ['prepaid', 'hybrid', 'postpaid'],
      'la linea è ricaricabile, ibrida o in abbonamento',
      'the line is prepaid, hybrid or postpaid',
    ],
    ['line.payment', 'notIn', ['prepaid', 'hybrid'], 'la linea non è né ricaricabile né ibrida', 'the line is neither prepaid nor hybrid'],
    ['line.payment', '!=', 'prepaid', 'la linea non è ricaricabile', 'the line is not prepaid'],
    ['line.payment', 'null', undefined, '«Pagamento» è assente', '“Payment” is missing'],
    [
      'line.planName',
      'beginsWith',
      'Base {1} $&',
      'il nome del piano comincia con «Base {1} $&»',
      'the plan name begins with “Base {1} $&”',
    ],
    [
      'line.options',
      'doesNotContain',
      'SPOTIFY',
      'l’elenco delle opzioni attive non comprende «SPOTIFY»',
      'the list of active options does not include “SPOTIFY”',
    ],
    [
      'line.renewsOn',
      'withinNext',
      { amount: 3, unit: 'days' },
      'il rinnovo è previsto nei prossimi 3 giorni',
      'the renewal is due within the next 3 days',
    ],
    [
      'line.renewsOn',
      'withinNext',
      { amount: 1, unit: 'days' },
      'il rinnovo è previsto entro domani',
      'the renewal is due today or tomorrow',
    ],
    [
      'line.renewsOn',
      'furtherThan',
      { amount: 1, unit: 'months' },
      'il rinnovo è previsto fra più di un mese',
      'the renewal is due more than 1 month from now',
    ],
    [
      'line.activatedOn',
      'olderThan',
      { amount: 24, unit: 'hours' },
      'l’attivazione è avvenuta più di 24 ore fa',
      'the activation happened more than 24 hours ago',
    ],
    [
      'line.activatedOn',
      'withinLast',
      { amount: 1, unit: 'days' },
      'l’attivazione è avvenuta ieri o oggi',
      'the activation happened yesterday or today',
    ],
    ['line.activatedOn', 'withinLast', { amount: 0, unit: 'days' }, 'l’attivazione è avvenuta oggi', 'the activation happened today'],
    [
      'line.activatedOn',
      '<',
      '2026-03-08',
      'l’attivazione è avvenuta prima dell’8 marzo 2026',
      'the activation happened before 8 March 2026',
    ],
    [
      'line.activatedOn',
      '>=',
      '2026-03-11',
      'l’attivazione è avvenuta dall’11 marzo 2026 in poi',
      'the activation happened on 11 March 2026 or later',
    ],
    [
      'now.date',
      'between',
      ['2026-12-18', '2027-01-01'],
      'la data di oggi cade fra il 18 dicembre 2026 e il 1º gennaio 2027',
      'today’s date falls between 18 December 2026 and 1 January 2027',
    ],
    [
      'now.timeOfDay',
      'between',
      ['22:00', '06:00'],
      'l’ora è fra le 22:00 e le 06:00 del giorno dopo',
      'the time is between 22:00 and 06:00 of the next day',
    ],
    ['now.timeOfDay', 'between', ['06:00', '22:00'], 'l’ora è fra le 06:00 e le 22:00', 'the time is between 06:00 and 22:00'],
    ['now.dayOfWeek', 'in', ['sat', 'sun'], 'oggi è sabato o domenica', 'today is Saturday or Sunday'],
    ['account.isInDebt', '=', true, 'il cliente ha importi scaduti da pagare', 'the customer has overdue amounts to pay'],
    ['account.isInDebt', '=', false, 'il cliente non ha importi scaduti', 'the customer has no overdue amounts'],
    [
      'usage.data.remainingPercent',
      '<=',
      20,
      'la percentuale di dati rimasta è al massimo 20%',
      'the percentage of data left is at most 20%',
    ],
    ['lines.count', '>=', 5, 'il numero di linee è almeno 5', 'the number of lines is at least 5'],
    [
      'balance.amount',
      'notBetween',
      [100, 1050],
      'il credito residuo è inferiore a 1,00 o superiore a 10,50',
      'the remaining credit is less than 1.00 or more than 10.50',
    ],
  ]
  test.each(clauses)('%s %s %j', (field, operator, value, it, en) => {
    const rule = all({ field, operator, ...(value !== undefined && { value }) })
    expect([describeRule(rule, 'it'), describeRule(rule, 'en')]).toEqual([it, en])
  })

  test('an instant stands on the clock of the editor', () => {
    const rule = all({ field: 'line.activatedOn', operator: '>', value: '2026-03-05T17:00:00Z' })
    expect(describeRule(rule, 'en', { timeZone: 'Europe/Rome' })).toBe('the activation happened after 5 March 2026 at 18:00')
  })

  test('yen have no cents', () => {
    expect(describeRule(all(poor), 'en', { currency: 'JPY' })).toBe('the remaining credit is less than ¥500')
  })
})

test('every sound rule reads whole in both languages', () => {
  fc.assert(
    fc.property(ruleGroups(), (rule) => {
      for (const locale of ['it', 'en'] as const) {
        const sentence = describeRule(rule, locale, { currency: 'EUR' })
        expect(sentence).not.toMatch(/undefined|NaN|\{0\}|\[cond|\s\s|^\s|\s$/)
        expect(sentence).not.toBe('')
      }
    }),
  )
})
