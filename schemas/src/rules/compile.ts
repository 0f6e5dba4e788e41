import { MosaicError } from '../errors.ts'
import { attributeByName } from './catalogue.ts'
import { checkRule } from './check.ts'
import { comparisonOf } from './compare.ts'
import type { CompiledRule, Rule, RuleGroup, RuleIssue, Truth } from './types.ts'

/** A rule that cannot be used, with everything that is wrong with it. */
export class RuleError extends MosaicError {
  readonly issues: readonly RuleIssue[]

  constructor(issues: readonly RuleIssue[]) {
    const found = issues.map(({ path, message }) => `${path || 'the rule'}: ${message.en}`).join(' ')
    super('invalid-rule', 'The rule cannot be used', {
      expected: 'a rule the attribute catalogue allows',
      got: issues.length === 1 ? 'one problem' : `${issues.length} problems`,
      fix: found,
    })
    this.issues = issues
  }
}

/**
 * Turns a rule into one function, once per release. The function is pure, allocates nothing, and never throws on any facts. It
 * follows Kleene's three-valued logic: "and" is false when any part is, "or" is true when any part is, and what is unknown
 * stays unknown under "not". An empty group is true.
 *
 * @throws RuleError listing every issue of a rule that does not pass `checkRule`
 */
export function compileRule(group: RuleGroup): CompiledRule {
  const issues = checkRule(group)
  if (issues.length > 0) throw new RuleError(issues)
  return compileGroup(group)
}

function compileGroup(group: RuleGroup): CompiledRule {
  const parts = group.rules.map((node) => ('rules' in node ? compileGroup(node) : compileOne(node)))
  const whole = join(group.combinator, parts)
  return group.not ? (facts, clock) => not(whole(facts, clock)) : whole
}

function compileOne(rule: Rule): CompiledRule {
  const { name, type, moves } = attributeByName(rule.field)!
  const compare = comparisonOf(type, rule, moves)
  return (facts, clock) => compare(facts[name], clock)
}

function join(combinator: 'and' | 'or', parts: readonly CompiledRule[]): CompiledRule {
  if (parts.length === 0) return () => true
  if (parts.length === 1) return parts[0]!
  const decisive = combinator === 'or'
  return (facts, clock) => {
    let outcome: Truth = !decisive
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at]!(facts, clock)
      if (part === decisive) return decisive
      if (part === undefined) outcome = undefined
    }
    return outcome
  }
}

function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth
}
