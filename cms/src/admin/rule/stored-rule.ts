import type { Attribute, Operator, Rule, RuleGroup } from '@mosaic/schemas/rules'

/** Where a condition stands, as react-querybuilder counts (`[0, 1]`), in the words of a RuleIssue (`rules/0/rules/1`). */
export function issuePath(path: readonly number[]): string {
  return path.map((index) => `rules/${index}`).join('/')
}

/** Without what the builder keeps for itself (ids, paths): the same condition is always the same JSON, so a release shows real changes only. */
export function storedRule(group: unknown): RuleGroup {
  const { combinator, not, rules } = group as RuleGroup
  return {
    combinator,
    ...(not && { not }),
    rules: (rules ?? []).map((rule) => ('rules' in rule ? storedRule(rule) : storedComparison(rule))),
  }
}

function storedComparison({ field, operator, value }: Rule): Rule {
  return operator === 'null' || operator === 'notNull' ? { field, operator } : { field, operator, ...(value !== undefined && { value }) }
}

/** How the value of a comparison is edited. */
export type ValueShape = 'none' | 'span' | 'pair' | 'list' | 'choice' | 'single'

export function valueShape(attribute: Attribute, operator: string): ValueShape {
  switch (operator as Operator) {
    case 'null':
    case 'notNull':
      return 'none'
    case 'withinLast':
    case 'withinNext':
    case 'olderThan':
    case 'furtherThan':
      return 'span'
    case 'between':
    case 'notBetween':
      return 'pair'
    case 'in':
    case 'notIn':
      return 'list'
    case 'contains':
    case 'doesNotContain':
      // Of a set, one of its values; of a text, a part of it.
      return attribute.type === 'set' && attribute.options ? 'choice' : 'single'
    case 'beginsWith':
      return 'single'
    default:
      return attribute.options || attribute.type === 'boolean' ? 'choice' : 'single'
  }
}

/** The value a fresh comparison starts with: one that is plainly to be completed, or a sensible first guess. */
export function firstValue(attribute: Attribute, operator: string): Rule['value'] {
  switch (valueShape(attribute, operator)) {
    case 'none':
      return undefined
    case 'span':
      return { amount: 30, unit: 'days' }
    case 'pair':
      return ['', '']
    case 'list':
      return []
    case 'choice':
      return attribute.type === 'boolean' ? true : ''
    case 'single':
      return ''
  }
}
