import { expect, test } from 'vitest'
import { explainRule } from './explain.ts'
import { methodsOf } from './methods-of.ts'
import { operatorLabel, operatorsFor } from './operators.ts'
import { operators, type RuleGroup } from './types.ts'

const clock = { now: new Date('2026-11-22T10:00:00Z'), timeZone: 'Europe/Rome' }
const rule: RuleGroup = {
  combinator: 'and',
  rules: [
    { field: 'line.payment', operator: '=', value: 'prepaid' },
    {
      combinator: 'or',
      not: true,
      rules: [
        { field: 'balance.amount', operator: '<', value: 500 },
        { field: 'account.autopay', operator: '=', value: true },
      ],
    },
    { field: 'now.dayOfWeek', operator: 'in', value: ['sun'] },
  ],
}

test('an explanation is the same tree, with what each part saw and said', () => {
  const facts = { 'line.payment': 'prepaid', 'balance.amount': 700, 'now.dayOfWeek': 'sun' }
  expect(explainRule(rule, facts, clock)).toEqual({
    kind: 'group',
    combinator: 'and',
    not: false,
    outcome: undefined,
    rules: [
      { kind: 'rule', field: 'line.payment', operator: '=', expected: 'prepaid', actual: 'prepaid', outcome: true },
      {
        kind: 'group',
        combinator: 'or',
        not: true,
        outcome: undefined,
        rules: [
          { kind: 'rule', field: 'balance.amount', operator: '<', expected: 500, actual: 700, outcome: false },
          { kind: 'rule', field: 'account.autopay', operator: '=', expected: true, actual: undefined, outcome: undefined },
        ],
      },
      { kind: 'rule', field: 'now.dayOfWeek', operator: 'in', expected: ['sun'], actual: 'sun', outcome: true },
    ],
  })
})

test('a part that does not pass the check is unknown, and so is never shown', () => {
  const broken: RuleGroup = {
    combinator: 'and',
    rules: [
      { field: '__proto__', operator: 'notNull' },
      { field: 'lines.count', operator: '<=', value: '30' },
    ],
  }
  const explained = explainRule(broken, { 'lines.count': 1 }, clock)
  expect(explained.outcome).toBeUndefined()
  expect(explained.kind === 'group' && explained.rules.map(({ outcome }) => outcome)).toEqual([undefined, undefined])
})

test('the methods a rule may need, each once, in the order of the contracts', () => {
  expect(methodsOf(rule)).toEqual(['lines', 'account', 'balance'])
  expect(methodsOf({ combinator: 'or', rules: [rule, rule, { field: 'nope', operator: '=', value: 1 }] })).toEqual([
    'lines',
    'account',
    'balance',
  ])
  expect(methodsOf({ combinator: 'and', rules: [{ field: 'token.locale', operator: '=', value: 'it' }] })).toEqual([])
})

test('every operator serves some type, and reads before and after where time is compared', () => {
  const types = ['string', 'number', 'money', 'boolean', 'date', 'time', 'set'] as const
  expect(new Set(types.flatMap((type) => operatorsFor(type)))).toEqual(new Set(operators))
  expect(operatorLabel('<', 'number').it).toBe('è minore di')
  expect(operatorLabel('<', 'date').it).toBe('è prima di')
  expect(operatorsFor('string', [])).not.toContain('contains')
})
