import type { Row } from '../results.ts'
import { ask, names, tokenOf, unplanned, type Contender } from './contenders.ts'
import type { Part } from './contract.ts'
import { customersOf } from './customers.ts'
import { race, rowsOf, saturate } from './race.ts'
import { lightLoad } from './wrk.ts'

/** Everything is cached: what a server costs that only has to answer. */
export const hot: Part = {
  title: 'All hot',
  why: `interleaved rounds of all servers by ${lightLoad.name}, of one customer and of many`,
  async run({ stage: { world }, mosaic, peers, floors }) {
    const all = [mosaic, ...floors, ...peers]
    const token = await tokenOf(world)
    const { warm } = await customersOf(world)
    for (const contender of [mosaic, ...peers]) for (const each of [token, ...warm]) await ask(contender, each)

    const measureWarm = async (contender: Contender, tokens: readonly string[]) => {
      const before = await world.calls()
      const measured = await saturate(contender, tokens)
      const calls = (await world.calls()) - before
      if (calls > 0) throw new Error(`${contender.name} was not warm: it asked the back-end systems ${calls} times in a round`)
      return measured
    }
    const one = await race([...all, unplanned(mosaic)], (contender) => measureWarm(contender, [token]))
    const many = await race(all, (contender) => measureWarm(contender, warm))
    const { text } = await ask(mosaic, token)
    const size: Row = { case: 'hot, mosaic', metric: 'answer', value: Buffer.byteLength(text) / 1_024, unit: 'kB' }
    return [...rowsOf('hot', one, names.bytes), size, ...rowsOf(`hot, ${warm.length} customers`, many, names.bytes)]
  },
}
