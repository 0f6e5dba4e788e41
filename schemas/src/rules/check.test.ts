import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkRule, ruleLimits } from './check.ts'
import { ruleGroups } from './testing/arbitraries.ts'
import type { RuleIssue } from './types.ts'

const rule = (field: string, operator: string, value?: unknown) => ({ combinator: 'and', rules: [{ field, operator, value }] })
const found = (value: unknown): [path: string, code: string][] => checkRule(value).map(({ path, code }) => [path, code])
const nested = (depth: number): unknown =>
  depth === 1 ? { combinator: 'and', rules: [] } : { combinator: 'or', rules: [nested(depth - 1)] }

describe('a sound rule', () => {
  test('has no issues', () => {
    fc.assert(
      fc.property(ruleGroups(), (group) => {
        expect(checkRule(group)).toEqual([])
      }),
    )
  })

  test('may carry what the builder keeps for itself', () => {
    expect(
      checkRule({
        id: 'g',
        combinator: 'and',
        not: false,
        disabled: true,
        rules: [{ id: 'r', path: [0], field: 'account.autopay', operator: '=', valueSource: 'value', value: true }],
      }),
    ).toEqual([])
  })

  test('may be as deep and as long as the limits say, and no more', () => {
    expect(checkRule(nested(ruleLimits.depth))).toEqual([])
    expect(found(nested(ruleLimits.depth + 1))).toEqual([[Array(ruleLimits.depth).fill('rules/0').join('/'), 'too-deep']])
    const long = (length: number) => ({ combinator: 'or', rules: Array(length).fill({ field: 'account.autopay', operator: 'null' }) })
    expect(checkRule(long(ruleLimits.rules))).toEqual([])
    expect(found(long(ruleLimits.rules + 1))).toEqual([['', 'too-many-rules']])
  })

  test('with a value of any depth is answered too', () => {
    const deep = Array.from({ length: 100_000 }).reduce<unknown>((inside) => [inside], 1)
    expect(found(rule('line.payment', 'in', [deep]))).toEqual([['rules/0/value/0', 'wrong-value-type']])
  })

  test('of any depth is answered, not died of', () => {
    const issues = checkRule(nested(5_000))
    expect(issues.map(({ code }) => code)).toEqual(['too-deep'])
  })
})

