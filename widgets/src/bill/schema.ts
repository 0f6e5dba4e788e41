import { kindSchema } from '../graphql/kind-schema.ts'
import type { BillPayload } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'The latest bill of the customer.',
  payload: (builder) =>
    builder.objectRef<BillPayload>('Bill').implement({
      description: 'How much, until when, and whether it has been paid.',
      fields: (t) => ({
        number: t.exposeString('number', { nullable: false, description: 'As printed on the bill.' }),
        amount: t.expose('amount', { type: 'Money', nullable: false, description: 'The whole bill.' }),
        state: t.exposeString('state', { nullable: false, description: 'issued, paid or overdue; may grow.' }),
        stateText: t.exposeString('stateText', { nullable: false, description: 'The state in words.' }),
        issuedOn: t.expose('issuedOn', { type: 'DateTime', nullable: false, description: 'When it was issued.' }),
        issuedText: t.exposeString('issuedText', { nullable: false, description: 'The same as a sentence.' }),
        dueOn: t.expose('dueOn', { type: 'DateTime', nullable: true, description: 'When it must be paid.' }),
        dueText: t.exposeString('dueText', { nullable: true, description: 'The same as a sentence; null once it is paid.' }),
        remaining: t.expose('remaining', { type: 'Money', nullable: true, description: 'What is left to pay, when that is a part only.' }),
        remainingText: t.exposeString('remainingText', { nullable: true, description: 'The same as a sentence.' }),
        totalDue: t.expose('totalDue', { type: 'Money', nullable: true, description: 'What is open over all bills, when that is more.' }),
        totalDueText: t.exposeString('totalDueText', { nullable: true, description: 'The same as a sentence.' }),
        paymentText: t.exposeString('paymentText', { nullable: true, description: 'What came of the last payment, while that matters.' }),
        pay: t.expose('pay', {
          type: 'Action',
          nullable: true,
          description: 'Pays it, after asking; null where that cannot be done here.',
        }),
        isAutopay: t.exposeBoolean('isAutopay', { nullable: false, description: 'Whether bills are paid automatically.' }),
      }),
    }),
  fragment: `
fragment BillTile on BillWidget {
  bill {
    number
    amount {
      ...MoneyParts
    }
    state
    stateText
    issuedOn
    issuedText
    dueOn
    dueText
    remaining {
      ...MoneyParts
    }
    remainingText
    totalDue {
      ...MoneyParts
    }
    totalDueText
    isAutopay
    paymentText
    pay {
      ...ActionParts
    }
  }
}`,
})
