'use client'
import { useTree, type TreeEditing } from '../fields/use-tree.ts'
import type { MenuNode } from './model.ts'
import { readNodes } from './read-menu.ts'

/** The tree of a menu under the hands of its editor. */
export type MenuEditing = Omit<TreeEditing<MenuNode>, 'items'> & { nodes: readonly MenuNode[] }

export function useMenu(path: string, readOnly: boolean | undefined): MenuEditing {
  const { items, ...editing } = useTree(path, readOnly, readNodes)
  return { ...editing, nodes: items }
}
