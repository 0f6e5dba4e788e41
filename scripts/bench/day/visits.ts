import { createRandom, createZipf, exponential } from '../bss/random.ts'

/** A customer with the app open. */
export type Visit = {
  /** His number, from 1. */
  customer: number
  /** How often he still asks for his home. */
  left: number
  /** The mean time between two looks, in milliseconds. */
  meanMs: number
  /** He leaves the app on the screen, which asks anew when the home says so; the others pull. */
  isWatching: boolean
  /** Of the home on his screen. */
  etag?: string | undefined
}

export type Visits = {
  /** How long until the next customer opens the app, in milliseconds: they do not know of each other. */
  untilNext(): number
  open(): Visit
  /** How long the customer looks at a home before he pulls, in milliseconds. */
  lookMs(visit: Visit): number
}

/** A visit asks for the home when the app is opened, and one to four times more over one to two minutes. */
const [fewestMore, mostMore] = [1, 4]
const [shortestMs, longestMs] = [60_000, 120_000]
/** How many leave the app open and watch. */
const watchingShare = 0.1

/** Homes that a visit asks for, on average. */
export const homesAVisit = 1 + (fewestMore + mostMore) / 2

/** Who comes, and when, the same in every run: customers by Zipf's law, so that some open the app all the time and most hardly ever. */
export function createVisits({ rate, customers, seed }: { rate: number; customers: number; seed: number }): Visits {
  const random = createRandom(seed)
  const popular = createZipf(customers, random)
  const numbers = shuffled(customers, random)
  const between = (low: number, high: number) => low + random() * (high - low)
  const meanMs = (1_000 * homesAVisit) / rate
  return {
    untilNext: () => exponential(meanMs, random),
    open() {
      const more = Math.floor(between(fewestMore, mostMore + 1))
      return {
        customer: numbers[popular()] ?? 1,
        left: 1 + more,
        meanMs: between(shortestMs, longestMs) / more,
        isWatching: random() < watchingShare,
      }
    },
    lookMs: ({ meanMs: mean }) => mean * between(0.5, 1.5),
  }
}

/** The numbers from 1 to `count` in a random order: who is popular is no matter of the number. */
function shuffled(count: number, random: () => number): Uint32Array {
  const numbers = Uint32Array.from({ length: count }, (_, index) => index + 1)
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const kept = numbers[at] as number
    numbers[at] = numbers[other] as number
    numbers[other] = kept
  }
  return numbers
}
