import type { Mosaic } from '../../../home/src/api/types.ts'

export type Seen = Mosaic

/** A rule with what each part of it came to: the words are the server's, in the language of the desk. `outcome` null: not known. */
export type RuleTree =
  | { kind: 'group'; combinator: 'and' | 'or'; not: boolean; outcome: boolean | null; rules: readonly RuleTree[] }
  | { kind: 'rule'; sentence: string; label: string; actual: string | null; outcome: boolean | null }
export type ClusterReason = { id: string; name: string; because: string; sentence: string | null; tree: RuleTree | null }
export type TileReason = {
  contentId: string
  name: string
  kind: string
  /** always, trigger; notYet, over, false, unknown, nothingToShow, broken: may grow. */
  because: string
  sentence: string | null
  tree: RuleTree | null
  validFrom: string | null
  validUntil: string | null
}
export type Why = {
  cluster: ClusterReason
  passedOver: readonly ClusterReason[]
  tiles: readonly TileReason[]
  absent: readonly TileReason[]
}
