import { attributes, checkRule, operatorsFor } from '@mosaic/schemas/rules'
import { describe, expect, it } from 'vitest'
import { firstValue, issuePath, storedRule, valueShape } from './stored-rule.ts'

describe('what the builder stores', () => {
  it('is the rule alone, without what the builder keeps for itself', () => {
    const built = {
      id: 'a',
      combinator: 'and',
      not: false,
      rules: [
        { id: 'b', field: 'balance.amount', operator: '<', value: 500, valueSource: 'value' },
        { id: 'c', combinator: 'or', not: true, rules: [{ id: 'd', field: 'line.activatedOn', operator: 'null', value: '' }] },
      ],
    }
    expect(storedRule(built)).toEqual({
      combinator: 'and',
      rules: [
        { field: 'balance.amount', operator: '<', value: 500 },
        { combinator: 'or', not: true, rules: [{ field: 'line.activatedOn', operator: 'null' }] },
      ],
    })
  })

  it('has its conditions where the checks say', () => {
    expect(issuePath([0, 2, 1])).toBe('rules/0/rules/2/rules/1')
    const [issue] = checkRule({ combinator: 'and', rules: [{ combinator: 'or', rules: [{ field: 'no.such', operator: '=', value: 1 }] }] })
    expect(issue?.path.startsWith(issuePath([0, 0]))).toBe(true)
  })
})

describe('a fresh comparison', () => {
  it.each(
    attributes.flatMap((attribute) =>
      operatorsFor(attribute.type, attribute.options).map((operator) => [attribute.name, operator, attribute] as const),
    ),
  )('%s %s is complete, or asks for its value alone', (field, operator, attribute) => {
    const value = firstValue(attribute, operator)
    const issues = checkRule(storedRule({ combinator: 'and', rules: [{ field, operator, value }] }))
    expect(issues.filter((issue) => !issue.path.startsWith('rules/0/value'))).toEqual([])
    if (['none', 'span'].includes(valueShape(attribute, operator))) expect(issues).toEqual([])
  })
})
