import { activateOption, deactivateOption } from '../../actions/options.ts'
import type { System } from '../../testing/system.ts'
import { describeAction } from './testing/describe-action.ts'
import { lineOf, ordersOf } from './testing/simulated.ts'

const orders = {
  answers: 'pending',
  done: async (system: System, customer: string) => (await ordersOf(system, customer)).placed,
  settled: async (system: System, customer: string) => (await ordersOf(system, customer)).completed,
} as const

describeAction({
  operation: 'activateOption',
  does: activateOption,
  write: 'switchOption',
  customer: 'C-0014',
  stranger: 'C-0009',
  inputOf: (simulator, customer) => ({ lineId: lineOf(simulator, customer), offeringId: 'OPT-GIGA-20', price: 499 }),
  ...orders,
  needs: 'offers',
  answered: [
    ['C-0014', { price: 399 }, /prezzo è cambiato/],
    ['C-0014', { price: null }, /prezzo è cambiato/],
    ['C-0014', { offeringId: 'OPT-SMS', price: 199 }, /^Non disponibile per la tua linea: il tuo piano la comprende già/],
  ],
  refused: [
    [{ offeringId: 'OPT-NEVER-SOLD' }, 'offeringId'],
    [{ offeringId: 'an option' }, 'offeringId'],
  ],
})

describeAction({
  operation: 'deactivateOption',
  does: deactivateOption,
  write: 'switchOption',
  customer: 'C-0013',
  stranger: 'C-0019',
  inputOf(simulator, customer) {
    const lineId = lineOf(simulator, customer)
    return { lineId, productId: `${lineId}-O1` }
  },
  ...orders,
  needs: 'products',
  refused: [
    [{ productId: 'L-0019-1-O1' }, 'productId'],
    [{ productId: '' }, 'productId'],
  ],
})
