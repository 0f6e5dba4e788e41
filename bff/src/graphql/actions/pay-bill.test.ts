import type { Simulator } from '../../../simulator/start.ts'
import { payBill } from '../../actions/pay-bill.ts'
import { describeAction } from './testing/describe-action.ts'
import { listOf } from './testing/simulated.ts'

const cards: Readonly<Record<string, string>> = { 'C-0001': 'PM-0001-1', 'C-0008': 'PM-0008-2' }

/** What is open of a customer's newest bill, paid with a card that is good. */
function newestBill({ customers }: Simulator, customerId: string) {
  const bill = customers.find(({ id }) => id === customerId)?.account?.bills[0]
  if (!bill) throw new Error(`The customer ${customerId} has no bill`)
  return { billId: bill.id, amount: bill.remainingCents, paymentMethodId: cards[customerId] ?? '' }
}

describeAction({
  operation: 'payBill',
  does: payBill,
  write: 'payBill',
  customer: 'C-0008',
  stranger: 'C-0001',
  strangerIsTold: 'BAD_INPUT',
  inputOf: newestBill,
  done: async (system, customer) =>
    (await listOf(system, 'payment', `payer.id=${customer}`)).filter(({ status }) => status === 'done').length,
  needs: 'bills',
  answered: [
    ['C-0008', { amount: 1 }, /importo della fattura è cambiato/],
    ['C-0008', { paymentMethodId: 'PM-0008-1' }, /metodo di pagamento non è più valido/],
  ],
  refused: [
    [{ amount: 0 }, 'amount'],
    [{ amount: 10_000_001 }, 'amount'],
    [{ billId: 'a bill' }, 'billId'],
    [{ billId: 'BILL-0002-2026-01' }, 'billId'],
    [{ paymentMethodId: 'PM-0001-1' }, 'paymentMethodId'],
    [{ paymentMethodId: '' }, 'paymentMethodId'],
  ],
})
