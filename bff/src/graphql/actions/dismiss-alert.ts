import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import { dismissAlert } from '../../actions/dismiss-alert.ts'
import type { GraphqlContext } from '../context.ts'
import { resultOf, type ActionResult, type ActionResultRef } from './result.ts'

/** `dismissAlert`: puts a notice away. */
export function addDismissAlert(builder: WidgetBuilder<GraphqlContext>, actionResult: ActionResultRef): void {
  const input = builder.inputType('DismissAlertInput', {
    fields: (t) => ({
      contentId: t.id({ required: true, description: 'The id of the widget that is put away.' }),
      idempotencyKey: t.string({ required: true, description: 'One per tap: the same key never does it twice.' }),
    }),
  })
  const result = builder
    .objectRef<ActionResult>('DismissAlertResult')
    .implement({ description: 'What came of closing a notice, and the widgets it changed.', interfaces: [actionResult] })
  builder.mutationField('dismissAlert', (t) =>
    t.field({
      type: result,
      nullable: false,
      description: 'Puts away a notice that may be put away.',
      args: { input: t.arg({ type: input, required: true, description: 'Which notice.' }) },
      resolve: (_root, { input: wanted }, context) => resultOf(context, dismissAlert, wanted),
    }),
  )
}
