/** Draws that are the same in every run. */
export type Random = () => number

/** Numbers from 0 to 1, by mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Ranks from 0 to `count` − 1, each drawn as often as 1 / (rank + 1): Zipf's law with the exponent 1. */
export function createZipf(count: number, random: Random): () => number {
  const cumulated = new Float64Array(count)
  let sum = 0
  for (let rank = 0; rank < count; rank++) cumulated[rank] = sum += 1 / (rank + 1)
  return () => {
    const drawn = random() * sum
    let [low, high] = [0, count - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((cumulated[middle] as number) < drawn) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Times between events that do not know of each other, of a mean. */
export const exponential = (mean: number, random: Random): number => -mean * Math.log(1 - random())
