import type { DocumentId } from './references.ts'

/** A document as Payload gives it with `locale: 'all'`, `depth: 0`: fields may be missing, texts are per language, relations are ids. */
export type Row = { id: DocumentId; [field: string]: unknown }

/** A document that has the id it is published under. */
export type NamedRow = Row & { slug: string }

export function isNamed(row: Row): row is NamedRow {
  return typeof row.slug === 'string' && row.slug !== ''
}

/** Without the members that say nothing. */
export function present(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined && member !== null))
}

/** An object field (a text per language, a group) without what nobody has filled in, and without the row's own id. */
export function withoutEmpty(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(
    Object.entries(value).filter(([name, member]) => name !== 'id' && member !== undefined && member !== null && member !== ''),
  )
}

/** The rows of an array or blocks field; none of anything else. */
export function list(value: unknown): Row[] {
  return Array.isArray(value) ? (value as Row[]) : []
}

/** The texts of a field that holds several; none of anything else. */
export function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

/** A text; empty of anything else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
