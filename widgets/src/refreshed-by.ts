import { methods, type WriteMethodName } from '@mosaic/schemas/bss'
import type { PresentInput } from './definition.ts'
import type { Fields } from './fields.ts'

/** The contents on the same surface that a write changes: those drawn from any answer it makes obsolete, each once. */
export function refreshedBy({ contentsNeeding }: Pick<PresentInput<Fields, never>, 'contentsNeeding'>, write: WriteMethodName): string[] {
  const ids: string[] = []
  for (const method of methods[write].changes ?? []) for (const id of contentsNeeding(method)) if (!ids.includes(id)) ids.push(id)
  return ids
}
