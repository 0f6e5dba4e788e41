import { Binary, BSON, Decimal128, Double, Int32, Long, ObjectId, Timestamp } from 'mongodb'

/** Documents as plain data: dates are ISO texts in UTC, what may be inexact as a number is a text, and what is none of ours is left out. */
export type MongodbDocument = Readonly<Record<string, unknown>>

/** @throws what cannot be taken apart */
export function readDocument(bytes: Uint8Array): MongodbDocument {
  return plain(BSON.deserialize(bytes)) as MongodbDocument
}

function plain(value: unknown): unknown {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return value
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString()
  if (Array.isArray(value)) return value.map(plain)
  if (value instanceof ObjectId) return value.toHexString()
  if (value instanceof Int32 || value instanceof Double) return value.value
  // A Long to its class, but no number to anybody.
  if (value instanceof Timestamp) return undefined
  // A Long comes only where a number would not hold it.
  if (value instanceof Decimal128 || value instanceof Long) return value.toString()
  if (value instanceof Binary) return value.toString('utf8')
  if (typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return undefined
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]))
}
