import { join } from 'node:path'
import { homeOf } from '../home.ts'
import { agree } from './agree.ts'
import { customersOf } from './customers.ts'
import { ask, documentOf, mosaicOf, names, startFloors, startPeers, tokenOf, type Contender, type HomeDocument } from './contenders.ts'
import type { Part } from './contract.ts'
import { race, rowsOf, saturate } from './race.ts'
import type { Row } from '../results.ts'
import type { Stage } from './stage.ts'

const tiles = 12
/** Room for a few dozen answers only: of many customers each is kept, and gone before he asks again. His tiles lie beside his data. */
const fewAnswers = String(1024 * 1024)
/** Of a client that asks for little. */
const small = join(import.meta.dirname, 'small')

/**
 * Every home is composed from values that are cached, as the first of a customer is: what Mosaic does beside what the quickest peer does, which keeps no homes. Once with tiles
 * beside the values, for one customer, as all are asked; once for many customers in turn, whose homes are also kept to be given again; and once with every tile drawn anew.
 * As the web client asks, and again for as many tiles in a sixth of the bytes.
 */
export const composition: Part = {
  title: 'Composition',
  why: 'interleaved rounds of homes that are composed anew from cached values, as the web client asks and as a small one does',
  async run({ stage, bff, peers, floors }) {
    const usual = await startAll(stage, 'usual')
    const document = documentOf(join(small, 'home.graphql'))
    const little = await startAll(stage, 'small', document)
    const besideLittle = [
      ...(await startFloors(stage, little.fromTiles, [await tokenOf(stage.world)])),
      ...(await startPeers(stage, bff, { wanted: ['mercurius'], document })),
    ]
    return [
      ...(await compare('composed', stage, usual, [...floors, ...peers])),
      ...(await compare('composed small', stage, little, besideLittle)),
    ]
  },
}

type Ways = Readonly<Record<'anew' | 'fromTiles' | 'fromTilesOfMany', Contender>>

/** A process for each way. */
async function startAll(stage: Stage, label: string, document?: HomeDocument): Promise<Ways> {
  const start = async (way: keyof Ways, env: Record<string, string>) => {
    const all = document ? { ...env, TRUSTED_DOCUMENTS_DIR: small } : env
    return mosaicOf(await stage.mosaic(`${label}-${way}`, homeOf(16, 'Banner', { tiles }), all), names[way], document)
  }
  return {
    anew: await start('anew', { HOME_CACHE_BYTES: '0', TILE_CACHE_BYTES: '0' }),
    fromTiles: await start('fromTiles', { HOME_CACHE_BYTES: '0' }),
    fromTilesOfMany: await start('fromTilesOfMany', { HOME_CACHE_BYTES: fewAnswers }),
  }
}

async function compare(load: string, stage: Stage, { fromTilesOfMany, ...ofOne }: Ways, others: readonly Contender[]): Promise<Row[]> {
  const token = await tokenOf(stage.world)
  const compared: readonly string[] = [names.bytes, names.stringify, names.mercurius]
  const all = [...Object.values(ofOne), ...others.filter(({ name }) => compared.includes(name))]
  await agree([...all, fromTilesOfMany], token, tiles)
  const one = await race(all, (contender) => saturate(contender, [token]))

  const { warm } = await customersOf(stage.world)
  const floorsOfMany = await startFloors(stage, fromTilesOfMany, warm)
  const pair = [fromTilesOfMany, ...floorsOfMany.filter(({ name }) => name === names.bytes)]
  const many = await race(pair, (contender) => saturate(contender, warm))

  const { text } = await ask(ofOne.fromTiles, token)
  return [
    ...rowsOf(load, one, names.bytes),
    ...rowsOf(load, one, names.mercurius, ['perSecond', 'cpuUs']).filter((row) => row.case.endsWith(names.anew)),
    ...rowsOf(`${load}, ${warm.length} customers`, many, names.bytes),
    { case: load, metric: 'answer', value: Buffer.byteLength(text) / 1_024, unit: 'kB' },
  ]
}
