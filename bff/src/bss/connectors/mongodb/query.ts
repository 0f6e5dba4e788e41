/** What may be compared with. */
export type MongodbValue = string | number | boolean | Date
type Comparison = { readonly [Operator in (typeof operators)[number]]?: MongodbValue } | { readonly in: readonly MongodbValue[] }

/** Documents of one collection. */
export type MongodbQuery = {
  collection: string
  /** A field equals a value, or compares with it; all must. Fields of fields are written `a.b`. */
  where: Readonly<Record<string, MongodbValue | Comparison>>
  /** The fields to read; the others are not sent. */
  fields: readonly string[]
  /** The fields to order by, the first one first. */
  orderBy?: readonly string[]
}

/** MongoDB's operators that only compare. */
const operators = ['eq', 'ne', 'gt', 'gte', 'lt', 'lte'] as const
const fieldName = /^[A-Za-z_]\w*(?:\.\w+)*$/

/**
 * The filter in MongoDB's own form. Everything that is not exactly a comparison of a field with values is refused with a TypeError, so that nothing which
 * came from outside can bring an operator along.
 */
export function filterOf({ where }: MongodbQuery): Record<string, Record<string, unknown>> {
  return Object.fromEntries(Object.entries(where).map(([field, condition]) => [checkedField(field), comparisonOf(field, condition)]))
}

export function checkedField(name: string): string {
  if (!fieldName.test(name)) throw new TypeError('A query expected the name of a field, got something else. Write it as a constant')
  return name
}

function comparisonOf(field: string, condition: unknown): Record<string, unknown> {
  if (isValue(condition)) return { $eq: condition }
  if (typeof condition !== 'object' || condition === null) throw strange(field)
  const entries = Object.entries(condition)
  if (entries.length === 0) throw strange(field)
  return Object.fromEntries(
    entries.map(([operator, value]: [string, unknown]) => {
      const isKnown =
        operator === 'in' ? Array.isArray(value) && value.every(isValue) : operators.includes(operator as 'eq') && isValue(value)
      if (!isKnown) throw strange(field)
      return [`$${operator}`, value]
    }),
  )
}

function isValue(value: unknown): value is MongodbValue {
  return (
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value)) ||
    value instanceof Date
  )
}

function strange(field: string): TypeError {
  const known = [...operators, 'in'].join(', ')
  return new TypeError(
    `The query expected ${field} to be compared with a value, by one of ${known} or as it is, got something else. Pass a value`,
  )
}
