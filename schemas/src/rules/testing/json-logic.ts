import { LogicEngine } from 'json-logic-engine'
import { attributeByName } from '../catalogue.ts'
import type { AttributeType, Clock, Rule, RuleGroup, Truth } from '../types.ts'
import { referenceInstant, referenceMinutes, referenceWindow } from './reference-dates.ts'

/*
 * A rule as JSONLogic. JSONLogic has two truth values, so a rule becomes two formulas, "it is true" and "it is false"; neither holding is
 * unknown. It takes a missing value for null and `null <= 30` for true, and knows no types, so each fact comes with the kind it is of and
 * each comparison stands behind a guard.
 */
type Logic = boolean | number | string | null | Logic[] | { [operator: string]: Logic }

const engine = new LogicEngine()

export function jsonLogicOracle(group: RuleGroup, clock: Clock): (facts: Record<string, unknown>) => Truth {
  const isTrue = engine.build(translate(group, true, clock)) as (data: unknown) => unknown
  const isFalse = engine.build(translate(group, false, clock)) as (data: unknown) => unknown
  return (facts) => {
    const data = { facts: Object.entries(facts).map(([name, fact]) => tagged(attributeByName(name)!.type, fact, clock)) }
    const position = Object.keys(facts)
    const named = Object.fromEntries(position.map((name, index) => [key(name), data.facts[index]]))
    const [yes, no] = [isTrue(named), isFalse(named)]
    if (yes === true && no === true) throw new Error('JSONLogic says both true and false')
    return yes === true ? true : no === true ? false : undefined
  }
}

function translate(node: Rule | RuleGroup, wanted: boolean, clock: Clock): Logic {
  if (!('rules' in node)) return translateRule(node, wanted, clock)
  const own = node.not ? !wanted : wanted
  if (node.rules.length === 0) return own
  const parts = node.rules.map((child) => translate(child, own, clock))
  return { [(node.combinator === 'and') === own ? 'and' : 'or']: parts }
}

function translateRule(rule: Rule, wanted: boolean, clock: Clock): Logic {
  const kind = { var: `${key(rule.field)}.kind` }
  const is = (...kinds: string[]): Logic => ({ in: [kind, kinds] })
  if (rule.operator === 'null' || rule.operator === 'notNull')
    return (rule.operator === 'null') === wanted ? is('empty', 'emptyList') : is('typed')
  const holds = comparison(rule, { var: `${key(rule.field)}.value` }, clock)
  return { and: [is('typed', 'emptyList'), wanted ? holds : { '!': [holds] }] }
}

function comparison(rule: Rule, actual: Logic, clock: Clock): Logic {
  const { type } = attributeByName(rule.field)!
  const { operator, value } = rule
  if (type === 'date') return againstWindow(operator, actual, ...referenceWindow(rule, clock))
  const literal = (type === 'time' ? (Array.isArray(value) ? value.map(referenceMinutes) : referenceMinutes(value)) : value) as Logic
  const [low, high] = Array.isArray(literal) ? (literal as [number, number]) : [literal as number, literal as number]
  const inside: Logic = low <= high ? { '<=': [low, actual, high] } : { or: [{ '>=': [actual, low] }, { '<=': [actual, high] }] }
  switch (operator) {
    case '=':
      return { '===': [actual, literal] }
    case '!=':
      return { '!==': [actual, literal] }
    case 'in':
      return { in: [actual, literal] }
    case 'notIn':
      return { '!': [{ in: [actual, literal] }] }
    case 'contains':
      return { in: [literal, actual] }
    case 'doesNotContain':
      return { '!': [{ in: [literal, actual] }] }
    case 'beginsWith':
      return { '===': [{ substr: [actual, 0, (value as string).length] }, literal] }
    case 'between':
      return inside
    case 'notBetween':
      return { '!': [inside] }
    default:
      return { [operator]: [actual, literal] }
  }
}

function againstWindow(operator: Rule['operator'], actual: Logic, from: number, until: number): Logic {
  switch (operator) {
    case '<':
    case 'olderThan':
      return { '<': [actual, from] }
    case '<=':
      return { '<': [actual, until] }
    case '>':
    case 'furtherThan':
      return { '>=': [actual, until] }
    case '>=':
      return { '>=': [actual, from] }
    case '!=':
    case 'notBetween':
      return { or: [{ '<': [actual, from] }, { '>=': [actual, until] }] }
    default:
      return { and: [{ '>=': [actual, from] }, { '<': [actual, until] }] }
  }
}

function tagged(type: AttributeType, fact: unknown, clock: Clock): { kind: string; value: unknown } {
  if (fact === undefined) return { kind: 'missing', value: null }
  if (fact === null) return { kind: 'empty', value: null }
  const value = ofType(type, fact, clock)
  if (value === undefined) return { kind: 'garbage', value: null }
  return { kind: Array.isArray(value) && value.length === 0 ? 'emptyList' : 'typed', value }
}

function ofType(type: AttributeType, fact: unknown, clock: Clock): unknown {
  switch (type) {
    case 'string':
      return typeof fact === 'string' ? fact : undefined
    case 'number':
      return Number.isFinite(fact) ? fact : undefined
    case 'money':
      return Number.isInteger(fact) && Math.abs(fact as number) < 2 ** 53 ? fact : undefined
    case 'boolean':
      return typeof fact === 'boolean' ? fact : undefined
    case 'date':
      return referenceInstant(fact, clock)
    case 'time':
      return referenceMinutes(fact)
    case 'set':
      return Array.isArray(fact) && fact.every((item) => typeof item === 'string') ? fact : undefined
  }
}

/** JSONLogic reads a dot as a step into an object. */
function key(name: string): string {
  return name.replaceAll('.', '_')
}
