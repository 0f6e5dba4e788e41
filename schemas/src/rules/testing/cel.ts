import { Environment } from '@marcbachmann/cel-js'
import { attributeByName } from '../catalogue.ts'
import type { AttributeType, Clock, Rule, RuleGroup, Truth } from '../types.ts'
import { referenceInstant, referenceWindow } from './reference-dates.ts'

/*
 * A rule as CEL. CEL is three-valued of itself: what is missing or of another type is an error, and "and", "or" and "not" treat an error
 * as Kleene treats the unknown. Two of its habits are not ours and get a guard: values of different types are simply not equal, and NaN
 * is a number. Texts are encoded as literals, never pasted.
 */
const environment = new Environment({
  limits: { maxAstNodes: 1_000_000, maxDepth: 1_000, maxListElements: 10_000, maxMapEntries: 10_000, maxCallArguments: 1_000 },
}).registerVariable('f', 'map')

/** An expression whose evaluation is an error. */
const unknown = 'f["?"]'

export function celOracle(group: RuleGroup, clock: Clock): (facts: Record<string, unknown>) => Truth {
  const evaluate = environment.parse(translate(group, clock))
  return (facts) => {
    const known = Object.entries(facts).filter(([, fact]) => fact !== undefined)
    const f = Object.fromEntries(
      known.map(([name, fact]) => [name, attributeByName(name)!.type === 'date' ? asInstant(fact, clock) : fact]),
    )
    try {
      return evaluate({ f }) as boolean
    } catch {
      return undefined
    }
  }
}

function translate(node: Rule | RuleGroup, clock: Clock): string {
  if (!('rules' in node)) return translateRule(node, clock)
  const parts = node.rules.map((child) => `(${translate(child, clock)})`)
  const whole = parts.length === 0 ? 'true' : parts.join(node.combinator === 'and' ? ' && ' : ' || ')
  return node.not ? `!(${whole})` : whole
}

function translateRule(rule: Rule, clock: Clock): string {
  const { type } = attributeByName(rule.field)!
  const fact = `f[${literal(rule.field)}]`
  if (rule.operator === 'null' || rule.operator === 'notNull') {
    const empty = type === 'set' ? `size(${fact}) == 0` : 'false'
    const isEmpty = `(${fact} == null ? true : ${guard(type, fact)} ? ${empty} : ${unknown})`
    return rule.operator === 'null' ? isEmpty : `!${isEmpty}`
  }
  return `${guard(type, fact)} ? ${comparison(type, rule, fact, clock)} : ${unknown}`
}

function guard(type: AttributeType, fact: string): string {
  switch (type) {
    case 'string':
      return `type(${fact}) == string`
    case 'number':
      return `(type(${fact}) == double && ${fact} - ${fact} == 0.0)`
    case 'money':
      return `(type(${fact}) == double && ${fact} - ${fact} == 0.0 && ${fact} <= 9007199254740991.0 && ${fact} >= -9007199254740991.0 && double(int(${fact})) == ${fact})`
    case 'boolean':
      return `type(${fact}) == bool`
    case 'date':
      return `(type(${fact}) == string && ${fact} != "no such instant")`
    case 'time':
      return `(type(${fact}) == string && ${fact}.matches("^([01][0-9]|2[0-3]):[0-5][0-9]$"))`
    case 'set':
      return `(type(${fact}) == list && ${fact}.all(each, type(each) == string))`
  }
}

function comparison(type: AttributeType, rule: Rule, fact: string, clock: Clock): string {
  const { operator, value } = rule
  if (type === 'date')
    return againstWindow(operator, `timestamp(${fact})`, ...(referenceWindow(rule, clock).map(instant) as [string, string]))
  const values = Array.isArray(value) ? value : [value]
  const [low, high] = values.map(literal)
  const isOverMidnight = type === 'time' && Array.isArray(value) && value[0]! > value[1]!
  const inside = `(${fact} >= ${low} ${isOverMidnight ? '||' : '&&'} ${fact} <= ${high})`
  switch (operator) {
    case '=':
      return `${fact} == ${low}`
    case '!=':
      return `${fact} != ${low}`
    case 'in':
      return `${fact} in [${values.map(literal).join(', ')}]`
    case 'notIn':
      return `!(${fact} in [${values.map(literal).join(', ')}])`
    case 'contains':
      return type === 'set' ? `${low} in ${fact}` : `${fact}.contains(${low})`
    case 'doesNotContain':
      return type === 'set' ? `!(${low} in ${fact})` : `!${fact}.contains(${low})`
    case 'beginsWith':
      return `${fact}.startsWith(${low})`
    case 'between':
      return inside
    case 'notBetween':
      return `!${inside}`
    default:
      return `${fact} ${operator} ${low}`
  }
}

function againstWindow(operator: Rule['operator'], fact: string, from: string, until: string): string {
  switch (operator) {
    case '<':
    case 'olderThan':
      return `${fact} < ${from}`
    case '<=':
      return `${fact} < ${until}`
    case '>':
    case 'furtherThan':
      return `${fact} >= ${until}`
    case '>=':
      return `${fact} >= ${from}`
    case '!=':
    case 'notBetween':
      return `(${fact} < ${from} || ${fact} >= ${until})`
    default:
      return `(${fact} >= ${from} && ${fact} < ${until})`
  }
}

/** CEL knows instants only, and takes 30 February for 2 March: days and impossible dates are settled before it sees them. */
function asInstant(fact: unknown, clock: Clock): unknown {
  if (typeof fact !== 'string') return fact
  const milliseconds = referenceInstant(fact, clock)
  return milliseconds === undefined ? 'no such instant' : new Date(milliseconds).toISOString()
}

function instant(milliseconds: number): string {
  return `timestamp("${new Date(milliseconds).toISOString()}")`
}

/** JSON's escapes are all escapes of CEL; numbers are doubles. */
function literal(value: unknown): string {
  if (typeof value !== 'number') return JSON.stringify(value)
  const text = String(value)
  return /[.e]/.test(text) ? text : `${text}.0`
}
