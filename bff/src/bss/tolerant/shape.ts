import { show } from '@mosaic/schemas/errors'
import { badAnswer } from '../failure.ts'

/* Reading JSON of systems that copied the contract's samples rather than the contract: single object for an array, numbers as
   strings, stray blanks, any letter case. What is absent or unreadable is `undefined`; only the caller knows whether that matters. */

export type Json = { readonly [name: string]: unknown }

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The object at a name, else an empty one: `at(at(x, 'a'), 'b')` never throws. */
export function at(value: unknown, name: string): Json {
  const inner = isObject(value) ? value[name] : undefined
  return isObject(inner) ? inner : {}
}

/** The objects of an array; a single object stands for an array of one. */
export function objects(value: unknown): Json[] {
  if (Array.isArray(value)) return value.filter(isObject)
  return isObject(value) ? [value] : []
}

/** A text without its outer blanks; a number becomes its digits; the empty text is no text. */
export function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value.trim() || undefined : undefined
}

/** A text in lower case without blanks, for comparing enums whatever their case: "Aborted " → "aborted", "in_arrears" → "inarrears". */
export function word(value: unknown): string | undefined {
  return text(value)
    ?.toLowerCase()
    .replace(/[\s_-]+/g, '')
}

export function number(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  const trimmed = text(value)?.replace(/^(-?\d+),(\d+)$/, '$1.$2')
  return trimmed !== undefined && /^-?\d+(\.\d+)?$/.test(trimmed) ? Number(trimmed) : undefined
}

export function boolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value
  const said = word(value)
  return said === 'true' ? true : said === 'false' ? false : undefined
}

/**
 * Reads a list item by item. An item that cannot be read is left out, so that one broken bill does not cost the others;
 * a list in which nothing can be read is a bad answer.
 */
export function readItems<T>(what: string, items: readonly unknown[], read: (item: Json) => T | undefined): T[] {
  const found = items.filter(isObject).flatMap((item) => read(item) ?? [])
  if (items.length > 0 && found.length === 0) throw badAnswer(what, 'at least one readable item', `${items.length} of which none is`)
  return found
}

/** Like `objects`, for lists that must not be misread as empty: what is there and is no list of objects is a bad answer. */
export function objectsOrBad(what: string, value: unknown): readonly Json[] {
  if (value === undefined || value === null) return []
  const listed = listOf(what, value)
  if (!listed.every(isObject)) throw badAnswer(what, 'a list of objects', 'a list with other things in it')
  return listed
}

/** The list itself: an array, or one object standing for an array of one. */
export function listOf(what: string, body: unknown): readonly unknown[] {
  if (Array.isArray(body)) return body
  if (isObject(body)) return [body]
  throw badAnswer(what, 'a list', show(typeof body))
}

/** The value of the TM Forum characteristic of a name, in any letter case. */
export function characteristic(item: Json, key: string, name: string): unknown {
  return objects(item[key]).find((entry) => word(entry['name']) === name.toLowerCase())?.['value']
}
