import { kindSchema } from '../graphql/kind-schema.ts'
import type { AutoTopUpAmount, AutoTopUpPayload } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'The rule by which a prepaid or hybrid line tops itself up.',
  payload: (builder) => {
    const amount = builder.objectRef<AutoTopUpAmount>('AutoTopUpAmount').implement({
      description: 'One amount a rule can be made with.',
      fields: (t) => ({
        amount: t.expose('amount', { type: 'Money', nullable: false, description: 'How much each time.' }),
        action: t.expose('action', { type: 'Action', nullable: false, description: 'Makes the rule, after asking.' }),
      }),
    })
    return builder.objectRef<AutoTopUpPayload>('AutoTopUp').implement({
      description: 'How the rule stands, and what can be done about it.',
      fields: (t) => ({
        lineId: t.exposeID('lineId', { nullable: false, description: 'The line that tops itself up.' }),
        lineText: t.exposeString('lineText', { nullable: false, description: 'The line in words, with its number.' }),
        body: t.expose('body', { type: 'Text', nullable: true, description: 'What the editors say about it.' }),
        isOn: t.exposeBoolean('isOn', { nullable: false, description: 'Whether there is a rule that holds.' }),
        ruleText: t.exposeString('ruleText', { nullable: false, description: 'The rule in words, or that there is none, and why.' }),
        amount: t.expose('amount', { type: 'Money', nullable: true, description: 'How much each time, where there is a rule.' }),
        nextOn: t.expose('nextOn', { type: 'DateTime', nullable: true, description: 'When it tops up next; not always known.' }),
        nextText: t.exposeString('nextText', { nullable: true, description: 'The same in words.' }),
        amounts: t.expose('amounts', {
          type: [amount],
          nullable: false,
          description: 'What a rule can be made with, smallest first; empty where there is one, or none can be made.',
        }),
        turnOff: t.expose('turnOff', { type: 'Action', nullable: true, description: 'Ends the rule, after asking.' }),
      }),
    })
  },
  fragment: `
fragment AutoTopUpTile on AutoTopUpWidget {
  autoTopUp {
    lineId
    lineText
    body {
      ...TextParts
    }
    isOn
    ruleText
    amount {
      ...MoneyParts
    }
    nextOn
    nextText
    amounts {
      amount {
        ...MoneyParts
      }
      action {
        ...ActionParts
      }
    }
    turnOff {
      ...ActionParts
    }
  }
  ...ActionsParts
}`,
})
