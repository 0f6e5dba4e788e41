import { measure } from '../load.ts'
import type { Row } from '../results.ts'
import { ask, tokenOf } from './contenders.ts'
import type { Part } from './contract.ts'
import { customersOf } from './customers.ts'
import { jobOf, race, rowsOf } from './race.ts'

/** Of a round; one in a hundred is of a customer nobody has asked about yet. Each round has its own, and all servers have the same ones. */
const [requests, every] = [2_000, 100]
const perRound = requests / every
const rounds = 7

/** One request in a hundred finds nothing cached, not even its token verified: its home costs a call to each back-end system it needs. */
export const misses: Part = {
  title: '1 % misses',
  why: `interleaved rounds of ${requests.toLocaleString('en')} requests, ${perRound} of them of customers nobody has asked about`,
  async run({ stage: { world }, mosaic, peers }) {
    const token = await tokenOf(world)
    const { cold } = await customersOf(world)
    for (const contender of [mosaic, ...peers]) await ask(contender, token)
    const calls = new Map<string, number>()
    const results = await race(
      [mosaic, ...peers],
      async (contender, round) => {
        const rare = { every, tokens: cold.slice(round * perRound, (round + 1) * perRound) }
        const before = await world.calls()
        const measured = await measure(jobOf(contender, [token], { milliseconds: 60_000, maxRequests: requests, rare }), contender.pid)
        calls.set(contender.name, (calls.get(contender.name) ?? 0) + (await world.calls()) - before)
        return measured
      },
      rounds,
      // A round is long enough for that.
      1,
    )
    const asked = [...calls].map(([name, count]): Row => {
      return {
        case: `1 % misses, ${name}`,
        metric: 'calls to the BSS',
        value: (1_000 * count) / (rounds * requests),
        unit: 'per 1,000 req',
      }
    })
    return [...rowsOf('1 % misses', results, mosaic.name), ...asked]
  },
}
