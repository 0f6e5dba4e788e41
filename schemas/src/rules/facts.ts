import { attributes } from './catalogue.ts'
import type { FactInput } from './catalogue/define.ts'
import type { Fact, Facts } from './types.ts'

/**
 * Every fact of the catalogue for one customer, line and moment. Pure. The object has no prototype, so no name reaches anything
 * but a fact; what is not known is `undefined`, what is known to be empty is `null`.
 */
export function buildFacts(input: FactInput): Facts {
  const facts: Record<string, Fact> = Object.create(null)
  for (const attribute of attributes) facts[attribute.name] = attribute.read(input)
  return facts
}
