import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import { deactivateOption } from '../../actions/options.ts'
import type { GraphqlContext } from '../context.ts'
import { resultOf, type ActionResult, type ActionResultRef } from './result.ts'

/** `deactivateOption`: turns an option off. */
export function addDeactivateOption(builder: WidgetBuilder<GraphqlContext>, actionResult: ActionResultRef): void {
  const input = builder.inputType('DeactivateOptionInput', {
    fields: (t) => ({
      lineId: t.id({ required: true, description: 'One of the customer’s own lines.' }),
      productId: t.id({ required: true, description: 'One of the products of the line.' }),
      idempotencyKey: t.string({ required: true, description: 'One per tap: the same key never does it twice.' }),
    }),
  })
  const result = builder
    .objectRef<ActionResult>('DeactivateOptionResult')
    .implement({ description: 'What came of turning an option off, and the widgets it changed.', interfaces: [actionResult] })
  builder.mutationField('deactivateOption', (t) =>
    t.field({
      type: result,
      nullable: false,
      description: 'Turns off what one of the customer’s lines has beside its plan.',
      args: { input: t.arg({ type: input, required: true, description: 'Which product, of which line.' }) },
      resolve: (_root, { input: wanted }, context) => resultOf(context, deactivateOption, wanted),
    }),
  )
}
