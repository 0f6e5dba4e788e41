import { kindSchema } from '../graphql/kind-schema.ts'
import type { TransferCreditAmount, TransferCreditPayload, TransferCreditReceiver, TransferCreditToOthers } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'Sends credit from a prepaid line to another number of the operator.',
  payload: (builder) => {
    const amount = builder.objectRef<TransferCreditAmount>('TransferCreditAmount').implement({
      description: 'One amount on offer.',
      fields: (t) => ({
        amount: t.expose('amount', { type: 'Money', nullable: false, description: 'What arrives.' }),
        action: t.expose('action', {
          type: 'Action',
          nullable: false,
          description:
            'Sends it, after asking. It does not say to whom: the app adds the variable `receiverLineId` or `receiverNumber`, and writes the number in the place of `{number}` in the question.',
        }),
      }),
    })
    const receiver = builder.objectRef<TransferCreditReceiver>('TransferCreditReceiver').implement({
      description: 'One of the customer’s own lines that can be sent credit.',
      fields: (t) => ({
        lineId: t.exposeID('lineId', { nullable: false, description: 'What `receiverLineId` takes.' }),
        numberText: t.exposeString('numberText', { nullable: false, description: 'Its number, for reading.' }),
      }),
    })
    const others = builder.objectRef<TransferCreditToOthers>('TransferCreditToOthers').implement({
      description: 'The field in which the customer types whom it goes to.',
      fields: (t) => ({
        label: t.exposeString('label', { nullable: false, description: 'The choice, beside the customer’s own lines.' }),
        fieldLabel: t.exposeString('fieldLabel', { nullable: false, description: 'What is to be typed.' }),
        hint: t.exposeString('hint', { nullable: true, description: 'How.' }),
        invalidText: t.exposeString('invalidText', { nullable: false, description: 'What is said of something that is no number.' }),
        countryCode: t.exposeInt('countryCode', {
          nullable: true,
          description: 'Of numbers typed without one; `receiverNumber` is sent in E.164. Without it every number needs its own.',
        }),
      }),
    })
    return builder.objectRef<TransferCreditPayload>('TransferCredit').implement({
      description: 'A line, whom its credit can be sent to, and how much.',
      fields: (t) => ({
        lineId: t.exposeID('lineId', { nullable: false, description: 'The line that sends it.' }),
        lineText: t.exposeString('lineText', { nullable: false, description: 'The line in words, with its number.' }),
        creditText: t.exposeString('creditText', { nullable: true, description: 'What it has; absent when that is not known now.' }),
        body: t.expose('body', { type: 'Text', nullable: true, description: 'What the editors say about it.' }),
        costText: t.exposeString('costText', { nullable: false, description: 'What sending costs, also when it is free.' }),
        receivers: t.expose('receivers', {
          type: [receiver],
          nullable: false,
          description: 'The customer’s other lines; may be empty where others may be sent credit.',
        }),
        toOthers: t.expose('toOthers', { type: others, nullable: true, description: 'How a number is asked for; absent where none is.' }),
        amounts: t.expose('amounts', {
          type: [amount],
          nullable: false,
          description: 'Those the credit covers, smallest first; may be empty.',
        }),
        shortText: t.exposeString('shortText', { nullable: true, description: 'Why there is no amount to choose.' }),
      }),
    })
  },
  fragment: `
fragment TransferCreditTile on TransferCreditWidget {
  transferCredit {
    lineId
    lineText
    creditText
    body {
      ...TextParts
    }
    costText
    receivers {
      lineId
      numberText
    }
    toOthers {
      label
      fieldLabel
      hint
      invalidText
      countryCode
    }
    amounts {
      amount {
        ...MoneyParts
      }
      action {
        ...ActionParts
      }
    }
    shortText
  }
}`,
})
