/** JSON pointers to every value that two JSON values do not share. A property that is absent and one that is `undefined` are the same. */
export function changedPaths(before: unknown, after: unknown, at = ''): string[] {
  if (Object.is(before, after)) return []
  if (!isTree(before) || !isTree(after) || Array.isArray(before) !== Array.isArray(after)) return [at]
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].flatMap((name) =>
    changedPaths(ownValue(before, name), ownValue(after, name), `${at}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  )
}

type Tree = { readonly [name: string]: unknown }

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null
}

function ownValue(tree: Tree, name: string): unknown {
  return Object.hasOwn(tree, name) ? tree[name] : undefined
}
