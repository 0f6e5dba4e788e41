import type { Bill, Payment, PaymentMethod } from '@mosaic/schemas/bss'
import type { PresentInput } from './definition.ts'
import type { Fields } from './fields.ts'
import type { Moment } from './moment.ts'
import { say } from './say.ts'
import type { ActionView } from './view-model.ts'

type Needed = Pick<PresentInput<Fields, never>, 'content' | 'format' | 'refreshedBy'>

/** Pays what is left of one bill, after asking. The client adds the idempotency key, one per tap; every tile drawn from what it changes is refreshed. */
export function payBillAction(input: Needed, bill: Bill, method: PaymentMethod): ActionView {
  const { content, format } = input
  const { locale } = format
  const amount = format.money(bill.remaining).text
  return {
    __typename: 'RunMutation',
    id: `${content.id}:pay:${bill.id}`,
    label: { value: say(locale, { it: `Paga ${amount}`, en: `Pay ${amount}` }), lang: locale },
    accessibilityLabel: say(locale, { it: `Paga ${amount} della fattura ${bill.number}`, en: `Pay ${amount} of bill ${bill.number}` }),
    confirm: {
      title: say(locale, { it: `Pagare ${amount}?`, en: `Pay ${amount}?` }),
      body: say(locale, {
        it: `Fattura ${bill.number}, una volta sola, con ${method.name}.`,
        en: `Bill ${bill.number}, once, with ${method.name}.`,
      }),
      acceptLabel: say(locale, { it: 'Paga', en: 'Pay' }),
      cancelLabel: say(locale, { it: 'Annulla', en: 'Cancel' }),
    },
    operationId: 'payBill',
    variables: [
      { name: 'billId', value: bill.id },
      { name: 'amount', value: String(bill.remaining.minor) },
      { name: 'paymentMethodId', value: method.id },
    ],
    refreshes: input.refreshedBy('payBill'),
  }
}

/** The method a payment is proposed with: the preferred one, or the next that works. A system may be late to say that a card has expired: its date says it. */
export function usableMethod(found: readonly PaymentMethod[], moment: Moment): PaymentMethod | undefined {
  const usable = found.filter(({ status, expiresOn }) => status === 'active' && (expiresOn === undefined || !moment.isAfter(expiresOn)))
  return usable.find(({ isPreferred }) => isPreferred) ?? usable[0]
}

/** What became of the last payment of a bill. */
export function lastPaymentOf(bill: Bill, payments: readonly Payment[]): Payment['status'] | undefined {
  return payments
    .filter(({ billId }) => billId === bill.id)
    .reduce<Payment | undefined>((last, payment) => (last && last.at >= payment.at ? last : payment), undefined)?.status
}
