import { kindSchema } from '../graphql/kind-schema.ts'
import type { PlanAllowance, PlanPayload } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'The plan of a line: what is in it, what it costs, when it renews.',
  payload: (builder) => {
    const allowance = builder.objectRef<PlanAllowance>('PlanAllowance').implement({
      description: 'Something that is included each month. Data in MB, voice in minutes, SMS in messages.',
      fields: (t) => ({
        type: t.exposeString('type', { nullable: false, description: 'data, voice or sms; may grow.' }),
        name: t.exposeString('name', { nullable: false, description: 'The type in words.' }),
        isUnlimited: t.exposeBoolean('isUnlimited', { nullable: false, description: 'Whether it never runs out.' }),
        amount: t.exposeFloat('amount', { nullable: true, description: 'How much a month; null when unlimited.' }),
        amountText: t.exposeString('amountText', { nullable: false, description: 'The same in words.' }),
      }),
    })
    return builder.objectRef<PlanPayload>('Plan').implement({
      description: 'The plan of one line.',
      fields: (t) => ({
        name: t.exposeString('name', { nullable: false, description: 'What the operator calls it.' }),
        status: t.exposeString('status', { nullable: false, description: 'active, suspended or pending; may grow.' }),
        statusText: t.exposeString('statusText', { nullable: false, description: 'The status in words.' }),
        price: t.expose('price', { type: 'Money', nullable: true, description: 'What it costs a month.' }),
        priceText: t.exposeString('priceText', { nullable: true, description: 'The price with how often it is paid.' }),
        renewsOn: t.expose('renewsOn', { type: 'DateTime', nullable: true, description: 'When it renews.' }),
        renewalText: t.exposeString('renewalText', { nullable: true, description: 'The same as a sentence.' }),
        allowances: t.expose('allowances', {
          type: [allowance],
          nullable: false,
          description: 'Data first, then minutes, then texts; empty when what is used is paid.',
        }),
        noteText: t.exposeString('noteText', { nullable: true, description: 'What there is to say when nothing is included.' }),
      }),
    })
  },
  fragment: `
fragment PlanTile on PlanWidget {
  plan {
    name
    status
    statusText
    price {
      ...MoneyParts
    }
    priceText
    renewsOn
    renewalText
    allowances {
      type
      name
      isUnlimited
      amount
      amountText
    }
    noteText
  }
}`,
})
