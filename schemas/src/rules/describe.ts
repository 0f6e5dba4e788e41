import type { Locale } from '../text.ts'
import { attributeByName } from './catalogue.ts'
import { checkRule } from './check.ts'
import { clauseOf, listOf } from './clauses.ts'
import type { Rule, RuleGroup } from './types.ts'

/** `currency` (ISO 4217) writes amounts with its sign, `timeZone` (default UTC) places instants on the editor's clock. */
export type DescribeOptions = { currency?: string; timeZone?: string }

const words = {
  it: {
    and: 'e',
    or: 'o',
    not: 'non è vero che',
    always: 'sempre, per tutti',
    never: 'mai, per nessuno',
    unfinished: '[condizione da completare]',
  },
  en: {
    and: 'and',
    or: 'or',
    not: 'it is not true that',
    always: 'always, for everybody',
    never: 'never, for nobody',
    unfinished: '[condition to complete]',
  },
}

/**
 * A rule as a sentence, without the capital and the full stop: "la linea è ricaricabile e l’attivazione è avvenuta negli ultimi
 * 30 giorni". A condition the editor has not finished reads as such; never throws on a rule of the right shape.
 */
export function describeRule(group: RuleGroup, locale: Locale, options: DescribeOptions = {}): string {
  return describeGroup(group, locale, options, false)
}

function describeGroup(group: RuleGroup, locale: Locale, options: DescribeOptions, isInside: boolean): string {
  const { not, always, never, [group.combinator]: conjunction } = words[locale]
  if (group.rules.length === 0) return group.not ? never : always
  const isOneOfSeveral = group.rules.length > 1
  const parts = group.rules.map((node) =>
    'rules' in node ? describeGroup(node, locale, options, isOneOfSeveral) : describeOne(node, locale, options),
  )
  const sentence = listOf(parts, conjunction)
  const isFenced = isOneOfSeveral && (isInside || group.not === true)
  return `${group.not ? `${not} ` : ''}${isFenced ? `(${sentence})` : sentence}`
}

function describeOne(rule: Rule, locale: Locale, options: DescribeOptions): string {
  const attribute = attributeByName(rule.field)
  const isSound = attribute && checkRule({ combinator: 'and', rules: [rule] }).length === 0
  return isSound ? clauseOf(attribute, rule, locale, options) : words[locale].unfinished
}
