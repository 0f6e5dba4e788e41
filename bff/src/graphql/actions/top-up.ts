import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import { topUp } from '../../actions/top-up.ts'
import type { GraphqlContext } from '../context.ts'
import { resultOf, type ActionResult, type ActionResultRef } from './result.ts'

/** `topUp`: raises the credit of a line. */
export function addTopUp(builder: WidgetBuilder<GraphqlContext>, actionResult: ActionResultRef): void {
  const input = builder.inputType('TopUpInput', {
    fields: (t) => ({
      lineId: t.id({ required: true, description: 'One of the customer’s own lines.' }),
      amount: t.int({ required: true, description: 'In minor units (cents) of the brand’s currency.' }),
      idempotencyKey: t.string({ required: true, description: 'One per tap: the same key never pays twice.' }),
    }),
  })
  const result = builder
    .objectRef<ActionResult>('TopUpResult')
    .implement({ description: 'What came of a top-up, and the widgets it changed.', interfaces: [actionResult] })
  builder.mutationField('topUp', (t) =>
    t.field({
      type: result,
      nullable: false,
      description: 'Tops up the credit of one of the customer’s lines.',
      args: { input: t.arg({ type: input, required: true, description: 'What to top up, and by how much.' }) },
      resolve: (_root, { input: wanted }, context) => resultOf(context, topUp, wanted),
    }),
  )
}
