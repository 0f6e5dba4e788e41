import { show } from '@mosaic/schemas/errors'
import { badAnswer } from '../failure.ts'
import { isObject, word, type Json } from './values.ts'
export * from './values.ts'

/* Reading JSON of systems that copied the contract's samples rather than the contract: single object for an array, numbers as
   strings, stray blanks, any letter case. What is absent or unreadable is `undefined`; only the caller knows whether that matters. */

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
