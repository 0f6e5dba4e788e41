/*
 * What is the same for everybody who sees a content: a text, a style, a link. It is made once, and is the very same object each time, so that whoever writes it as JSON has to do it only once.
 */

const all = new WeakSet<object>()

/** Marks a part of a tile as made once for everybody, and freezes it with all that is below it: what has been written of it stays true. */
export function shared<Part extends object>(part: Part): Part {
  if (all.has(part)) return part
  for (const below of Object.values(part)) if (typeof below === 'object' && below !== null) shared(below as object)
  all.add(Object.freeze(part))
  return part
}

/** Whether it is made once for everybody, and never changed. */
export function isShared(part: object): boolean {
  return all.has(part)
}