describe('each mistake is named, with its place', () => {
  const cases: [string, unknown, [path: string, code: string][]][] = [
    ['no rule at all', undefined, [['', 'not-a-group']]],
    ['a text', 'line.payment = prepaid', [['', 'not-a-group']]],
    ['one comparison without a group', { field: 'line.payment', operator: '=', value: 'prepaid' }, [['', 'not-a-group']]],
    ['a group without rules', { combinator: 'and' }, [['rules', 'not-a-list']]],
    ['another combinator', { combinator: 'xor', rules: [] }, [['combinator', 'unknown-combinator']]],
    ['a negation that is a text', { combinator: 'and', not: 'yes', rules: [] }, [['not', 'wrong-value-type']]],
    ['a combinator among the rules', { combinator: 'and', rules: ['and'] }, [['rules/0', 'not-a-rule']]],
    ['an empty place', { combinator: 'and', rules: [null] }, [['rules/0', 'not-a-rule']]],
    ['no attribute chosen yet', rule('~', '~', ''), [['rules/0/field', 'missing-attribute']]],
    ['an attribute nobody knows', rule('line.colour', '=', 'red'), [['rules/0/field', 'unknown-attribute']]],
    ['a prototype', rule('constructor', '=', 'Object'), [['rules/0/field', 'unknown-attribute']]],
    ['no comparison chosen yet', rule('line.payment', '~', ''), [['rules/0/operator', 'unknown-operator']]],
    ['a comparison of another type', rule('line.payment', '<', 'prepaid'), [['rules/0/operator', 'operator-not-allowed']]],
    ['a search in a closed list', rule('line.payment', 'contains', 'paid'), [['rules/0/operator', 'operator-not-allowed']]],
    ['a number in quotes', rule('lines.count', '<=', '30'), [['rules/0/value', 'wrong-value-type']]],
    ['half a cent', rule('balance.amount', '<', 4.5), [['rules/0/value', 'wrong-value-type']]],
    ['no number', rule('lines.count', '<=', NaN), [['rules/0/value', 'wrong-value-type']]],
    ['an empty text', rule('line.planName', '=', ''), [['rules/0/value', 'wrong-value-type']]],
    ['an endless text', rule('line.planName', '=', 'a'.repeat(201)), [['rules/0/value', 'wrong-value-type']]],
    ['a date nobody has', rule('line.activatedOn', '<', '2026-02-30'), [['rules/0/value', 'wrong-value-type']]],
    ['a time nobody has', rule('now.timeOfDay', '<', '24:00'), [['rules/0/value', 'wrong-value-type']]],
    ['a yes in words', rule('account.autopay', '=', 'true'), [['rules/0/value', 'wrong-value-type']]],
    ['a value that is not in the list', rule('line.payment', '=', 'Prepaid'), [['rules/0/value', 'unknown-option']]],
    ['one of several', rule('line.payment', 'in', ['prepaid', 'gold']), [['rules/0/value/1', 'unknown-option']]],
    ['a list of none', rule('line.payment', 'in', []), [['rules/0/value', 'wrong-value-type']]],
    ['a list in one text', rule('line.payment', 'in', 'prepaid,hybrid'), [['rules/0/value', 'wrong-value-type']]],
    ['one bound', rule('lines.count', 'between', [1]), [['rules/0/value', 'wrong-value-type']]],
    ['a bound of another type', rule('lines.count', 'between', [1, '5']), [['rules/0/value/1', 'wrong-value-type']]],
    ['bounds the wrong way round', rule('lines.count', 'between', [5, 1]), [['rules/0/value', 'reversed-bounds']]],
    ['days the wrong way round', rule('line.renewsOn', 'notBetween', ['2026-12-02', '2026-12-01']), [['rules/0/value', 'reversed-bounds']]],
    ['hours over midnight', rule('now.timeOfDay', 'between', ['22:00', '06:00']), []],
    ['a moment and the day it lies in', rule('line.renewsOn', 'between', ['2026-12-01T18:00:00Z', '2026-12-01']), []],
    ['a span in weeks', rule('line.activatedOn', 'withinLast', { amount: 3, unit: 'weeks' }), [['rules/0/value', 'bad-span']]],
    ['a span of half a day', rule('line.activatedOn', 'withinLast', { amount: 0.5, unit: 'days' }), [['rules/0/value', 'bad-span']]],
    ['a span into the past', rule('line.activatedOn', 'withinLast', { amount: -3, unit: 'days' }), [['rules/0/value', 'bad-span']]],
    ['a span of no hours', rule('line.activatedOn', 'withinLast', { amount: 0, unit: 'hours' }), [['rules/0/value', 'bad-span']]],
    ['today', rule('line.activatedOn', 'withinLast', { amount: 0, unit: 'days' }), []],
    ['a number of days', rule('line.activatedOn', 'withinLast', 30), [['rules/0/value', 'bad-span']]],
    [
      'a comparison with another attribute',
      { combinator: 'and', rules: [{ field: 'line.planName', operator: '=', value: 'customer.status', valueSource: 'field' }] },
      [['rules/0/valueSource', 'unsupported-property']],
    ],
    [
      'a muted rule',
      { combinator: 'and', rules: [{ field: 'account.autopay', operator: 'null', muted: true }] },
      [['rules/0/muted', 'unsupported-property']],
    ],
    [
      'mistakes in several places',
      {
        combinator: 'and',
        rules: [
          { field: 'x', operator: '=' },
          { combinator: 'or', rules: [{ field: 'lines.count', operator: '=', value: 'x' }] },
        ],
      },
      [
        ['rules/0/field', 'unknown-attribute'],
        ['rules/1/rules/0/value', 'wrong-value-type'],
      ],
    ],
  ]
  test.each(cases)('%s', (_, value, issues) => {
    expect(found(value)).toEqual(issues)
  })

  test('in words, in both languages, with what was expected and what came', () => {
    const [issue] = checkRule(rule('line.payment', '=', 'gold')) as [RuleIssue]
    expect(issue).toEqual({
      path: 'rules/0/value',
      code: 'unknown-option',
      expected: 'prepaid, postpaid, hybrid',
      got: '"gold"',
      message: {
        it: '«Pagamento»: "gold" non è fra i valori possibili (Ricaricabile, Abbonamento, Ibrida).',
        en: '"Payment": "gold" is not one of its values (Prepaid, Postpaid, Hybrid).',
      },
    })
  })
})

test('anything at all gets an answer in which every issue is whole', () => {
  const node = fc.oneof(
    fc.anything({ withBigInt: true, withNullPrototype: true }),
    fc.record({ combinator: fc.anything(), rules: fc.array(fc.anything()) }),
    fc.record({
      field: fc.constantFrom('line.payment', 'lines.count', 'line.renewsOn'),
      operator: fc.constantFrom('=', 'in', 'between', 'withinLast'),
      value: fc.anything(),
    }),
  )
  fc.assert(
    fc.property(fc.record({ combinator: fc.constant('and'), rules: fc.array(node) }), (group) => {
      for (const { path, code, message, expected, got } of checkRule(group)) {
        for (const text of [code, message.it, message.en, expected, got]) expect(text).toMatch(/\S/)
        expect(path).not.toMatch(/undefined|^\/|\/$/)
      }
    }),
  )
})
