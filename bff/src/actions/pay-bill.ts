import { show } from '@mosaic/schemas/errors'
import { act } from './act.ts'
import {
  Answered,
  type ActionDependencies,
  type ActionReceipt,
  type ActionRequest,
  type ActionWords,
  type Known,
  type Sent,
  type Tap,
} from './contract.ts'
import { badInput, checkAmount, checkId } from './inputs.ts'

/** `amount`: what the customer has agreed to pay, in integer minor units. */
export type PayBillInput = Tap & { billId: string; amount: number; paymentMethodId: string }

/** A bill may be larger than any top-up; beyond this it is a mistake. In minor units. */
const maxBillMinor = 10_000_000

const words: ActionWords = {
  completed: { it: 'Pagamento effettuato, grazie.', en: 'Paid, thank you.' },
  pending: { it: 'Pagamento in corso: la fattura si aggiorna fra poco.', en: 'Payment under way: your bill will be updated shortly.' },
  failed: {
    it: 'Pagamento non riuscito: non ti è stato addebitato nulla. Riprova o usa un altro metodo.',
    en: 'The payment did not go through: you have not been charged. Try again, or use another method.',
  },
  unknown: {
    it: 'Non abbiamo ancora la conferma del pagamento: controlla la fattura fra qualche minuto prima di riprovare.',
    en: 'We have no confirmation of the payment yet: check your bill in a few minutes before trying again.',
  },
}

/** Pays what is open of one of the customer's bills, with one of his payment methods. Throws what `act` throws. */
export async function payBill(
  dependencies: ActionDependencies,
  request: ActionRequest,
  { billId, amount, paymentMethodId, idempotencyKey }: PayBillInput,
): Promise<ActionReceipt> {
  checkId('billId', billId)
  checkAmount('amount', amount, maxBillMinor)
  checkId('paymentMethodId', paymentMethodId)
  const prepare = async ({ read }: Known): Promise<Sent<'payBill'>> => {
    const [bills, methods] = await Promise.all([read('bills'), read('paymentMethods')])
    const bill = bills.find(({ id }) => id === billId)
    if (!bill) throw badInput('billId', 'one of the customer’s own bills', show(billId))
    const method = methods.find(({ id }) => id === paymentMethodId)
    if (!method) throw badInput('paymentMethodId', 'one of the customer’s own payment methods', show(paymentMethodId))
    // A tap that is repeated finds its bill paid.
    if (bill.remaining.minor <= 0)
      throw new Answered('completed', { it: 'Questa fattura risulta già pagata.', en: 'This bill is paid already.' })
    if (bill.remaining.minor !== amount) {
      throw new Answered('failed', {
        it: 'Nel frattempo l’importo della fattura è cambiato: ricontrollalo e conferma di nuovo.',
        en: 'The amount of the bill has changed meanwhile: check it and confirm again.',
      })
    }
    if (method.status !== 'active') {
      throw new Answered('failed', {
        it: 'Questo metodo di pagamento non è più valido: non ti è stato addebitato nulla. Scegline un altro.',
        en: 'This payment method is not valid any more: you have not been charged. Choose another one.',
      })
    }
    return { billId, amountMinor: amount, paymentMethodId }
  }
  return act(dependencies, request, { operation: 'payBill', write: 'payBill', words, prepare }, idempotencyKey)
}
