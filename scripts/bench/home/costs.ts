import type { ReleaseBody } from '@mosaic/schemas/release'
import { homeOf, kindsOfHome } from '../home.ts'
import { median, type Row } from '../results.ts'
import { ask, mosaicOf, tokenOf, type Contender } from './contenders.ts'
import type { Field, Part } from './contract.ts'
import { middle, race, rowsOf, saturate } from './race.ts'
import type { Stage } from './stage.ts'

/** What a home costs must not hang on how much else the release holds, and on its widgets only as their bytes do. */
export const costs: Part = {
  title: 'Costs',
  why: 'homes of releases with more clusters, more contents and more widgets, interleaved',
  async run(field) {
    const { stage } = field
    const usual = { name: '16 clusters, 12 contents, 12 tiles', body: homeOf(16) }
    const clusters = { name: '1,000 clusters', body: homeOf(1_000) }
    const few = { name: '30 contents', body: homeOf(16, 'Banner', { contents: 30 }) }
    const many = { name: '3,000 contents', body: homeOf(16, 'Banner', { contents: 3_000 }) }
    const tiles = { name: '30 tiles', body: homeOf(16, 'Banner', { tiles: 30 }) }
    const all = await startAll(stage, 'costs', [usual, clusters, few, many, tiles])
    const token = await tokenOf(stage.world)
    const sizes = new Map<string, number>()
    for (const contender of all) sizes.set(contender.name, await warm(contender, token))
    const results = await race(all, (contender) => saturate(contender, [token]))
    const bytes = [...sizes].map(([name, size]): Row => {
      const beside = name === usual.name ? {} : { ratio: size / (sizes.get(usual.name) ?? 1), ratioTo: usual.name }
      return { case: `costs, ${name}`, metric: 'answer', value: size / 1_024, unit: 'kB', ...beside }
    })
    const growth = [
      await pairsOf(stage, 'contents', '30 → 3,000 contents', few, many),
      await pairsOf(stage, 'clusters', '16 → 1,000 clusters', usual, clusters),
    ]
    return [
      ...rowsOf('costs', results, usual.name, ['perSecond', 'cpuUs', 'p99Ms']),
      ...growth,
      ...bytes,
      ...(await kindRows(field, token)),
    ]
  },
}

type Subject = { name: string; body: ReleaseBody }

async function startAll(stage: Stage, label: string, subjects: readonly Subject[]): Promise<Contender[]> {
  const started: Contender[] = []
  for (const { name, body } of subjects) started.push(mosaicOf(await stage.mosaic(`${label}-${started.length}`, body), name))
  return started
}

/** So many pairs of processes, so many rounds each. */
const [pairs, roundsOfPair] = [5, 7]

/** A tenth is less than two processes of the same differ by, for as long as they live: the middle of several pairs, with no others between. */
async function pairsOf(on: Stage, label: string, what: string, before: Subject, after: Subject): Promise<Row> {
  const [costs, ratios]: [number[], number[]] = [[], []]
  for (let pair = 0; pair < pairs; pair++) {
    const stage = on.apart()
    try {
      const both = await startAll(stage, `${label}-${pair}`, [before, after])
      const token = await tokenOf(stage.world)
      for (const contender of both) await warm(contender, token)
      const results = await race(both, (contender) => saturate(contender, [token]), roundsOfPair)
      const [one, other] = [before, after].map(({ name }) => middle(results, name, 'cpuUs')) as [number, number]
      costs.push(other)
      ratios.push(other / one)
    } finally {
      await stage.close()
    }
  }
  return {
    case: `costs, ${what}`,
    metric: 'server processor time',
    value: median(costs),
    unit: 'µs/req',
    ratio: median(ratios),
    ratioTo: before.name,
  }
}

/** The tiles of which one is too quick to be measured are measured by the dozen. */
const dozen = 12

/** What composing one widget of each kind adds: a home of a dozen of them beside a home of one, a process each, and no home is kept. */
async function kindRows({ stage }: Field, token: string): Promise<Row[]> {
  const start = async (kind: string, tiles: number) =>
    mosaicOf(
      await stage.mosaic(`kind-${kind}-${tiles}`, homeOf(16, 'Banner', { tiles, kind }), { HOME_CACHE_BYTES: '0', TILE_CACHE_BYTES: '0' }),
      `${kind}, ${tiles}`,
    )
  const one = await start('banner', 1)
  const many = new Map<string, Contender>()
  for (const kind of kindsOfHome) many.set(kind, await start(kind, dozen))
  const all = [one, ...many.values()]
  const sizes = new Map<string, number>()
  for (const contender of all) sizes.set(contender.name, await warm(contender, token))
  const results = await race(all, (contender) => saturate(contender, [token]), 6)
  const more = (of: (name: string) => number, name: string) => (of(name) - of(one.name)) / (dozen - 1)
  return [...many].flatMap(([kind, { name }]): Row[] => [
    {
      case: `costs, one ${kind} composed`,
      metric: 'server processor time',
      value: more((each) => middle(results, each, 'cpuUs'), name),
      unit: 'µs/req',
    },
    { case: `costs, one ${kind} composed`, metric: 'answer', value: more((each) => sizes.get(each) ?? 0, name), unit: 'bytes' },
  ])
}

/** Asks until nothing is cold, and says how long the answer is, in bytes. */
async function warm(contender: Contender, token: string): Promise<number> {
  for (let time = 0; time < 20; time++) await ask(contender, token)
  const { status, text } = await ask(contender, token)
  if (status !== 200 || text.includes('"FAILED"')) throw new Error(`${contender.name} was to give a whole home; it answered ${status}`)
  return Buffer.byteLength(text)
}
