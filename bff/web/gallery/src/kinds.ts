import * as gallery from 'virtual:gallery'
import type { Case, KindEntry } from './entries.ts'

/** Every kind of the registry. */
export const kinds = gallery.kinds as readonly KindEntry[]

/** Loads the composed fixtures of a kind, by their ids. */
export async function loadCases(kind: string): Promise<Readonly<Record<string, Case>>> {
  return (await gallery.loaders[kind]?.()) as Readonly<Record<string, Case>>
}
