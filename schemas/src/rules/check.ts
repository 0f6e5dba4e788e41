import { show } from '../errors.ts'
import { attributeByName } from './catalogue.ts'
import type { CatalogueEntry } from './catalogue/define.ts'
import { checkValue } from './check-value.ts'
import { operatorsFor } from './operators.ts'
import { operators, type Operator, type RuleIssue, type TwoLanguages } from './types.ts'

/** Deeper or longer than this no person reads back. */
export const ruleLimits = { depth: 10, rules: 200 } as const

/** The properties react-querybuilder keeps that change nothing in what a rule says. */
const harmless = ['id', 'path', 'disabled']
const groupProperties = [...harmless, 'combinator', 'not', 'rules']
const ruleProperties = [...harmless, 'field', 'operator', 'value', 'valueSource']

type Walk = { issues: RuleIssue[]; rules: number }
type Node = Record<string, unknown>

/**
 * Everything that is wrong with a rule, each with its place in the tree (a JSON pointer without its first slash); empty when it can be compiled. Takes any value, as what is
 * stored may have been written by anything, and never throws.
 */
export function checkRule(rule: unknown): RuleIssue[] {
  const walk: Walk = { issues: [], rules: 0 }
  if (isNode(rule) && isGroup(rule)) checkGroup(rule, '', 1, walk)
  else
    report(walk, '', 'not-a-group', 'a group of rules', rule, {
      it: 'La regola deve essere un gruppo di condizioni.',
      en: 'The rule must be a group of conditions.',
    })
  return walk.issues
}

function checkGroup(group: Node, path: string, depth: number, walk: Walk): void {
  if (depth > ruleLimits.depth) {
    const { depth: most } = ruleLimits
    const message = {
      it: `I gruppi sono annidati oltre ${most} livelli: semplifica la regola.`,
      en: `Groups are nested more than ${most} deep: simplify the rule.`,
    }
    return report(walk, path, 'too-deep', `at most ${most} levels`, depth, message)
  }
  checkProperties(group, groupProperties, path, walk)
  const { combinator, not, rules } = group
  if (combinator !== 'and' && combinator !== 'or') {
    const message = {
      it: 'Un gruppo unisce le condizioni con «e» oppure con «o».',
      en: 'A group joins its conditions with "and" or with "or".',
    }
    report(walk, at(path, 'combinator'), 'unknown-combinator', '"and" or "or"', combinator, message)
  }
  if (not !== undefined && typeof not !== 'boolean') {
    const message = { it: 'La negazione di un gruppo è vera o falsa.', en: 'The negation of a group is true or false.' }
    report(walk, at(path, 'not'), 'wrong-value-type', 'true or false', not, message)
  }
  if (!Array.isArray(rules)) {
    const message = { it: 'Un gruppo contiene un elenco di condizioni.', en: 'A group holds a list of conditions.' }
    return report(walk, at(path, 'rules'), 'not-a-list', 'a list of rules', rules, message)
  }
  for (const [index, child] of rules.entries()) {
    checkNode(child, at(path, `rules/${index}`), depth, walk)
    if (walk.rules > ruleLimits.rules) return
  }
}

function checkNode(child: unknown, path: string, depth: number, walk: Walk): void {
  if (!isNode(child)) {
    const message = { it: 'Qui serve una condizione o un gruppo.', en: 'A condition or a group is needed here.' }
    return report(walk, path, 'not-a-rule', 'a rule or a group', child, message)
  }
  // A group counts too: an endless list of empty groups is as long as one of rules.
  walk.rules += 1
  if (walk.rules > ruleLimits.rules) {
    const { rules: most } = ruleLimits
    const message = { it: `La regola ha più di ${most} condizioni: dividila.`, en: `The rule has more than ${most} conditions: split it.` }
    return report(walk, '', 'too-many-rules', `at most ${most} rules and groups`, walk.rules, message)
  }
  if (isGroup(child)) checkGroup(child, path, depth + 1, walk)
  else checkOne(child, path, walk)
}

function checkOne(rule: Node, path: string, walk: Walk): void {
  checkProperties(rule, ruleProperties, path, walk)
  if (rule['valueSource'] !== undefined && rule['valueSource'] !== 'value') {
    const message = {
      it: 'Si confronta con un valore, non con un altro attributo.',
      en: 'Compare with a value, not with another attribute.',
    }
    report(walk, at(path, 'valueSource'), 'unsupported-property', '"value"', rule['valueSource'], message)
  }
  const attribute = typeof rule['field'] === 'string' ? attributeByName(rule['field']) : undefined
  if (!attribute) return report(walk, at(path, 'field'), ...unknownAttribute(rule['field']))
  const operator = operatorsFor(attribute.type, attribute.options).find((allowed) => allowed === rule['operator'])
  if (!operator) return report(walk, at(path, 'operator'), ...operatorNotAllowed(attribute, rule['operator']))
  for (const issue of checkValue(attribute, operator, rule['value'])) walk.issues.push({ ...issue, path: at(path, issue.path) })
}

function checkProperties(node: Node, known: readonly string[], path: string, walk: Walk): void {
  for (const name of Object.keys(node)) {
    if (known.includes(name)) continue
    const message = { it: `La proprietà «${name}» non è prevista in una regola.`, en: `A rule has no property "${name}".` }
    report(
      walk,
      at(path, name.replaceAll('~', '~0').replaceAll('/', '~1')),
      'unsupported-property',
      `only ${known.join(', ')}`,
      name,
      message,
    )
  }
}

function unknownAttribute(field: unknown): [code: string, expected: string, got: unknown, message: TwoLanguages] {
  const isBlank = field === undefined || field === '' || field === '~'
  if (isBlank) return ['missing-attribute', 'an attribute', field, { it: 'Scegli un attributo.', en: 'Choose an attribute.' }]
  const message = {
    it: `L’attributo ${show(field)} non esiste: scegline uno dall’elenco.`,
    en: `There is no attribute ${show(field)}: choose one from the list.`,
  }
  return ['unknown-attribute', 'an attribute of the catalogue', field, message]
}

function operatorNotAllowed(
  { label, type, options }: CatalogueEntry,
  operator: unknown,
): [code: string, expected: string, got: unknown, message: TwoLanguages] {
  const expected = operatorsFor(type, options).join(', ')
  const isKnown = operators.includes(operator as Operator)
  const message = isKnown
    ? { it: `«${label.it}» non si può confrontare con ${show(operator)}.`, en: `"${label.en}" cannot be compared with ${show(operator)}.` }
    : { it: `Scegli un confronto per «${label.it}».`, en: `Choose a comparison for "${label.en}".` }
  return [isKnown ? 'operator-not-allowed' : 'unknown-operator', expected, operator, message]
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isGroup(node: Node): boolean {
  return 'rules' in node || 'combinator' in node
}

function at(path: string, part: string): string {
  return path && part ? `${path}/${part}` : path || part
}

function report(walk: Walk, path: string, code: string, expected: string, got: unknown, message: TwoLanguages): void {
  walk.issues.push({ path, code, message, expected, got: show(got) })
}
