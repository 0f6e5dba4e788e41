import { methodNames, type ReadMethodName } from '../bss/index.ts'
import { attributeByName } from './catalogue.ts'
import type { CatalogueEntry } from './catalogue/define.ts'
import type { Rule, RuleGroup } from './types.ts'

/** The BSS methods whose answers a rule may need, each once, in the order of the contracts. */
export function methodsOf(group: RuleGroup): ReadMethodName[] {
  const needed = new Set(attributesOf(group).flatMap(({ source }) => (source.from === 'bss' ? [source.method] : [])))
  return methodNames.filter((name): name is ReadMethodName => (needed as Set<string>).has(name))
}

/** The attributes a rule asks about, each once. */
export function attributesOf(group: RuleGroup): CatalogueEntry[] {
  const found = new Set<CatalogueEntry>()
  collect(group, found)
  return [...found]
}

function collect(node: Rule | RuleGroup, found: Set<CatalogueEntry>): void {
  if ('rules' in node) {
    for (const child of node.rules) collect(child, found)
    return
  }
  const attribute = attributeByName(node.field)
  if (attribute) found.add(attribute)
}
