import { hash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { MethodName } from '@mosaic/schemas/bss'
import type { SharedKey } from '../contract.ts'

/** Everything of ours in a Redis begins so. */
const prefix = 'mosaic:bss'
/** keyv puts its namespace before a key like this. */
const separator = '::'

export const names = {
  namespace: prefix,
  /** Where news of turns is published: the name of the key, and what is now stored there. */
  news: `${prefix}:news`,
  /** Where changes are published: the id of the entry in the log, how long its effect may still be to come, the tag. */
  changes: `${prefix}:changes`,
  /** The log of changes, for those who missed one. */
  log: `${prefix}:changes-log`,
} as const

/** The keys of a tag. Ids of customers and numbers of lines are hashed: a Redis is looked into by many people. */
export function tagKeys({ brand, method, tag }: { brand: string; method: MethodName; tag: string }) {
  const base = `${prefix}${separator}${brand}:${method}:{${hashed(tag)}}`
  return { base, epoch: `${base}:epoch`, variants: `${base}:variants` }
}

export function questionKeys(key: SharedKey) {
  const { base, epoch, variants } = tagKeys(key)
  const variant = variantOf(key.variant)
  const name = `${base}:${variant}`
  const value = `${name}:value`
  const [failure, lease, waiting] = [`${name}:failure`, `${name}:lease`, `${name}:waiting`]
  return {
    /** As keyv wants it: without the namespace. */
    keyv: value.slice(prefix.length + separator.length),
    lease,
    name,
    variant,
    all: [value, failure, lease, waiting, epoch, variants],
  }
}

/** Variants are few, and are hashed once. */
const variants = new LRUCache<string, string>({ max: 10_000 })
function variantOf(variant: string): string {
  let hashedVariant = variants.get(variant)
  if (hashedVariant === undefined) variants.set(variant, (hashedVariant = hashed(variant)))
  return hashedVariant
}

/** 128 bits are enough that no two meet. */
function hashed(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22)
}
