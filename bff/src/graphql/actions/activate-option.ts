import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import { activateOption } from '../../actions/options.ts'
import type { GraphqlContext } from '../context.ts'
import { resultOf, type ActionResult, type ActionResultRef } from './result.ts'

/** `activateOption`: turns an option on. */
export function addActivateOption(builder: WidgetBuilder<GraphqlContext>, actionResult: ActionResultRef): void {
  const input = builder.inputType('ActivateOptionInput', {
    fields: (t) => ({
      lineId: t.id({ required: true, description: 'One of the customer’s own lines.' }),
      offeringId: t.id({ required: true, description: 'An offering of the catalogue.' }),
      price: t.int({
        description:
          'What the customer has agreed to, in minor units (cents); absent where the offering names no price. Another one is refused.',
      }),
      idempotencyKey: t.string({ required: true, description: 'One per tap: the same key never buys twice.' }),
    }),
  })
  const result = builder
    .objectRef<ActionResult>('ActivateOptionResult')
    .implement({ description: 'What came of turning an option on, and the widgets it changed.', interfaces: [actionResult] })
  builder.mutationField('activateOption', (t) =>
    t.field({
      type: result,
      nullable: false,
      description: 'Turns an option of the catalogue on for one of the customer’s lines.',
      args: { input: t.arg({ type: input, required: true, description: 'Which option, for which line, at which price.' }) },
      resolve: (_root, { input: wanted }, context) => resultOf(context, activateOption, wanted),
    }),
  )
}
