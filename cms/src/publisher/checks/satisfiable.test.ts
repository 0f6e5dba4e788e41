import { attributes, checkRule, compileRule, operatorsFor, type Rule, type RuleGroup } from '@mosaic/schemas/rules'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canAllBeTrue } from './satisfiable.ts'
import { witnessesOf } from './witnesses.ts'

const clock = { now: new Date('2026-11-22T10:00:00Z'), timeZone: 'Europe/Rome' }
const all = (...rules: (Rule | RuleGroup)[]): RuleGroup => ({ combinator: 'and', rules })
const any = (...rules: (Rule | RuleGroup)[]): RuleGroup => ({ combinator: 'or', rules })
const none = (...rules: (Rule | RuleGroup)[]): RuleGroup => ({ combinator: 'or', not: true, rules })
const rule = (field: string, operator: Rule['operator'], value?: Rule['value']): Rule => ({
  field,
  operator,
  ...(value !== undefined && { value }),
})
const days = (amount: number) => ({ amount, unit: 'days' as const })

const never: Record<string, RuleGroup> = {
  'more than five and fewer than three': all(rule('lines.count', '>', 5), rule('lines.count', '<', 3)),
  'between two money amounts that do not meet': all(rule('balance.amount', '<', 500), rule('balance.amount', '>=', 500)),
  'two values at once': all(rule('line.kind', '=', 'voice'), rule('line.kind', '=', 'data')),
  'one of a list and not it': all(rule('line.device', 'in', ['tablet', 'router']), none(rule('line.device', '!=', 'smartphone'))),
  'missing and equal to something': all(rule('line.planName', 'null'), rule('line.planName', '=', 'Tutto')),
  'within 30 days and older than 60': all(
    rule('line.activatedOn', 'withinLast', days(30)),
    rule('line.activatedOn', 'olderThan', days(60)),
  ),
  'within the last month and before a year long gone': all(
    rule('bill.latest.issuedOn', 'withinLast', { amount: 1, unit: 'months' }),
    rule('bill.latest.issuedOn', '<', '2020-01-01'),
  ),
  'a date that is past': all(rule('now.date', '<', '2026-01-01')),
  'an option that is there and is not': all(rule('line.options', 'contains', 'a'), rule('line.options', 'doesNotContain', 'a')),
  'morning and evening': all(rule('now.timeOfDay', '<', '12:00'), rule('now.timeOfDay', '>', '18:00')),
  'true and not true': all(rule('account.autopay', '=', true), none(rule('account.autopay', '=', true))),
  'no alternative that holds': any(
    all(rule('lines.count', '<', 1), rule('lines.count', '>', 1)),
    all(rule('party.age', '<', 3), rule('party.age', '>', 3)),
  ),
  'not what is always true': { combinator: 'and', not: true, rules: [] },
}

const sometimes: Record<string, RuleGroup> = {
  'a range': all(rule('lines.count', '>', 3), rule('lines.count', '<', 5)),
  'the only whole number of a range of money': all(rule('balance.amount', '>', 499), rule('balance.amount', '<', 501)),
  'evening, over midnight': all(rule('now.timeOfDay', 'between', ['22:00', '06:00']), rule('now.timeOfDay', '<', '05:00')),
  'a date to come': all(
    rule('now.date', '>=', '2027-06-01'),
    rule('bill.latest.dueOn', 'withinNext', days(3)),
    rule('bill.latest.dueOn', '>', '2027-06-02'),
  ),
  'two options': all(
    rule('line.options', 'contains', 'a'),
    rule('line.options', 'contains', 'b'),
    rule('line.options', 'doesNotContain', 'c'),
  ),
  'a name that begins and contains': all(
    rule('line.planName', 'beginsWith', 'Tutto'),
    rule('line.planName', 'contains', '150'),
    rule('line.planName', '!=', 'Tutto150'),
  ),
  'one alternative that holds': any(all(rule('lines.count', '<', 1), rule('lines.count', '>', 1)), rule('party.age', '>', 3)),
  'no conditions': all(),
}

