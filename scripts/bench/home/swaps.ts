import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { ReleaseBody } from '@mosaic/schemas/release'
import { ensureKeys } from '../../lib/system.ts'
import { publishInto, type Bff } from '../bff.ts'
import { homeOf } from '../home.ts'
import { measure, type Measurement } from '../load.ts'
import { median, type Row } from '../results.ts'
import { ask, mosaicOf, tokenOf, type Contender } from './contenders.ts'
import type { Part } from './contract.ts'
import { jobOf } from './race.ts'
import { lightLoad } from './wrk.ts'

/** Of each kind, a minute in all. */
const rounds = 4
const roundMs = 15_000
const swapsPerMinute = 100
const everyMs = 60_000 / swapsPerMinute

/** What customers notice of a release that goes live: homes at full load with a hundred of them a minute, beside homes with none. */
export const swaps: Part = {
  title: 'Swaps',
  why: `homes at full load with ${swapsPerMinute} publishes a minute and with none, a minute each, for a small release and a large one`,
  async run({ stage }) {
    const rows: Row[] = []
    for (const [name, options] of [
      ['16 clusters', { clusters: 16, contents: 12 }],
      ['1,000 clusters and 3,000 contents', { clusters: 1_000, contents: 3_000 }],
    ] as const) {
      const bodyOf = (headline: string) => homeOf(options.clusters, headline, { contents: options.contents })
      const bff = await stage.mosaic(`swaps-${options.clusters}`, bodyOf('Banner'))
      rows.push(...(await compare(name, { bff, server: mosaicOf(bff), token: await tokenOf(stage.world), bodyOf })))
    }
    return rows
  },
}

type Subject = { bff: Bff; server: Contender; token: string; bodyOf: (headline: string) => ReleaseBody }

async function compare(name: string, subject: Subject): Promise<Row[]> {
  const { bff, server, token, bodyOf } = subject
  for (let time = 0; time < 20; time++) await ask(server, token)
  const elsewhere = placeBeside(bff)
  const results = { none: [] as Measurement[], swapped: [] as Measurement[] }
  const before = await swapsOf(bff)
  let published = 0
  for (let round = 0; round < rounds; round++) {
    // Publishing costs the machine something too: without swaps as much is published where nobody looks.
    results.none.push((await underLoad(subject, (headline) => publishInto(elsewhere, bodyOf(headline)))).measured)
    const swapped = await underLoad(subject, (headline) => publishInto(bff.place, bodyOf(headline)))
    results.swapped.push(swapped.measured)
    published += swapped.published
    await untilServed(subject, swapped.last)
  }
  const went = (await swapsOf(bff)) - before
  return [...rowsOf(name, results), { case: `swaps, ${name}`, metric: `of ${published} published, live`, value: went, unit: '' }]
}

/** A round of load, and what is published meanwhile; the last headline is what a home must say in the end. */
async function underLoad(
  { server: { url, body, pid }, token }: Subject,
  publish: (headline: string) => Promise<void>,
): Promise<{ measured: Measurement; published: number; last: string }> {
  const job = jobOf({ url, body }, [token], { milliseconds: roundMs, maxRequests: 1_000_000 })
  let isOver = false
  const measuring = measure(job, pid, lightLoad.run).finally(() => (isOver = true))
  const begun = performance.now()
  let [published, last] = [0, '']
  while (!isOver) {
    last = `Release ${begun.toFixed(0)}-${published++}`
    await publish(last)
    await wait(Math.max(0, begun + published * everyMs - performance.now()))
  }
  return { measured: await measuring, published, last }
}

async function untilServed({ server, token }: Subject, headline: string): Promise<void> {
  const end = performance.now() + 30_000
  while (!(await ask(server, token)).text.includes(headline)) {
    if (performance.now() > end) throw new Error(`${headline} was not live 30 s after it was published`)
    await wait(20)
  }
}

function rowsOf(name: string, { none, swapped }: Readonly<Record<'none' | 'swapped', readonly Measurement[]>>): Row[] {
  const metrics = [
    { key: 'p50Ms', metric: 'p50 of homes', unit: 'ms' },
    { key: 'p95Ms', metric: 'p95 of homes', unit: 'ms' },
    { key: 'p99Ms', metric: 'p99 of homes', unit: 'ms' },
    { key: 'perSecond', metric: 'throughput', unit: 'req/s' },
  ] as const
  const base = `swaps, ${name}: none`
  return metrics.flatMap(({ key, metric, unit }): Row[] => {
    const [without, withSwaps] = [none, swapped].map((results) => median(results.map((result) => result[key]))) as [number, number]
    return [
      { case: base, metric, value: without, unit },
      { case: `swaps, ${name}: ${swapsPerMinute} a minute`, metric, value: withSwaps, unit, ratio: withSwaps / without, ratioTo: base },
    ]
  })
}

/** A folder like the BFF's that no BFF looks at. */
function placeBeside({ place }: Bff): Bff['place'] {
  const dataDir = join(place.dataDir, '..', 'elsewhere')
  const beside = { ...place, dataDir, publishedDir: join(dataDir, 'published') }
  mkdirSync(dataDir, { recursive: true })
  ensureKeys(beside)
  return beside
}

async function swapsOf({ url }: Bff): Promise<number> {
  const response = await fetch(new URL('/metrics', url), { signal: AbortSignal.timeout(10_000) })
  return Number(/^bff_release_swaps_total\{.*\} (\d+)$/m.exec(await response.text())?.[1] ?? 0)
}
