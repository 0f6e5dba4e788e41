'use client'
import { useNamed, type Named } from '../fields/use-named.ts'

export type NamedTarget = Named

/** The targets of a brand, as their drafts are called now; `undefined` until they are there. */
export function useTargets(brand: unknown): { targets: readonly NamedTarget[] | undefined; hasFailed: boolean } {
  const { documents, hasFailed } = useNamed('targets', brand)
  return { targets: documents, hasFailed }
}
