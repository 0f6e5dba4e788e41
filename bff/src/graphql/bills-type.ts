import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import type { MyAnswer } from '../me/my-answer.ts'
import type { MyBill } from '../me/my-bills.ts'
import type { AnswerRef } from './answer-type.ts'
import type { GraphqlContext } from './context.ts'

/** `BillsAnswer`: the bills of the customer. */
export function addBillsType(builder: WidgetBuilder<GraphqlContext>, answer: AnswerRef) {
  const bill = builder.objectRef<MyBill>('CustomerBill').implement({
    description: 'One bill of the customer.',
    fields: (t) => ({
      id: t.exposeID('id', { nullable: false, description: 'Unique among his bills.' }),
      number: t.exposeString('number', { nullable: false, description: 'As printed on the bill.' }),
      state: t.exposeString('state', { nullable: false, description: 'issued, paid or overdue; may grow.' }),
      amount: t.expose('amount', { type: 'Money', nullable: false, description: 'The whole bill.' }),
      remaining: t.expose('remaining', { type: 'Money', nullable: false, description: 'What is left to pay.' }),
      issuedOn: t.expose('issuedOn', { type: 'DateTime', nullable: false, description: 'When it was issued.' }),
      dueOn: t.expose('dueOn', { type: 'DateTime', nullable: true, description: 'When it must be paid.' }),
    }),
  })
  return builder.objectRef<MyAnswer<MyBill[]>>('BillsAnswer').implement({
    description: 'The bills of the customer, and their age.',
    interfaces: [answer],
    fields: (t) => ({
      bills: t.expose('value', {
        type: [bill],
        nullable: true,
        description: 'Newest first; null when they could not be had; may be empty.',
      }),
    }),
  })
}
