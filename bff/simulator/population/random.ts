/** A repeatable stream of numbers: the same seed gives the same customers on every machine. */
export type Random = {
  /** A number in [0, 1). */
  next(): number
  /** An integer from `low` to `high`, both included. */
  integer(low: number, high: number): number
  pick<const Values extends readonly [unknown, ...unknown[]]>(values: Values): Values[number]
  /** True with the given probability. */
  chance(probability: number): boolean
}

/** A stream for one purpose: naming each purpose keeps the others unchanged when one draws more numbers. */
export function createRandom(seed: number, purpose: string): Random {
  let state = hash(`${seed}:${purpose}`)
  const next = () => {
    // Mulberry32: 32 bits of state, well distributed, four lines.
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const integer = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    integer,
    pick: (values) => values[integer(0, values.length - 1)] ?? values[0],
    chance: (probability) => next() < probability,
  }
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value
}
