import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attributeByName } from './catalogue.ts'
import { compileRule, RuleError } from './compile.ts'
import { clocks, factsFor, leavesOf, ruleGroups, rules } from './testing/arbitraries.ts'
import type { Clock, Fact, Facts, Operator, Rule, RuleGroup, Truth } from './types.ts'

const clock: Clock = { now: new Date('2026-11-22T10:00:00Z'), timeZone: 'Europe/Rome' }

function ask(rule: Rule, fact: unknown, at: Clock = clock): Truth {
  return compileRule({ combinator: 'and', rules: [rule] })({ [rule.field]: fact as Fact }, at)
}

const yes: Rule = { field: 'line.payment', operator: '=', value: 'prepaid' }
const no: Rule = { field: 'line.payment', operator: '=', value: 'hybrid' }
const unknown: Rule = { field: 'line.device', operator: '=', value: 'tablet' }
const prepaid: Facts = { 'line.payment': 'prepaid' }

describe('three-valued logic', () => {
  const cases: [RuleGroup['combinator'], Rule[], Truth][] = [
    ['and', [yes, yes], true],
    ['and', [yes, no], false],
    ['and', [yes, unknown], undefined],
    ['and', [unknown, no], false],
    ['or', [no, no], false],
    ['or', [no, yes], true],
    ['or', [no, unknown], undefined],
    ['or', [unknown, yes], true],
    ['and', [], true],
    ['or', [], true],
  ]
  test.each(cases)('%s of %j is %s, and its negation the opposite', (combinator, rules, outcome) => {
    expect(compileRule({ combinator, rules })(prepaid, clock)).toBe(outcome)
    expect(compileRule({ combinator, rules, not: true })(prepaid, clock)).toBe(outcome === undefined ? undefined : !outcome)
  })

  test('groups stand within groups', () => {
    const inner: RuleGroup = { combinator: 'or', not: true, rules: [no, { combinator: 'and', rules: [yes, no] }] }
    expect(compileRule({ combinator: 'and', rules: [yes, inner] })(prepaid, clock)).toBe(true)
  })
})

describe('missing data never shows anything', () => {
  test('a new customer (at most 30) is unknown when the number is missing', () => {
    const atMost30: Rule = { field: 'lines.count', operator: '<=', value: 30 }
    expect(ask(atMost30, undefined)).toBeUndefined()
    expect(compileRule({ combinator: 'and', rules: [atMost30] })({}, clock)).toBeUndefined()
    expect(ask(atMost30, null)).toBeUndefined()
    expect(ask(atMost30, 30)).toBe(true)
  })

  test.each(['9', '', ' ', true, NaN, Infinity, [], [9], {}])('%j is no number', (fact) => {
    expect(ask({ field: 'lines.count', operator: '<=', value: 30 }, fact)).toBeUndefined()
    expect(ask({ field: 'lines.count', operator: 'notNull' }, fact)).toBeUndefined()
  })

  test('taking a fact away leaves a verdict or makes it unknown; emptying it turns no rule true that does not ask about emptiness', () => {
    const cases = fc
      .tuple(ruleGroups(), clocks)
      .chain(([rule, at]) => fc.tuple(fc.constant(rule), fc.constant(at), fc.array(factsFor(rule), { minLength: 5, maxLength: 5 })))
    let taken = 0
    fc.assert(
      fc.property(cases, ([rule, at, all]) => {
        const compiled = compileRule(rule)
        const asksEmptiness = new Set(
          leavesOf(rule)
            .filter(({ operator }) => operator === 'null' || operator === 'notNull')
            .map(({ field }) => field),
        )
        for (const facts of all) {
          const before = compiled(facts as Facts, at)
          for (const field of Object.keys(facts)) {
            const { [field]: _, ...without } = facts
            taken += 1
            const after = compiled(without as Facts, at)
            if (after !== undefined) expect(after).toBe(before)
            const emptied = compiled({ ...without, [field]: null } as Facts, at)
            if (!asksEmptiness.has(field) && emptied !== undefined) expect(emptied).toBe(before)
          }
        }
      }),
      { numRuns: 1_000 },
    )
    expect(taken).toBeGreaterThan(5_000)
  })

  test('no facts whatever make a rule throw', () => {
    const cases = ruleGroups().chain((rule) => {
      const fields = [...new Set(leavesOf(rule).map(({ field }) => field))]
      return fc.tuple(
        fc.constant(rule),
        fc.record(Object.fromEntries(fields.map((field) => [field, fc.anything({ withNullPrototype: true, withBigInt: true })]))),
      )
    })
    fc.assert(
      fc.property(cases, ([rule, facts]) => {
        expect([true, false, undefined]).toContain(compileRule(rule)(facts as Facts, clock))
      }),
      { numRuns: 400 },
    )
  })
})

