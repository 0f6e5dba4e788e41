import type { RuleNode } from './types.ts'

/** A part of a rule with those that make it up. */
export type RuleTree = { node: RuleNode; parts: readonly RuleTree[] }

/** The tree that a list of nodes stands for, parents before their children; undefined for an empty one. Pure. */
export function treeOf([node, ...rest]: readonly RuleNode[]): RuleTree | undefined {
  if (!node) return undefined
  const starts = rest.flatMap(({ depth }, at) => (depth === node.depth + 1 ? at : []))
  const parts = starts.flatMap((start, index) => treeOf(rest.slice(start, starts[index + 1])) ?? [])
  return { node, parts }
}