describe('a rule', () => {
  it.each(Object.entries(never))('is never true: %s', (_, tree) => expect(canAllBeTrue([tree], clock)).toBe(false))
  it.each(Object.entries(sometimes))('may be true: %s', (_, tree) => expect(canAllBeTrue([tree], clock)).toBe(true))

  it('may be true when there are more alternatives than anybody looks at', () => {
    const choices = Array.from({ length: 12 }, (_, at) => any(rule('lines.count', '=', at), rule('party.age', '=', at)))
    expect(canAllBeTrue([all(...choices, rule('lines.count', '<', 0))], clock)).toBe(true)
  })

  it('is never called impossible when some customer passes it', () => {
    const fields = attributes.filter(({ name }) => name !== 'now.date')
    const comparison = fc.constantFrom(...fields).chain(({ name, type, options }) =>
      fc.constantFrom(...operatorsFor(type, options)).chain((operator) =>
        valueFor(type, operator, options)
          .map((value) => rule(name, operator, value))
          .filter((made) => checkRule(all(made)).length === 0),
      ),
    )
    const group = fc.record({
      combinator: fc.constantFrom('and' as const, 'or' as const),
      not: fc.boolean(),
      rules: fc.array(comparison, { maxLength: 3 }),
    })
    const tree = fc.record({
      combinator: fc.constantFrom('and' as const, 'or' as const),
      not: fc.boolean(),
      rules: fc.array(fc.oneof(comparison, group), { maxLength: 4 }),
    })

    fc.assert(
      fc.property(tree, fc.infiniteStream(fc.nat()), (candidate, picks) => {
        const passes = compileRule(candidate)
        const literals = leavesOf(candidate).map((leaf) => ({ rule: leaf, isNegated: false }))
        // A customer made of values that matter to these comparisons: a better guess than values at random.
        const facts = Object.fromEntries(
          fields.map((attribute) => {
            const own = witnessesOf(
              attribute,
              literals.filter((literal) => literal.rule.field === attribute.name),
              clock,
            )
            return [attribute.name, own[picks.next().value! % own.length]]
          }),
        )
        return passes(facts, clock) !== true || canAllBeTrue([candidate], clock)
      }),
      { numRuns: 1_000 },
    )
  })
})

function leavesOf(group: RuleGroup): Rule[] {
  return group.rules.flatMap((node) => ('rules' in node ? leavesOf(node) : [node]))
}

function valueFor(
  type: string,
  operator: Rule['operator'],
  options: readonly { value: string }[] | undefined,
): fc.Arbitrary<Rule['value']> {
  if (operator === 'null' || operator === 'notNull') return fc.constant(undefined)
  if (['withinLast', 'withinNext', 'olderThan', 'furtherThan'].includes(operator)) {
    return fc.record({
      amount: fc.integer({ min: 0, max: 60 }),
      unit: fc.constantFrom('hours' as const, 'days' as const, 'months' as const),
    })
  }
  const single = singleFor(type, options)
  if (operator === 'between' || operator === 'notBetween') {
    return fc.tuple(single, single).map(([a, b]) => (a <= b ? [a, b] : [b, a]) as Rule['value'])
  }
  if (operator === 'in' || operator === 'notIn')
    return fc.uniqueArray(single, { minLength: 1, maxLength: 3 }) as fc.Arbitrary<Rule['value']>
  return type === 'boolean' ? fc.boolean() : single
}

function singleFor(type: string, options: readonly { value: string }[] | undefined): fc.Arbitrary<string | number> {
  if (options) return fc.constantFrom(...options.map(({ value }) => value))
  switch (type) {
    case 'number':
    case 'money':
      return fc.integer({ min: 0, max: 20 })
    case 'date':
      return fc.constantFrom('2020-05-05', '2026-11-01', '2026-11-22', '2026-12-24', '2027-03-01')
    case 'time':
      return fc.constantFrom('00:00', '06:30', '12:00', '18:30', '23:59')
    default:
      return fc.constantFrom('a', 'ab', 'b', 'Tutto')
  }
}
