import { kindSchema } from '../graphql/kind-schema.ts'
import type { BalancePayload } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'The credit of a prepaid or hybrid line.',
  payload: (builder) =>
    builder.objectRef<BalancePayload>('Balance').implement({
      description: 'How much credit is left, and until when.',
      fields: (t) => ({
        amount: t.expose('amount', { type: 'Money', nullable: false, description: 'The credit that is left.' }),
        isLow: t.exposeBoolean('isLow', { nullable: false, description: 'Whether it is under the threshold the editors set.' }),
        lowText: t.exposeString('lowText', { nullable: true, description: 'The warning, when it is low.' }),
        expiresOn: t.expose('expiresOn', { type: 'DateTime', nullable: true, description: 'When the credit expires.' }),
        expiryText: t.exposeString('expiryText', { nullable: true, description: 'The same as a sentence.' }),
        topUp: t.expose('topUp', { type: 'Action', nullable: true, description: 'A quick top-up, when the editors offer one.' }),
      }),
    }),
  fragment: `
fragment BalanceTile on BalanceWidget {
  balance {
    amount {
      ...MoneyParts
    }
    isLow
    lowText
    expiresOn
    expiryText
    topUp {
      ...ActionParts
    }
  }
}`,
})
