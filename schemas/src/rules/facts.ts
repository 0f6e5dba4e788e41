import { attributes } from './catalogue.ts'
import type { CatalogueEntry, FactInput } from './catalogue/define.ts'
import type { Fact, Facts } from './types.ts'

/**
 * The facts of one customer, line and moment: every one of the catalogue, or only those that are wanted. Pure. The object has no prototype, so no name reaches anything
 * but a fact; what is not known is `undefined`, what is known to be empty is `null`.
 */
export function buildFacts(input: FactInput, wanted: readonly CatalogueEntry[] = attributes): Facts {
  const facts: Record<string, Fact> = Object.create(null)
  for (const attribute of wanted) facts[attribute.name] = attribute.read(input)
  return facts
}
