import { headersOf } from '../bff.ts'
import { measure, type Job, type Measurement } from '../load.ts'
import { median, type Row } from '../results.ts'
import type { Contender } from './contenders.ts'
import { lightLoad } from './wrk.ts'

const rounds = 11
/** In the first ones V8 compiles what is run often: they are not counted. */
const warmUpRounds = 3
const connections = 32

/** Of one contender, what each round measured. */
type Results = ReadonlyMap<string, readonly Measurement[]>

/**
 * Measures all contenders in turn, round after round, so that what the machine does meanwhile hits them alike.
 * @param one a round of one contender; rounds count from 0
 */
export async function race(
  contenders: readonly Contender[],
  one: (contender: Contender, round: number) => Promise<Measurement>,
  count = rounds,
  warmUp = warmUpRounds,
): Promise<Results> {
  const results = new Map<string, Measurement[]>(contenders.map(({ name }) => [name, []]))
  for (let round = 0; round < count; round++) {
    for (const index of contenders.keys()) {
      const contender = contenders[(index + round) % contenders.length] as Contender
      const measured = await one(contender, round)
      if (round >= warmUp) results.get(contender.name)?.push(measured)
    }
  }
  return results
}

/** A second at saturation: as many requests as the server answers, of these customers in turn. */
export function saturate({ url, body, pid }: Contender, tokens: readonly string[]): Promise<Measurement> {
  return measure(jobOf({ url, body }, tokens, { milliseconds: 1_000, maxRequests: 200_000 }), pid, lightLoad.run)
}

export function jobOf(
  { url, body }: Pick<Contender, 'url' | 'body'>,
  tokens: readonly string[],
  bounds: Pick<Job, 'milliseconds' | 'maxRequests' | 'rare'>,
): Job {
  return { url, body, headers: headersOf(body, ''), tokens, connections, ...bounds }
}

const metrics = [
  { key: 'perSecond', metric: 'throughput', unit: 'req/s' },
  { key: 'cpuUs', metric: 'server processor time', unit: 'µs/req' },
  { key: 'p50Ms', metric: `p50 at ${connections} connections`, unit: 'ms' },
  { key: 'p95Ms', metric: `p95 at ${connections} connections`, unit: 'ms' },
  { key: 'p99Ms', metric: `p99 at ${connections} connections`, unit: 'ms' },
] as const
type Key = (typeof metrics)[number]['key']

/** The middle rounds, each beside the one named `base`; a case says its load, then its server. */
export function rowsOf(load: string, results: Results, base: string, keys: readonly Key[] = metrics.map(({ key }) => key)): Row[] {
  return metrics
    .filter(({ key }) => keys.includes(key))
    .flatMap(({ key, metric, unit }) =>
      [...results.keys()].map((name): Row => {
        const value = middle(results, name, key)
        const beside = name === base ? {} : { ratio: value / middle(results, base, key), ratioTo: base }
        return { case: `${load}, ${name}`, metric, value, unit, ...beside }
      }),
    )
}

export function middle(results: Results, name: string, key: keyof Measurement): number {
  return median((results.get(name) ?? []).map((measured) => measured[key]))
}
