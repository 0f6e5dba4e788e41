import { kindSchema } from '../graphql/kind-schema.ts'
import type { ChargesEvent, ChargesItem, ChargesPayload } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'What has been charged since the last bill.',
  payload: (builder) => {
    const item = builder.objectRef<ChargesItem>('ChargesItem').implement({
      description: 'One charge or, where the editors want a summary, all of one type.',
      fields: (t) => ({
        id: t.exposeID('id', { nullable: false, description: 'Unique in its widget.' }),
        name: t.exposeString('name', { nullable: false, description: 'What it is for.' }),
        type: t.exposeString('type', { nullable: false, description: 'recurring, oneTime, usage or thirdParty; may grow.' }),
        typeText: t.exposeString('typeText', { nullable: false, description: 'The type in words.' }),
        amount: t.expose('amount', { type: 'Money', nullable: false, description: 'How much, VAT included.' }),
        whenText: t.exposeString('whenText', { nullable: false, description: 'When it was charged, or how many charges it sums up.' }),
      }),
    })
    const event = builder.objectRef<ChargesEvent>('ChargesEvent').implement({
      description: 'One call, data session or message of the line.',
      fields: (t) => ({
        id: t.exposeID('id', { nullable: false, description: 'Unique in its widget.' }),
        type: t.exposeString('type', { nullable: false, description: 'data, voice or sms; may grow.' }),
        name: t.exposeString('name', { nullable: false, description: 'What it is.' }),
        detailText: t.exposeString('detailText', {
          nullable: true,
          description: 'How much or how long it was, and the end of the number: no more of it is known.',
        }),
        whenText: t.exposeString('whenText', { nullable: false, description: 'The day and the time.' }),
        cost: t.expose('cost', { type: 'Money', nullable: true, description: 'What it cost; null as long as it is not rated.' }),
        costText: t.exposeString('costText', {
          nullable: false,
          description: 'The same in words: an amount, that it is in the plan, or not known yet.',
        }),
      }),
    })
    return builder.objectRef<ChargesPayload>('Charges').implement({
      description: 'What will be on the next bill, as far as it is known.',
      fields: (t) => ({
        total: t.expose('total', { type: 'Money', nullable: true, description: 'All of it; null when it is in several currencies.' }),
        totalText: t.exposeString('totalText', { nullable: true, description: 'What the total is, beside its amount.' }),
        items: t.expose('items', { type: [item], nullable: false, description: 'At least one.' }),
        moreText: t.exposeString('moreText', { nullable: true, description: 'How many are not listed; null when all are.' }),
        events: t.expose('events', {
          type: [event],
          nullable: true,
          description: 'What the line did, newest first; null where the editors do not want it, and where nobody can say.',
        }),
        eventsTitle: t.exposeString('eventsTitle', {
          nullable: true,
          description: 'What stands above the events; null where they are not wanted.',
        }),
        eventsNote: t.exposeString('eventsNote', {
          nullable: true,
          description: 'That there are none, that the newest have no cost yet, or that they cannot be shown now.',
        }),
      }),
    })
  },
  fragment: `
fragment ChargesTile on ChargesWidget {
  charges {
    total {
      ...MoneyParts
    }
    totalText
    items {
      id
      name
      type
      typeText
      amount {
        ...MoneyParts
      }
      whenText
    }
    moreText
    events {
      id
      type
      name
      detailText
      whenText
      cost {
        ...MoneyParts
      }
      costText
    }
    eventsTitle
    eventsNote
  }
}`,
})
