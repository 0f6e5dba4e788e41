import { methodNames, type ReadMethodName } from '../bss/index.ts'
import { attributeByName } from './catalogue.ts'
import type { Rule, RuleGroup } from './types.ts'

/** The BSS methods whose answers a rule may need, each once, in the order of the contracts. */
export function methodsOf(group: RuleGroup): ReadMethodName[] {
  const needed = new Set<string>()
  collect(group, needed)
  return methodNames.filter((name): name is ReadMethodName => needed.has(name))
}

function collect(node: Rule | RuleGroup, needed: Set<string>): void {
  if ('rules' in node) {
    for (const child of node.rules) collect(child, needed)
    return
  }
  const source = attributeByName(node.field)?.source
  if (source?.from === 'bss') needed.add(source.method)
}
