import { topUp } from '../../actions/top-up.ts'
import { describeAction } from './testing/describe-action.ts'
import { lineOf, listOf } from './testing/simulated.ts'

describeAction({
  operation: 'topUp',
  does: topUp,
  write: 'topUp',
  customer: 'C-0014',
  stranger: 'C-0009',
  inputOf: (simulator, customer) => ({ lineId: lineOf(simulator, customer), amount: 1_000 }),
  async done(system, customer) {
    const [bucket] = await listOf(system, 'bucket', `product.id=${lineOf(system.simulator, customer)}`)
    return Number((bucket?.remainingValue as { amount?: number } | undefined)?.amount)
  },
  grows: 10,
  refused: [
    [{ amount: 0 }, 'amount'],
    [{ amount: -500 }, 'amount'],
    [{ amount: 50_001 }, 'amount'],
  ],
})
