import { kindSchema } from '../graphql/kind-schema.ts'
import type { TopUpAmount, TopUpPayload } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'Buttons that top a prepaid or hybrid line up.',
  payload: (builder) => {
    const amount = builder.objectRef<TopUpAmount>('TopUpAmount').implement({
      description: 'One amount on offer.',
      fields: (t) => ({
        amount: t.expose('amount', { type: 'Money', nullable: false, description: 'How much.' }),
        action: t.expose('action', { type: 'Action', nullable: false, description: 'Tops it up, after asking.' }),
      }),
    })
    return builder.objectRef<TopUpPayload>('TopUp').implement({
      description: 'The line, and the amounts it can be topped up by.',
      fields: (t) => ({
        lineId: t.exposeID('lineId', { nullable: false, description: 'The line the credit goes to.' }),
        lineText: t.exposeString('lineText', { nullable: false, description: 'The line in words, with its number.' }),
        body: t.expose('body', { type: 'Text', nullable: true, description: 'What the editors say about it.' }),
        amounts: t.expose('amounts', { type: [amount], nullable: false, description: 'Smallest first.' }),
      }),
    })
  },
  fragment: `
fragment TopUpTile on TopUpWidget {
  topUp {
    lineId
    lineText
    body {
      ...TextParts
    }
    amounts {
      amount {
        ...MoneyParts
      }
      action {
        ...ActionParts
      }
    }
  }
  ...ActionsParts
}`,
})
