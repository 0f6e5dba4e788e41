import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import { payBill } from '../../actions/pay-bill.ts'
import type { GraphqlContext } from '../context.ts'
import { resultOf, type ActionResult, type ActionResultRef } from './result.ts'

/** `payBill`: pays what is open of a bill. */
export function addPayBill(builder: WidgetBuilder<GraphqlContext>, actionResult: ActionResultRef): void {
  const input = builder.inputType('PayBillInput', {
    fields: (t) => ({
      billId: t.id({ required: true, description: 'One of the customer’s own bills.' }),
      amount: t.int({ required: true, description: 'What the customer has agreed to pay, in minor units (cents): all that is open.' }),
      paymentMethodId: t.id({ required: true, description: 'One of the customer’s own payment methods.' }),
      idempotencyKey: t.string({ required: true, description: 'One per tap: the same key never pays twice.' }),
    }),
  })
  const result = builder
    .objectRef<ActionResult>('PayBillResult')
    .implement({ description: 'What came of a payment, and the widgets it changed.', interfaces: [actionResult] })
  builder.mutationField('payBill', (t) =>
    t.field({
      type: result,
      nullable: false,
      description: 'Pays what is open of one of the customer’s bills.',
      args: { input: t.arg({ type: input, required: true, description: 'Which bill, how much, and with what.' }) },
      resolve: (_root, { input: wanted }, context) => resultOf(context, payBill, wanted),
    }),
  )
}