describe('what attackers try', () => {
  test.each(['x" || true //', 'x\\" || true //', "x' or 1=1 --", '${true}', '{{true}}'])(
    'the value %s is a text and nothing else',
    (value) => {
      const rule: Rule = { field: 'line.planName', operator: '=', value }
      expect(ask(rule, 'Base 10')).toBe(false)
      expect(ask(rule, value)).toBe(true)
      expect(ask({ ...rule, operator: 'contains' }, 'Base 10')).toBe(false)
    },
  )

  test.each(['constructor', '__proto__', 'constructor.name', 'toString', 'hasOwnProperty', 'line.payment.length', 'line', ''])(
    'the path %j leads nowhere',
    (field) => {
      expect(() => compileRule({ combinator: 'and', rules: [{ field, operator: 'notNull' }] })).toThrow(RuleError)
    },
  )

  test('a set with its own idea of includes is no set', () => {
    expect(ask({ field: 'line.options', operator: 'contains', value: 'A' }, { length: 1, 0: 'A', includes: () => true })).toBeUndefined()
  })
})

describe('a rule that does not pass the check', () => {
  test('is not compiled, and every issue is named', () => {
    const bad = {
      combinator: 'and',
      rules: [
        { field: 'nope', operator: '=' },
        { field: 'line.payment', operator: '<', value: 'a' },
      ],
    } as unknown as RuleGroup
    const error = catching(() => compileRule(bad))
    expect(error).toBeInstanceOf(RuleError)
    expect((error as RuleError).issues.map(({ path }) => path)).toEqual(['rules/0/field', 'rules/1/operator'])
    expect((error as RuleError).message).toContain('There is no attribute "nope"')
  })
})

describe('comparisons', () => {
  const cases: [field: string, operator: Operator, value: Rule['value'], fact: unknown, outcome: Truth][] = [
    ['line.planName', '=', 'Base', 'base', false],
    ['line.planName', '!=', 'Base', 'base', true],
    ['line.planName', 'contains', 'se', 'Base', true],
    ['line.planName', 'doesNotContain', 'se', 'Base', false],
    ['line.planName', 'beginsWith', 'Ba', 'Base', true],
    ['line.planName', 'beginsWith', 'ba', 'Base', false],
    ['line.payment', 'in', ['prepaid', 'hybrid'], 'hybrid', true],
    ['line.payment', 'notIn', ['prepaid', 'hybrid'], 'postpaid', true],
    ['line.payment', 'notIn', ['prepaid'], undefined, undefined],
    ['party.age', 'between', [18, 25], 18, true],
    ['party.age', 'between', [18, 25], 25, true],
    ['party.age', 'notBetween', [18, 25], 26, true],
    ['balance.amount', '<', 500, 499, true],
    ['balance.amount', '<', 500, 499.5, undefined],
    ['account.autopay', '=', false, false, true],
    ['account.autopay', '=', false, 'false', undefined],
    ['line.options', 'contains', 'A', ['A', 'B'], true],
    ['line.options', 'contains', 'A', [], false],
    ['line.options', 'doesNotContain', 'A', [], true],
    ['line.options', 'contains', 'A', 'A', undefined],
    ['line.options', 'contains', 'A', ['A', 1], undefined],
    ['line.options', 'null', undefined, [], true],
    ['line.options', 'notNull', undefined, ['A'], true],
    ['line.renewsOn', 'null', undefined, null, true],
    ['line.renewsOn', 'null', undefined, undefined, undefined],
    ['line.renewsOn', 'null', undefined, '2026-11-22', false],
    ['line.renewsOn', 'notNull', undefined, null, false],
    ['line.renewsOn', 'notNull', undefined, 'soon', undefined],
    ['now.timeOfDay', 'between', ['22:00', '06:00'], '23:30', true],
    ['now.timeOfDay', 'between', ['22:00', '06:00'], '06:00', true],
    ['now.timeOfDay', 'between', ['22:00', '06:00'], '06:01', false],
    ['now.timeOfDay', 'notBetween', ['22:00', '06:00'], '12:00', true],
    ['now.timeOfDay', 'notBetween', ['22:00', '06:00'], '22:00', false],
    ['now.timeOfDay', 'between', ['09:00', '18:00'], '18:00', true],
    ['now.timeOfDay', '<', '09:00', '9:00', undefined],
  ]
  test.each(cases)('%s %s %j of %j is %s', (field, operator, value, fact, outcome) => {
    expect(ask({ field, operator, ...(value !== undefined && { value }) }, fact)).toBe(outcome)
  })

  test('every attribute answers every operator its type allows', () => {
    const known = { string: 'a', number: 1, money: 1, boolean: true, date: '2026-01-01', time: '10:00', set: ['A'] }
    fc.assert(
      fc.property(rules(), (rule) => {
        expect(ask(rule, known[attributeByName(rule.field)!.type])).toBeTypeOf('boolean')
      }),
      { numRuns: 1_000 },
    )
  })
})

function catching(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}
