import { homeOf } from '../home.ts'
import { agree } from './agree.ts'
import { customersOf } from './customers.ts'
import { mosaicOf, names, tokenOf } from './contenders.ts'
import type { Part } from './contract.ts'
import { race, rowsOf, saturate } from './race.ts'

const tiles = 12
/** Room for a few dozen answers only: of many customers each is kept, and gone before he asks again. His tiles lie beside his data. */
const fewAnswers = String(1024 * 1024)

/**
 * Every home is composed from values that are cached, as the first of a customer is: what Mosaic does beside what the quickest peer does, which keeps no homes. Once with tiles
 * beside the values, for one customer, as all are asked; once for many customers in turn, whose homes are also kept to be given again; and once with every tile drawn anew.
 */
export const composition: Part = {
  title: 'Composition',
  why: 'interleaved rounds of homes that are composed anew from cached values',
  async run({ stage, peers, floors }) {
    const start = async (label: string, name: string, env: Record<string, string>) =>
      mosaicOf(await stage.mosaic(label, homeOf(16, 'Banner', { tiles }), env), name)
    const anew = await start('composed', names.anew, { HOME_CACHE_BYTES: '0', TILE_CACHE_BYTES: '0' })
    const fromTiles = await start('from-tiles', names.fromTiles, { HOME_CACHE_BYTES: '0' })
    const ofMany = await start('from-tiles-of-many', names.fromTilesOfMany, { HOME_CACHE_BYTES: fewAnswers })
    const all = [
      anew,
      fromTiles,
      ofMany,
      ...floors.filter(({ name }) => name === names.bytes),
      ...peers.filter(({ name }) => name === names.mercurius),
    ]
    const token = await tokenOf(stage.world)
    await agree(all, token, tiles)
    const { warm } = await customersOf(stage.world)
    const results = await race(all, (contender) => saturate(contender, contender === ofMany ? warm : [token]))
    return [
      ...rowsOf('composed', results, names.bytes),
      ...rowsOf('composed', results, names.mercurius, ['perSecond', 'cpuUs']).filter((row) => row.case.endsWith(anew.name)),
    ]
  },
}
