import type { Operator, Rule, RuleGroup } from '@mosaic/schemas/rules'

/** "This attribute compares so with this value". */
export function rule(field: string, operator: Operator, value?: Rule['value']): Rule {
  return value === undefined ? { field, operator } : { field, operator, value }
}

/** Every one of them. */
export function all(...rules: (Rule | RuleGroup)[]): RuleGroup {
  return { combinator: 'and', rules }
}

/** At least one of them. */
export function any(...rules: (Rule | RuleGroup)[]): RuleGroup {
  return { combinator: 'or', rules }
}
