import type { DaySettings } from './settings.ts'

/** What the load client is told when it starts. */
export type LoadJob = DaySettings & {
  /** The addresses of the BFF among which customers are divided. */
  urls: readonly string[]
  /** The identity provider, and where its key is kept: the client signs the customers in itself. */
  issuer: string
  signingKey: string
  seed: number
}

/** A stretch of the day, as customers saw it. Milliseconds. */
export type Stretch = { seconds: number; homes: number; p50Ms: number; p99Ms: number }

/** What the load client has seen from the end of the ramp on. Latencies count from the moment a home was due. */
export type LoadResult = {
  homes: number
  statuses: Record<string, number>
  /** What went wrong, by what it was; every one is an error. */
  errors: Record<string, number>
  p50Ms: number
  p95Ms: number
  p99Ms: number
  maxMs: number
  /** How late the client itself was: from due to sent. */
  late: { p50Ms: number; p99Ms: number; maxMs: number }
  /** Of an answer with a body. */
  meanBytes: number
  visits: number
  /** How many different customers asked. */
  customers: number
  /** Homes that were read whole, and how many widgets stood on them in each state. */
  read: number
  states: Record<string, number>
  stretches: Stretch[]
}
