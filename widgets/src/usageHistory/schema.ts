import { kindSchema } from '../graphql/kind-schema.ts'
import type { UsageHistoryMonth, UsageHistoryPayload } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'What a line used or cost in the months that are over.',
  payload: (builder) => {
    const month = builder.objectRef<UsageHistoryMonth>('UsageHistoryMonth').implement({
      description: 'One calendar month.',
      fields: (t) => ({
        id: t.exposeID('id', { nullable: false, description: 'The month, such as 2026-10: unique in its widget.' }),
        monthText: t.exposeString('monthText', { nullable: false, description: 'Its name, with the year when it is not this year.' }),
        amount: t.exposeFloat('amount', {
          nullable: false,
          description: 'How much: data in MB, voice in minutes, SMS in messages, cost in minor units.',
        }),
        amountText: t.exposeString('amountText', { nullable: false, description: 'The same in words.' }),
        ratio: t.exposeFloat('ratio', { nullable: false, description: 'The part of the month with most, from 0 to 1.' }),
      }),
    })
    return builder.objectRef<UsageHistoryPayload>('UsageHistory').implement({
      description: 'Months to compare.',
      fields: (t) => ({
        what: t.exposeString('what', { nullable: false, description: 'data, voice, sms or cost; may grow.' }),
        whatText: t.exposeString('whatText', { nullable: false, description: 'The same in words.' }),
        months: t.expose('months', { type: [month], nullable: false, description: 'Newest first; at least one.' }),
        averageText: t.exposeString('averageText', {
          nullable: true,
          description: 'The average of these months, as a sentence; null with one only.',
        }),
        trendText: t.exposeString('trendText', { nullable: true, description: 'How the last month stands to those before.' }),
      }),
    })
  },
  fragment: `
fragment UsageHistoryTile on UsageHistoryWidget {
  usageHistory {
    what
    whatText
    months {
      id
      monthText
      amount
      amountText
      ratio
    }
    averageText
    trendText
  }
}`,
})
