import { createHash } from 'node:crypto'

/** The entity tag of an answer. Weak, because the same answer goes out encoded in several ways. */
export function tagOf(parts: readonly Buffer[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return `W/"${hash.digest('base64url').slice(0, 22)}"`
}
