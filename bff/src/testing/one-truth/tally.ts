import type { Received } from './exchange.ts'

/** What a run has met: a test that compares much of the same proves little. */
export type Tally = {
  /** Answers to a trusted document that were compared with the answer to the same question in other words. */
  cases: number
  /** How often a trusted document was asked for and nothing about it was wrong. */
  answerable: number
  releases: number
  /** Asked again because real time, which nobody can stop, had run out for a tile. */
  late: number
  /** Answers that came with an etag, and those that later said that nothing had changed. */
  tagged: number
  unchanged: number
  packed: number
  /** How often each tile state, each code of an error or issue, and each HTTP status has come. */
  seen: Map<string, number>
  see(answer: Received): void
}

export function createTally(): Tally {
  const seen = new Map<string, number>()
  const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)
  return {
    cases: 0,
    answerable: 0,
    releases: 0,
    late: 0,
    tagged: 0,
    unchanged: 0,
    packed: 0,
    seen,
    see({ status, text }) {
      count(`status ${status}`)
      for (const [, state = ''] of text.matchAll(/"(READY|STALE|FAILED|UNSUPPORTED)"/g)) count(state)
      for (const [, code = ''] of text.matchAll(/"code":"(\w+)"/g)) count(code)
    },
  }
}
