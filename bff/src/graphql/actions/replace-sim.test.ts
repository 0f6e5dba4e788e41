import type { System } from '../../testing/system.ts'
import { replaceSim } from '../../actions/replace-sim.ts'
import { describeAction } from './testing/describe-action.ts'
import { lineOf, ordersOf } from './testing/simulated.ts'

describeAction({
  operation: 'replaceSim',
  does: replaceSim,
  write: 'replaceSim',
  customer: 'C-0014',
  stranger: 'C-0009',
  inputOf: (simulator, customer) => ({ lineId: lineOf(simulator, customer), form: 'sim', reason: 'lost', price: 1_000 }),
  answers: 'pending',
  done: async (system: System, customer: string) => (await ordersOf(system, customer)).placed,
  settled: async (system: System, customer: string) => (await ordersOf(system, customer)).completed,
  needs: 'sim',
  answered: [
    ['C-0014', { price: 500 }, /prezzo è cambiato/],
    ['C-0014', { price: null }, /prezzo è cambiato/],
    ['C-0014', { form: 'esim' }, /prezzo è cambiato/],
  ],
  refused: [
    [{ form: 'chip' }, 'form'],
    [{ reason: 'bored' }, 'reason'],
  ],
})
