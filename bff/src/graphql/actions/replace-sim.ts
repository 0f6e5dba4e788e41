import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import { replaceSim } from '../../actions/replace-sim.ts'
import type { GraphqlContext } from '../context.ts'
import { resultOf, type ActionResult, type ActionResultRef } from './result.ts'

/** `replaceSim`: orders another SIM. */
export function addReplaceSim(builder: WidgetBuilder<GraphqlContext>, actionResult: ActionResultRef): void {
  const input = builder.inputType('ReplaceSimInput', {
    fields: (t) => ({
      lineId: t.id({ required: true, description: 'One of the customer’s own lines.' }),
      form: t.string({ required: true, description: '`sim` or `esim`.' }),
      reason: t.string({ required: true, description: '`lost`, `stolen` or `broken`.' }),
      price: t.int({
        description: 'What the customer has agreed to, in minor units (cents); absent where it is free. Another one is refused.',
      }),
      idempotencyKey: t.string({ required: true, description: 'One per tap: the same key never orders twice.' }),
    }),
  })
  const result = builder
    .objectRef<ActionResult>('ReplaceSimResult')
    .implement({ description: 'What came of ordering another SIM, and the widgets it changed.', interfaces: [actionResult] })
  builder.mutationField('replaceSim', (t) =>
    t.field({
      type: result,
      nullable: false,
      description: 'Orders another SIM for one of the customer’s lines, with the same number. The one there is stops working.',
      args: { input: t.arg({ type: input, required: true, description: 'Which SIM, for which line, why, and at which price.' }) },
      resolve: (_root, { input: wanted }, context) => resultOf(context, replaceSim, wanted),
    }),
  )
}
