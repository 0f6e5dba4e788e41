import { expect, test } from 'vitest'
import { treeOf, type RuleTree } from './tree.ts'
import type { RuleNode } from './types.ts'

const node = (depth: number, label: string): RuleNode => ({
  depth,
  label,
  combinator: null,
  isNegated: false,
  outcome: true,
  sentence: label,
  actual: null,
})
const shapeOf = ({ node: { label }, parts }: RuleTree): unknown => (parts.length === 0 ? label : { [label ?? '']: parts.map(shapeOf) })

test('children follow their parent, one deeper', () => {
  const nodes = [node(0, 'a'), node(1, 'b'), node(2, 'c'), node(3, 'd'), node(2, 'e'), node(1, 'f')]
  expect(shapeOf(treeOf(nodes)!)).toEqual({ a: [{ b: [{ c: ['d'] }, 'e'] }, 'f'] })
})

test('one alone is a tree, and none is none', () => {
  expect(shapeOf(treeOf([node(0, 'a')])!)).toBe('a')
  expect(treeOf([])).toBeUndefined()
})
