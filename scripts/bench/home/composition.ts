import { homeOf } from '../home.ts'
import { agree } from './agree.ts'
import { customersOf } from './customers.ts'
import { mosaicOf, names, tokenOf } from './contenders.ts'
import type { Part } from './contract.ts'
import { race, rowsOf, saturate } from './race.ts'

const tiles = 12
/** Room for a few dozen answers only, so that of many customers none is kept until he asks again; his tiles lie beside his data. */
const fewAnswers = String(1024 * 1024)

/** Every home is composed from values that are cached, as the first of a customer is: what Mosaic does beside what the quickest peer does, which keeps no homes. */
export const composition: Part = {
  title: 'Composition',
  why: 'interleaved rounds of homes that are composed anew from cached values',
  async run({ stage, peers, floors }) {
    const anew = mosaicOf(
      await stage.mosaic('composed', homeOf(16, 'Banner', { tiles }), { HOME_CACHE_BYTES: '0', TILE_CACHE_BYTES: '0' }),
      names.anew,
    )
    const fromTiles = mosaicOf(
      await stage.mosaic('from-tiles', homeOf(16, 'Banner', { tiles }), { HOME_CACHE_BYTES: fewAnswers }),
      names.fromTiles,
    )
    const all = [
      anew,
      fromTiles,
      ...floors.filter(({ name }) => name === names.bytes),
      ...peers.filter(({ name }) => name === names.mercurius),
    ]
    const token = await tokenOf(stage.world)
    await agree(all, token, tiles)
    const { warm } = await customersOf(stage.world)
    const results = await race(all, (contender) => saturate(contender, contender === fromTiles ? warm : [token]))
    return [
      ...rowsOf('composed', results, names.bytes),
      ...rowsOf('composed', results, names.mercurius, ['perSecond', 'cpuUs']).filter((row) => row.case.endsWith(anew.name)),
    ]
  },
}
