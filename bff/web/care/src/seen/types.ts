import type { Mosaic } from '../../../home/src/api/types.ts'

export type Seen = Mosaic

/** A part of a rule and what it came to: the words are the server's, in the language of the desk. `outcome` null: not known. */
export type RuleNode = {
  /** From 0; the children of a group follow it, one deeper. */
  depth: number
  combinator: 'and' | 'or' | null
  isNegated: boolean
  outcome: boolean | null
  sentence: string | null
  label: string | null
  actual: string | null
}
export type ClusterReason = { id: string; name: string; because: string; sentence: string | null; rule: readonly RuleNode[] | null }
export type TileReason = {
  contentId: string
  name: string
  kind: string
  /** always, trigger; notYet, over, false, unknown, nothingToShow, broken: may grow. */
  because: string
  sentence: string | null
  rule: readonly RuleNode[] | null
  validFrom: string | null
  validUntil: string | null
}
export type Why = {
  cluster: ClusterReason
  passedOver: readonly ClusterReason[]
  tiles: readonly TileReason[]
  absent: readonly TileReason[]
}
