import { kindSchema } from '../graphql/kind-schema.ts'
import type { LineItem, LinesPayload } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'The customer’s SIMs.',
  payload: (builder) => {
    const line = builder.objectRef<LineItem>('LineItem').implement({
      description: 'One SIM of the customer.',
      fields: (t) => ({
        id: t.exposeID('id', { nullable: false, description: 'What `mosaic(line:)` takes to compose the home for it.' }),
        msisdn: t.exposeString('msisdn', { nullable: false, description: 'The number, in full.' }),
        numberText: t.exposeString('numberText', { nullable: false, description: 'The number, grouped for reading.' }),
        planName: t.exposeString('planName', { nullable: false, description: 'The plan it is on.' }),
        kind: t.exposeString('kind', { nullable: false, description: 'voice or data; may grow.' }),
        device: t.exposeString('device', { nullable: false, description: 'smartphone, tablet or router; may grow.' }),
        status: t.exposeString('status', { nullable: false, description: 'active, suspended, pending or terminated; may grow.' }),
        statusText: t.exposeString('statusText', { nullable: false, description: 'The status in words.' }),
        payment: t.exposeString('payment', { nullable: false, description: 'prepaid, postpaid or hybrid; may grow.' }),
        paymentText: t.exposeString('paymentText', { nullable: false, description: 'The way of paying, in words.' }),
        renewsOn: t.expose('renewsOn', { type: 'DateTime', nullable: true, description: 'When the plan renews.' }),
        renewalText: t.exposeString('renewalText', { nullable: true, description: 'The same as a sentence.' }),
        dataText: t.exposeString('dataText', {
          nullable: true,
          description: 'What is left of its data, in words; null unless editors want it.',
        }),
        dataRatio: t.exposeFloat('dataRatio', {
          nullable: true,
          description: 'The part that is left: 0 to 1; null where there is no limit.',
        }),
        creditText: t.exposeString('creditText', { nullable: true, description: 'Its credit, in words; null unless editors want it.' }),
        isSelected: t.exposeBoolean('isSelected', { nullable: false, description: 'Whether this home is about it.' }),
      }),
    })
    return builder.objectRef<LinesPayload>('Lines').implement({
      description: 'The customer’s lines.',
      fields: (t) => ({
        items: t.expose('items', { type: [line], nullable: false, description: 'In the operator’s order; at least one.' }),
      }),
    })
  },
  fragment: `
fragment LinesTile on LinesWidget {
  lines {
    items {
      id
      msisdn
      numberText
      planName
      kind
      device
      status
      statusText
      payment
      paymentText
      renewsOn
      renewalText
      dataText
      dataRatio
      creditText
      isSelected
    }
  }
}`,
})
