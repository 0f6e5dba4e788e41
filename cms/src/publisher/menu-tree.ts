import type { Menu } from '@mosaic/schemas/release'

type MenuNode = Menu['nodes'][number]

/** The nodes from which no option ever ends: everything leads to nodes, and those to nodes again. One whose ways are broken is said elsewhere. */
export function endlessNodes(nodes: readonly MenuNode[]): ReadonlySet<string> {
  const known = new Set(nodes.map(({ id }) => id))
  const ending = new Set<string>()
  for (let before = -1; before !== ending.size;) {
    before = ending.size
    for (const { id, options } of nodes) {
      // An option that is not finished yet, or leads nowhere, has an issue of its own.
      if (options.some(({ node }) => node === undefined || !known.has(node) || ending.has(node))) ending.add(id)
    }
  }
  return new Set([...known].filter((id) => !ending.has(id)))
}

/** The nodes that no way from the first leads to. */
export function unreachedNodes(nodes: readonly MenuNode[]): ReadonlySet<string> {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const reached = new Set<string>()
  const waiting = nodes.slice(0, 1).map(({ id }) => id)
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue
    reached.add(id)
    waiting.push(...(byId.get(id)?.options ?? []).flatMap(({ node }) => node ?? []))
  }
  return new Set([...byId.keys()].filter((id) => !reached.has(id)))
}

/** Whether one of a node's options is for complaints, in any language. */
export function hasComplaints({ options }: MenuNode): boolean {
  return options.some(({ text }) => Object.values(text).some((words) => /reclam|complain/i.test(words)))
}
