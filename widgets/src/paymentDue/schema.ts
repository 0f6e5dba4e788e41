import { kindSchema } from '../graphql/kind-schema.ts'
import type { PaymentDuePayload } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'The bill that is due first, and the way to pay it.',
  payload: (builder) =>
    builder.objectRef<PaymentDuePayload>('PaymentDue').implement({
      description: 'How much, until when, what follows, and the button that pays it.',
      fields: (t) => ({
        billNumber: t.exposeString('billNumber', { nullable: false, description: 'As printed on the bill.' }),
        amount: t.expose('amount', { type: 'Money', nullable: false, description: 'What is left to pay of it.' }),
        stage: t.exposeString('stage', { nullable: false, description: 'due, dueSoon, overdue, suspensionSoon or paying; may grow.' }),
        stageText: t.exposeString('stageText', { nullable: false, description: 'The stage in words.' }),
        dueOn: t.expose('dueOn', { type: 'DateTime', nullable: true, description: 'When it must be paid.' }),
        dueText: t.exposeString('dueText', { nullable: true, description: 'The same as a sentence.' }),
        consequenceText: t.exposeString('consequenceText', { nullable: true, description: 'What may follow if it stays unpaid.' }),
        totalDueText: t.exposeString('totalDueText', { nullable: true, description: 'What is open over all bills, when that is more.' }),
        body: t.expose('body', { type: 'Text', nullable: true, description: 'What the editors say about it.' }),
        methodText: t.exposeString('methodText', { nullable: true, description: 'What it is paid with, or why it cannot be paid here.' }),
        paymentText: t.exposeString('paymentText', { nullable: true, description: 'What came of the last payment of it.' }),
        pay: t.expose('pay', { type: 'Action', nullable: true, description: 'Pays it, after asking; null while a payment is under way.' }),
      }),
    }),
  fragment: `
fragment PaymentDueTile on PaymentDueWidget {
  paymentDue {
    billNumber
    amount {
      ...MoneyParts
    }
    stage
    stageText
    dueOn
    dueText
    consequenceText
    totalDueText
    body {
      ...TextParts
    }
    methodText
    paymentText
    pay {
      ...ActionParts
    }
  }
}`,
})
