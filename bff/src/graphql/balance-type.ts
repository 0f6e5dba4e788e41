import type { WidgetBuilder } from '@mosaic/widgets/graphql'
import type { MyAnswer } from '../me/my-answer.ts'
import type { MyBalance } from '../me/my-balance.ts'
import type { AnswerRef } from './answer-type.ts'
import type { GraphqlContext } from './context.ts'

/** `BalanceAnswer`: the credit of one line. */
export function addBalanceType(builder: WidgetBuilder<GraphqlContext>, answer: AnswerRef) {
  const credit = builder.objectRef<MyBalance>('Credit').implement({
    description: 'The credit of a line.',
    fields: (t) => ({
      amount: t.expose('amount', {
        type: 'Money',
        nullable: true,
        description: 'What is left; null on a line without credit, such as one paid by bill.',
      }),
      expiresOn: t.expose('expiresOn', { type: 'DateTime', nullable: true, description: 'When it expires.' }),
    }),
  })
  return builder.objectRef<MyAnswer<MyBalance>>('BalanceAnswer').implement({
    description: 'The credit of one line, and its age.',
    interfaces: [answer],
    fields: (t) => ({
      line: t.exposeID('lineId', { nullable: true, description: 'The line it is about.' }),
      credit: t.expose('value', { type: credit, nullable: true, description: 'Null when it could not be had.' }),
    }),
  })
}
