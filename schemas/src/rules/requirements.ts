import { attributeByName } from './catalogue.ts'
import type { Rule, RuleGroup } from './types.ts'

/** A fact without which a rule cannot be true: one of these texts. */
export type Requirement = { attribute: string; values: readonly string[] }

/** What a rule asks for before all else: the texts its outermost "and" wants to find. A rule may ask for more than what is named here, never for less. */
export function requirementsOf({ combinator, not, rules }: RuleGroup): Requirement[] {
  if (not || (combinator === 'or' && rules.length > 1)) return []
  return rules.flatMap((node) => ('rules' in node ? requirementsOf(node) : requirementOf(node)))
}

function requirementOf({ field, operator, value }: Rule): Requirement[] {
  if (attributeByName(field)?.type !== 'string') return []
  if (operator === '=' && typeof value === 'string') return [{ attribute: field, values: [value] }]
  return operator === 'in' && Array.isArray(value) ? [{ attribute: field, values: value.map(String) }] : []
}
