import { homeOf } from '../home.ts'
import type { Row } from '../results.ts'
import { ask, mosaicOf, names, startFloors, tokenOf, unplanned, type Contender } from './contenders.ts'
import type { Part } from './contract.ts'
import { customersOf } from './customers.ts'
import { race, rowsOf, saturate } from './race.ts'
import { lightLoad } from './wrk.ts'

/** Everything is cached: what a server costs that only has to answer. */
export const hot: Part = {
  title: 'All hot',
  why: `interleaved rounds of all servers by ${lightLoad.name}, of one customer and of many`,
  async run({ stage, mosaic, peers, floors }) {
    const { world } = stage
    const token = await tokenOf(world)
    const { warm } = await customersOf(world)
    // In a process of its own: what the executor leaves behind would be cleared away while answers by plan are measured.
    const executing = unplanned(mosaicOf(await stage.mosaic('unplanned', homeOf(16, 'Banner', { tiles: 12 }))))
    for (const contender of [mosaic, executing, ...peers]) for (const each of [token, ...warm]) await ask(contender, each)

    const measureWarm = async (contender: Contender, tokens: readonly string[]) => {
      const before = await world.calls()
      const measured = await saturate(contender, tokens)
      const calls = (await world.calls()) - before
      if (calls > 0) throw new Error(`${contender.name} was not warm: it asked the back-end systems ${calls} times in a round`)
      return measured
    }
    const one = await race([mosaic, ...floors, ...peers, executing], (contender) => measureWarm(contender, [token]))
    // The same bytes: those of all of them.
    const many = await race([mosaic, ...(await startFloors(stage, mosaic, warm)), ...peers], (contender) => measureWarm(contender, warm))
    const { text } = await ask(mosaic, token)
    const size: Row = { case: 'hot, mosaic', metric: 'answer', value: Buffer.byteLength(text) / 1_024, unit: 'kB' }
    return [...rowsOf('hot', one, names.bytes), size, ...rowsOf(`hot, ${warm.length} customers`, many, names.bytes)]
  },
}
