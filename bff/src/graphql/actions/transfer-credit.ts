import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import { transferCredit } from '../../actions/transfer-credit.ts'
import type { GraphqlContext } from '../context.ts'
import { resultOf, type ActionResult, type ActionResultRef } from './result.ts'

/** `transferCredit`: sends credit to another line. */
export function addTransferCredit(builder: WidgetBuilder<GraphqlContext>, actionResult: ActionResultRef): void {
  const input = builder.inputType('TransferCreditInput', {
    fields: (t) => ({
      lineId: t.id({ required: true, description: 'The customer’s own prepaid line that sends it.' }),
      receiverLineId: t.id({ description: 'Another of the customer’s own lines. Either this or `receiverNumber`.' }),
      receiverNumber: t.string({
        description: 'Any prepaid number of the operator, in E.164, where a `transferCredit` tile lets one be typed.',
      }),
      amount: t.int({ required: true, description: 'In minor units (cents) of the brand’s currency.' }),
      fee: t.int({ description: 'What the customer has agreed to pay for it, in minor units; without it nothing.' }),
      idempotencyKey: t.string({ required: true, description: 'One per tap: the same key never sends twice.' }),
    }),
  })
  const result = builder
    .objectRef<ActionResult>('TransferCreditResult')
    .implement({ description: 'What came of a transfer of credit, and the widgets it changed.', interfaces: [actionResult] })
  builder.mutationField('transferCredit', (t) =>
    t.field({
      type: result,
      nullable: false,
      description: 'Sends credit from one of the customer’s lines to another number of the operator.',
      args: { input: t.arg({ type: input, required: true, description: 'From which line, to whom, how much, and at what cost.' }) },
      resolve: (_root, { input: wanted }, context) => resultOf(context, transferCredit, wanted),
    }),
  )
}
