import { methods, type ReadMethodName, type WriteMethodName } from '@mosaic/schemas/bss'
import type { Content } from '@mosaic/schemas/release'
import { areFieldsOf } from './contract.ts'
import { asksOf, type WidgetDefinition } from './definition.ts'
import { shared } from './shared.ts'

/** By surface: its contents are the same list for as long as its release is live. */
const known = new WeakMap<readonly Content[], Map<WriteMethodName, readonly string[]>>()

/** The ids of those contents that a write changes: they are drawn from an answer it makes obsolete. Each once. */
export function refreshedBy(
  write: WriteMethodName,
  siblings: readonly Content[],
  definitionOf: (kind: string) => WidgetDefinition | undefined,
): readonly string[] {
  let own = known.get(siblings)
  if (!own) known.set(siblings, (own = new Map()))
  let ids = own.get(write)
  if (!ids) {
    const drawnFrom = (method: ReadMethodName) =>
      siblings.filter((content) => isDrawnFrom(content, method, definitionOf)).map(({ id }) => id)
    ids = shared([...new Set((methods[write].changes ?? []).flatMap(drawnFrom))])
    own.set(write, ids)
  }
  return ids
}

function isDrawnFrom(
  { kind, fields }: Content,
  method: ReadMethodName,
  definitionOf: (kind: string) => WidgetDefinition | undefined,
): boolean {
  const definition = definitionOf(kind)
  return definition !== undefined && areFieldsOf(definition.fields, fields) && asksOf(definition, fields).includes(method)
}
