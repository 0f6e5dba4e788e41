import fc from 'fast-check'
import type { TSchema } from 'typebox'

/** Any value that satisfies a JSON Schema of the kind our contracts use. Throws when a contract grows a keyword this does not know. */
export function arbitraryOf(schema: TSchema): fc.Arbitrary<unknown> {
  const { type, anyOf, const: literal, properties, required = [], items, pattern, minimum, enum: values } = schema as JsonSchema
  if (literal !== undefined) return fc.constant(literal)
  if (values) return fc.constantFrom(...values)
  if (anyOf) return fc.oneof(...anyOf.map(arbitraryOf))
  switch (type) {
    case 'object': {
      const fields = Object.entries(properties ?? {}).map(([name, field]) => [name, arbitraryOf(field)] as const)
      return fc.record(Object.fromEntries(fields), { requiredKeys: required })
    }
    case 'array':
      return fc.array(arbitraryOf(items ?? {}), { maxLength: 5 })
    case 'string':
      return pattern === undefined ? fc.string({ unit: 'grapheme' }) : instantOr(pattern)
    case 'integer':
      return fc.integer({ min: minimum ?? -1_000_000, max: 100_000_000 })
    case 'number':
      return fc.double({ min: minimum ?? -1e9, max: 1e9, noNaN: true })
    case 'boolean':
      return fc.boolean()
    default:
      throw new Error(`No arbitrary for ${JSON.stringify(schema)}: teach arbitraryOf this keyword.`)
  }
}

/** A value with one leaf, anywhere in it, replaced by anything at all: what a broken back-end sends. */
export function withBrokenLeaf(value: unknown): fc.Arbitrary<unknown> {
  const paths = leafPaths(value)
  return fc.tuple(fc.constantFrom(...paths), fc.anything()).map(([path, broken]) => replaced(value, path, broken))
}

type JsonSchema = {
  type?: string
  anyOf?: TSchema[]
  const?: unknown
  properties?: Record<string, TSchema>
  required?: string[]
  items?: TSchema
  pattern?: string
  minimum?: number
  enum?: unknown[]
}

/** Strings of a pattern; of those that look like instants, most are real ones. */
function instantOr(pattern: string): fc.Arbitrary<string> {
  const any = fc.stringMatching(new RegExp(pattern))
  if (!pattern.includes('T')) return any
  const real = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }).map((date) => date.toISOString())
  return fc.oneof({ weight: 4, arbitrary: real }, any)
}

function leafPaths(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path]
  return [path, ...Object.entries(value).flatMap(([key, part]) => leafPaths(part, [...path, key]))]
}

function replaced(value: unknown, [key, ...rest]: readonly string[], broken: unknown): unknown {
  if (key === undefined || typeof value !== 'object' || value === null) return broken
  const copy: Record<string, unknown> = Array.isArray(value) ? ([...value] as unknown as Record<string, unknown>) : { ...value }
  copy[key] = replaced(copy[key], rest, broken)
  return copy
}
