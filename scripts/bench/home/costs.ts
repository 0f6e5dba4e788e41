import { homeOf, kindsOfHome } from '../home.ts'
import type { Row } from '../results.ts'
import { ask, mosaicOf, tokenOf, type Contender } from './contenders.ts'
import type { Field, Part } from './contract.ts'
import { middle, race, rowsOf, saturate } from './race.ts'

/** What a home costs must not hang on how much else the release holds, and on its widgets only as their bytes do. */
export const costs: Part = {
  title: 'Costs',
  why: 'homes of releases with more clusters, more contents and more widgets, interleaved',
  async run(field) {
    const { stage } = field
    const start = async (label: string, name: string, body: ReturnType<typeof homeOf>) => mosaicOf(await stage.mosaic(label, body), name)
    const usual = await start('usual', '16 clusters, 12 contents, 12 tiles', homeOf(16))
    const clusters = await start('clusters', '1,000 clusters', homeOf(1_000))
    const few = await start('contents-30', '30 contents', homeOf(16, 'Banner', { contents: 30 }))
    const many = await start('contents-3000', '3,000 contents', homeOf(16, 'Banner', { contents: 3_000 }))
    const all = [usual, clusters, few, many, await start('tiles', '30 tiles', homeOf(16, 'Banner', { tiles: 30 }))]
    const token = await tokenOf(stage.world)
    const sizes = new Map<string, number>()
    for (const contender of all) sizes.set(contender.name, await warm(contender, token))
    const results = await race(all, (contender) => saturate(contender, [token]))
    const bytes = [...sizes].map(([name, size]): Row => {
      const beside = name === usual.name ? {} : { ratio: size / (sizes.get(usual.name) ?? 1), ratioTo: usual.name }
      return { case: `costs, ${name}`, metric: 'answer', value: size / 1_024, unit: 'kB', ...beside }
    })
    const pairs = [await pairOf('30 → 3,000 contents', few, many, token), await pairOf('16 → 1,000 clusters', usual, clusters, token)]
    return [...rowsOf('costs', results, usual.name, ['perSecond', 'cpuUs', 'p99Ms']), ...pairs, ...bytes, ...(await kindRows(field, token))]
  },
}

/** A tenth is less than two processes differ by chance in a few rounds: these two have more of them, and no others between. */
async function pairOf(what: string, before: Contender, after: Contender, token: string): Promise<Row> {
  const results = await race([before, after], (contender) => saturate(contender, [token]), 24)
  const cpu = ({ name }: Contender) => middle(results, name, 'cpuUs')
  return {
    case: `costs, ${what}`,
    metric: 'server processor time',
    value: cpu(after),
    unit: 'µs/req',
    ratio: cpu(after) / cpu(before),
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
