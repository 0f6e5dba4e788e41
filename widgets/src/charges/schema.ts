import { kindSchema } from '../graphql/kind-schema.ts'
import type { ChargesItem, ChargesPayload } from './present.ts'
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
    return builder.objectRef<ChargesPayload>('Charges').implement({
      description: 'What will be on the next bill, as far as it is known.',
      fields: (t) => ({
        total: t.expose('total', { type: 'Money', nullable: true, description: 'All of it; null when it is in several currencies.' }),
        totalText: t.exposeString('totalText', { nullable: true, description: 'What the total is, beside its amount.' }),
        items: t.expose('items', { type: [item], nullable: false, description: 'At least one.' }),
        moreText: t.exposeString('moreText', { nullable: true, description: 'How many are not listed; null when all are.' }),
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
  }
}`,
})
