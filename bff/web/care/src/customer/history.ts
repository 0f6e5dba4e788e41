import type { Entry } from '../types.ts'

/** The kinds there are, in the order in which they come first. Pure. */
export function kindsOf(entries: readonly Entry[]): readonly string[] {
  return [...new Set(entries.map(({ kind }) => kind))]
}

/** Those of one kind; `all` leaves out none. Pure. */
export function ofKind(entries: readonly Entry[], kind: string): readonly Entry[] {
  return kind === 'all' ? entries : entries.filter((entry) => entry.kind === kind)
}
