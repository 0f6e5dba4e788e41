import { kindSchema } from '../graphql/kind-schema.ts'
import type { BillsItem, BillsPayload } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'The bills of the last months.',
  payload: (builder) => {
    const item = builder.objectRef<BillsItem>('BillsItem').implement({
      description: 'One bill.',
      fields: (t) => ({
        id: t.exposeID('id', { nullable: false, description: 'Unique in its widget.' }),
        number: t.exposeString('number', { nullable: false, description: 'As printed on the bill.' }),
        monthText: t.exposeString('monthText', { nullable: false, description: 'The month it was issued in.' }),
        amount: t.expose('amount', { type: 'Money', nullable: false, description: 'The whole bill.' }),
        state: t.exposeString('state', { nullable: false, description: 'issued, paid, overdue or paying; may grow.' }),
        stateText: t.exposeString('stateText', { nullable: false, description: 'The state in words.' }),
        detailText: t.exposeString('detailText', {
          nullable: true,
          description: 'Until when, and what is left of it; null once it is paid.',
        }),
        pay: t.expose('pay', {
          type: 'Action',
          nullable: true,
          description: 'Pays it, after asking; null where that cannot be done here.',
        }),
      }),
    })
    return builder.objectRef<BillsPayload>('Bills').implement({
      description: 'The bills, and what is open over all of them.',
      fields: (t) => ({
        items: t.expose('items', { type: [item], nullable: false, description: 'Newest first; at least one.' }),
        totalDue: t.expose('totalDue', {
          type: 'Money',
          nullable: true,
          description: 'What is open over all bills; null when nothing is.',
        }),
        totalDueText: t.exposeString('totalDueText', { nullable: false, description: 'The same as a sentence, also when all are paid.' }),
      }),
    })
  },
  fragment: `
fragment BillsTile on BillsWidget {
  bills {
    items {
      id
      number
      monthText
      amount {
        ...MoneyParts
      }
      state
      stateText
      detailText
      pay {
        ...ActionParts
      }
    }
    totalDue {
      ...MoneyParts
    }
    totalDueText
  }
}`,
})
