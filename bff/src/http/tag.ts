import { hash } from 'node:crypto'

/** The entity tag of an answer. Weak, because the same answer goes out encoded in several ways. */
export function tagOf(answer: Buffer): string {
  return `W/"${hash('sha256', answer, 'base64url').slice(0, 22)}"`
}
