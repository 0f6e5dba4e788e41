import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import { openTicket } from '../../guides/open-ticket.ts'
import { careOf, type GraphqlContext } from '../context.ts'
import { resultOf, type ActionResult, type ActionResultRef } from './result.ts'

/** `openTicket`: reports what a walk through a guide has not solved. */
export function addOpenTicket(builder: WidgetBuilder<GraphqlContext>, actionResult: ActionResultRef): void {
  const input = builder.inputType('OpenTicketInput', {
    description: 'Which walk. What is reported is what it has found out: nobody says it again.',
    fields: (t) => ({
      run: t.id({ required: true, description: 'One of the customer’s own walks, at an end whose outcome is `ticket`.' }),
      idempotencyKey: t.string({ required: true, description: 'One per tap. Whatever it is, a walk is reported once only.' }),
    }),
  })
  const result = builder.objectRef<ActionResult>('OpenTicketResult').implement({
    description: 'What came of opening a report, and the widgets it changed.',
    interfaces: [actionResult],
    fields: (t) => ({
      ticket: t.id({ nullable: true, description: 'Its number; null when it is not open, or not yet.', resolve: ({ madeId }) => madeId }),
    }),
  })
  builder.mutationField('openTicket', (t) =>
    t.field({
      type: result,
      nullable: false,
      description: 'Opens a report with all that was found out and said in a walk through a guide.',
      args: { input: t.arg({ type: input, required: true, description: 'Which walk.' }) },
      resolve: (_root, { input: wish }, context) =>
        resultOf(context, (_, request, wanted: typeof wish) => openTicket({ ...context, ...careOf(context) }, request, wanted), wish),
    }),
  )
}
