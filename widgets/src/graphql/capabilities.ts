import { Kind, visit, type DocumentNode } from 'graphql'
import type { Capabilities } from '../forms.ts'

/**
 * What a client can draw, read off its own document: the types its fragments stand on. A build that has a fragment on `UsageWidget` draws usage;
 * one that has only `GaugeLike` draws whatever has a gauge. Costs one walk: keep the answer beside the parsed document.
 */
export function capabilitiesOf(document: DocumentNode): Capabilities {
  const names = new Set<string>()
  visit(document, {
    [Kind.INLINE_FRAGMENT]: ({ typeCondition }) => void (typeCondition && names.add(typeCondition.name.value)),
    [Kind.FRAGMENT_DEFINITION]: ({ typeCondition }) => void names.add(typeCondition.name.value),
  })
  return names
}
