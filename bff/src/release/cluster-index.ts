import type { Facts, Requirement } from '@mosaic/schemas/rules'

/**
 * Which clusters a customer may be in, found without asking their rules: most rules begin with a text that most customers do not have, and there may be a thousand of
 * them. A set of clusters is a list of words of 32 bits, in the order of their priority.
 */
export type ClusterIndex = {
  /** Those whose rules these facts do not rule out. A fact that is not there (yet) rules out nothing. */
  possible(facts: Facts): Uint32Array
}

/** @param requirements of each cluster, in the order of their priority */
export function indexClusters(requirements: readonly (readonly Requirement[])[]): ClusterIndex {
  const everybody = emptySet(requirements.length)
  requirements.forEach((_, at) => add(everybody, at))
  const attributes = new Set(requirements.flatMap((own) => own.map(({ attribute }) => attribute)))
  const indexes = [...attributes].map((attribute) => indexAttribute(attribute, requirements))

  return {
    possible(facts) {
      const possible = everybody.slice()
      for (const { attribute, byValue, others } of indexes) {
        const fact = facts[attribute]
        if (typeof fact !== 'string') continue
        const fitting = byValue.get(fact) ?? others
        for (let at = 0; at < possible.length; at++) possible[at]! &= fitting[at]!
      }
      return possible
    },
  }
}

/** The first of a set from a place on; -1 when there is none. */
export function nextOf(set: Uint32Array, from: number): number {
  for (let word = from >>> 5; word < set.length; word++) {
    const bits = word === from >>> 5 ? set[word]! & (-1 << (from & 31)) : set[word]!
    // The lowest bit alone, and where it stands.
    if (bits !== 0) return (word << 5) + 31 - Math.clz32(bits & -bits)
  }
  return -1
}

/** For each text that some cluster wants of an attribute: the clusters it rules out nothing of. `others` want nothing of the attribute. */
function indexAttribute(attribute: string, requirements: readonly (readonly Requirement[])[]) {
  const others = emptySet(requirements.length)
  const byValue = new Map<string, Uint32Array>()
  requirements.forEach((own, at) => {
    const wanted = own.filter((each) => each.attribute === attribute)
    if (wanted.length === 0) add(others, at)
    const [first, ...rest] = wanted
    for (const value of first?.values ?? []) {
      if (!rest.every(({ values }) => values.includes(value))) continue
      let set = byValue.get(value)
      if (!set) byValue.set(value, (set = emptySet(requirements.length)))
      add(set, at)
    }
  })
  for (const set of byValue.values()) for (let word = 0; word < set.length; word++) set[word]! |= others[word]!
  return { attribute, byValue, others }
}

function emptySet(size: number): Uint32Array {
  return new Uint32Array(Math.ceil(size / 32))
}

function add(set: Uint32Array, at: number): void {
  set[at >>> 5]! |= 1 << (at & 31)
}
