/** Of lists that are equal, one. */
export type SharedLists<Item> = (list: readonly Item[]) => readonly Item[]

type Place<Item> = { list: readonly Item[] | undefined; next: Map<Item, Place<Item>> }

/**
 * For lists that are kept with every customer and are mostly the same for all of them. They are held on to: their items must be such as live long anyway.
 * @param most so many are known; then it begins anew
 */
export function createSharedLists<Item>(most: number): SharedLists<Item> {
  let first = place<Item>()
  let known = 0

  return (list) => {
    if (known >= most) {
      first = place()
      known = 0
    }
    let at = first
    for (const item of list) {
      let next = at.next.get(item)
      if (!next) at.next.set(item, (next = place()))
      at = next
    }
    if (at.list === undefined) {
      at.list = list.slice()
      known++
    }
    return at.list
  }
}

function place<Item>(): Place<Item> {
  return { list: undefined, next: new Map() }
}
