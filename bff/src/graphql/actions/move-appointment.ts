import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import { moveAppointment } from '../../actions/move-appointment.ts'
import type { GraphqlContext } from '../context.ts'
import { resultOf, type ActionResult, type ActionResultRef } from './result.ts'

/** `moveAppointment`: another time for an appointment. */
export function addMoveAppointment(builder: WidgetBuilder<GraphqlContext>, actionResult: ActionResultRef): void {
  const input = builder.inputType('MoveAppointmentInput', {
    fields: (t) => ({
      appointmentId: t.id({ required: true, description: 'One of the customer’s own appointments.' }),
      slotId: t.id({ required: true, description: 'One of the times on offer for it.' }),
      idempotencyKey: t.string({ required: true, description: 'One per tap: the same key never moves twice.' }),
    }),
  })
  const result = builder
    .objectRef<ActionResult>('MoveAppointmentResult')
    .implement({ description: 'What came of moving an appointment, and the widgets it changed.', interfaces: [actionResult] })
  builder.mutationField('moveAppointment', (t) =>
    t.field({
      type: result,
      nullable: false,
      description: 'Moves one of the customer’s appointments to another time.',
      args: { input: t.arg({ type: input, required: true, description: 'Which appointment, and when instead.' }) },
      resolve: (_root, { input: wanted }, context) => resultOf(context, moveAppointment, wanted),
    }),
  )
}
