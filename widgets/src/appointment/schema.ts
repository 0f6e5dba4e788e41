import { kindSchema } from '../graphql/kind-schema.ts'
import type { AppointmentItem, AppointmentMove, AppointmentPayload } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'When somebody calls, comes, or is met.',
  payload: (builder) => {
    const move = builder.objectRef<AppointmentMove>('AppointmentMove').implement({
      description: 'Another time there is for an appointment.',
      fields: (t) => ({
        id: t.exposeID('id', { nullable: false, description: 'The time, as `moveAppointment` takes it.' }),
        startsAt: t.expose('startsAt', { type: 'DateTime', nullable: false, description: 'When it would begin.' }),
        dayText: t.exposeString('dayText', { nullable: false, description: 'The day, with the day of the week.' }),
        timeText: t.exposeString('timeText', { nullable: false, description: 'From when to when.' }),
        move: t.expose('move', { type: 'Action', nullable: false, description: 'Moves the appointment there, after asking.' }),
      }),
    })
    const item = builder.objectRef<AppointmentItem>('AppointmentItem').implement({
      description: 'One appointment of the customer.',
      fields: (t) => ({
        id: t.exposeID('id', { nullable: false, description: 'Its id at the operator’s.' }),
        what: t.exposeString('what', { nullable: false, description: 'callback, technician, store or other; may grow.' }),
        whatText: t.exposeString('whatText', { nullable: false, description: 'The same in words.' }),
        topic: t.exposeString('topic', { nullable: true, description: 'What it is about, in the operator’s words.' }),
        startsAt: t.expose('startsAt', { type: 'DateTime', nullable: false, description: 'When it begins.' }),
        endsAt: t.expose('endsAt', { type: 'DateTime', nullable: true, description: 'When it ends at the latest.' }),
        dayText: t.exposeString('dayText', { nullable: false, description: 'The day, with the day of the week.' }),
        timeText: t.exposeString('timeText', { nullable: false, description: 'From when to when.' }),
        placeText: t.exposeString('placeText', { nullable: true, description: 'Where: an address, or the name of a shop.' }),
        state: t.exposeString('state', { nullable: false, description: 'requested, confirmed or cancelled; may grow.' }),
        stateText: t.exposeString('stateText', { nullable: false, description: 'The state in words.' }),
        moveText: t.exposeString('moveText', { nullable: true, description: 'What stands over `moves`; absent when there are none.' }),
        moves: t.expose('moves', {
          type: [move],
          nullable: false,
          description: 'Other times for it, soonest first; empty where it cannot be moved here.',
        }),
      }),
    })
    return builder.objectRef<AppointmentPayload>('Appointment').implement({
      description: 'The customer’s appointments.',
      fields: (t) => ({
        items: t.expose('items', { type: [item], nullable: false, description: 'Soonest first; at least one.' }),
        advice: t.expose('advice', { type: 'Text', nullable: true, description: 'What to have ready.' }),
      }),
    })
  },
  fragment: `
fragment AppointmentTile on AppointmentWidget {
  appointment {
    items {
      id
      what
      whatText
      topic
      startsAt
      endsAt
      dayText
      timeText
      placeText
      state
      stateText
      moveText
      moves {
        id
        startsAt
        dayText
        timeText
        move {
          ...ActionParts
        }
      }
    }
    advice {
      ...TextParts
    }
  }
}`,
})
