import { kindSchema } from '../graphql/kind-schema.ts'
import type { CallUsPayload, CallUsSlot } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'The number of the operator’s help desk, and the hours in which it calls back.',
  payload: (builder) => {
    const slot = builder.objectRef<CallUsSlot>('CallUsSlot').implement({
      description: 'One hour in which the customer can be called.',
      fields: (t) => ({
        id: t.exposeID('id', { nullable: false, description: 'What `bookCallback` takes.' }),
        startsAt: t.expose('startsAt', { type: 'DateTime', nullable: false, description: 'When it begins.' }),
        endsAt: t.expose('endsAt', { type: 'DateTime', nullable: false, description: 'When it ends.' }),
        dayText: t.exposeString('dayText', { nullable: false, description: 'The day, with the day of the week.' }),
        timeText: t.exposeString('timeText', { nullable: false, description: 'From when to when.' }),
        book: t.expose('book', { type: 'Action', nullable: false, description: 'Books it, after asking.' }),
      }),
    })
    return builder.objectRef<CallUsPayload>('CallUs').implement({
      description: 'How to talk to somebody.',
      fields: (t) => ({
        number: t.expose('number', { type: 'Text', nullable: false, description: 'The number to call, as written.' }),
        call: t.expose('call', { type: 'Action', nullable: true, description: 'Opens the telephone: its links are `tel:` addresses.' }),
        hours: t.expose('hours', { type: 'Text', nullable: true, description: 'When somebody answers.' }),
        body: t.expose('body', { type: 'Text', nullable: true, description: 'What the editors say about it.' }),
        slotsText: t.exposeString('slotsText', {
          nullable: true,
          description: 'What stands before the hours, also when there are none; absent where nobody calls back.',
        }),
        slots: t.expose('slots', { type: [slot], nullable: false, description: 'Soonest first; may be empty.' }),
        isOpen: t.exposeBoolean('isOpen', {
          nullable: true,
          description:
            'Whether somebody answers now; null where the editors wrote no opening hours. When nobody does, offer the call-back first.',
        }),
        openText: t.exposeString('openText', { nullable: true, description: 'The same in words, and until when, or when again.' }),
        turnsAt: t.expose('turnsAt', {
          type: 'DateTime',
          nullable: true,
          description: 'When it closes or opens again: ask for the home anew then. Null where that is more than two weeks ahead.',
        }),
      }),
    })
  },
  fragment: `
fragment CallUsTile on CallUsWidget {
  callUs {
    number {
      ...TextParts
    }
    call {
      ...ActionParts
    }
    hours {
      ...TextParts
    }
    body {
      ...TextParts
    }
    slotsText
    slots {
      id
      startsAt
      endsAt
      dayText
      timeText
      book {
        ...ActionParts
      }
    }
    isOpen
    openText
    turnsAt
  }
  ...ActionsParts
}`,
})
