import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import { bookCallback } from '../../actions/book-callback.ts'
import type { GraphqlContext } from '../context.ts'
import { resultOf, type ActionResult, type ActionResultRef } from './result.ts'

/** `bookCallback`: has the operator call back. */
export function addBookCallback(builder: WidgetBuilder<GraphqlContext>, actionResult: ActionResultRef): void {
  const input = builder.inputType('BookCallbackInput', {
    fields: (t) => ({
      slotId: t.id({ required: true, description: 'One of the hours on offer.' }),
      topic: t.string({ description: 'What it is about, in 80 characters at most.' }),
      lineId: t.id({ description: 'One of the customer’s own lines, when it is about one.' }),
      idempotencyKey: t.string({ required: true, description: 'One per tap: the same key never books twice.' }),
    }),
  })
  const result = builder
    .objectRef<ActionResult>('BookCallbackResult')
    .implement({ description: 'What came of booking a call, and the widgets it changed.', interfaces: [actionResult] })
  builder.mutationField('bookCallback', (t) =>
    t.field({
      type: result,
      nullable: false,
      description: 'Books an hour at which the operator calls the customer.',
      args: { input: t.arg({ type: input, required: true, description: 'When, and about what.' }) },
      resolve: (_root, { input: wanted }, context) => resultOf(context, bookCallback, wanted),
    }),
  )
}
