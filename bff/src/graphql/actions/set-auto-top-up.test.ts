import { setAutoTopUp } from '../../actions/auto-top-up.ts'
import type { System } from '../../testing/system.ts'
import { describeAction } from './testing/describe-action.ts'
import { lineOf, listOf } from './testing/simulated.ts'

/** How much the rules of a line have been set to since the start: a rule made twice would be there twice. */
const rules = async (system: System, customer: string) =>
  (await listOf(system, 'topupBalance', `product.id=${lineOf(system.simulator, customer)}`)).filter(
    ({ isAutoTopup, status, id }) => isAutoTopup && status !== 'created' && /^TU-\d/.test(String(id)),
  ).length

describeAction({
  operation: 'setAutoTopUp',
  does: setAutoTopUp,
  write: 'autoTopUp',
  customer: 'C-0010',
  stranger: 'C-0009',
  inputOf: (simulator, customer) => ({ lineId: lineOf(simulator, customer), isOn: true, amount: 1_500, period: 'monthly' }),
  done: rules,
  needs: 'paymentMethods',
  answered: [
    ['C-0014', { lineId: 'L-0014-1' }, /Serve un metodo di pagamento/],
    ['C-0008', { lineId: 'L-0008-1' }, /si paga in bolletta/],
  ],
  refused: [
    [{ amount: 0 }, 'amount'],
    [{ amount: null }, 'amount'],
    [{ amount: 50_001 }, 'amount'],
    [{ period: 'daily' }, 'period'],
    [{ period: null }, 'period'],
  ],
})
