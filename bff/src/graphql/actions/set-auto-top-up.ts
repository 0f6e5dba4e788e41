import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import { setAutoTopUp } from '../../actions/auto-top-up.ts'
import type { GraphqlContext } from '../context.ts'
import { resultOf, type ActionResult, type ActionResultRef } from './result.ts'

/** `setAutoTopUp`: makes a line top itself up. */
export function addSetAutoTopUp(builder: WidgetBuilder<GraphqlContext>, actionResult: ActionResultRef): void {
  const input = builder.inputType('SetAutoTopUpInput', {
    fields: (t) => ({
      lineId: t.id({ required: true, description: 'One of the customer’s own lines.' }),
      isOn: t.boolean({ required: true, description: 'Whether there is to be a rule.' }),
      amount: t.int({ description: 'Of each top-up, in minor units (cents); needed when it is turned on.' }),
      period: t.string({ description: '`weekly`, `fortnightly` or `monthly`; needed when it is turned on.' }),
      idempotencyKey: t.string({ required: true, description: 'One per tap: the same key never does it twice.' }),
    }),
  })
  const result = builder.objectRef<ActionResult>('SetAutoTopUpResult').implement({
    description: 'What came of turning the automatic top-up on or off, and the widgets it changed.',
    interfaces: [actionResult],
  })
  builder.mutationField('setAutoTopUp', (t) =>
    t.field({
      type: result,
      nullable: false,
      description: 'Turns the automatic top-up of a line on, in the place of the one there may be, or off.',
      args: { input: t.arg({ type: input, required: true, description: 'The line, and the rule it is to have.' }) },
      resolve: (_root, { input: wanted }, context) => resultOf(context, setAutoTopUp, wanted),
    }),
  )
}
