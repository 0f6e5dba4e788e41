import { kindSchema } from '../graphql/kind-schema.ts'
import type { OrderItem, OrdersPayload, OrderStep } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'What the customer has ordered, and how far it has come: a number that moves here too.',
  payload: (builder) => {
    const step = builder.objectRef<OrderStep>('OrderStep').implement({
      description: 'One step of an order.',
      fields: (t) => ({
        id: t.exposeID('id', { nullable: false, description: 'Unique in its order.' }),
        text: t.exposeString('text', { nullable: false, description: 'What happens in it.' }),
        state: t.exposeString('state', { nullable: false, description: 'done, current, todo or failed; may grow.' }),
        stateText: t.exposeString('stateText', { nullable: false, description: 'The state in words.' }),
      }),
    })
    const item = builder.objectRef<OrderItem>('OrderItem').implement({
      description: 'One order.',
      fields: (t) => ({
        id: t.exposeID('id', { nullable: false, description: 'What the operator knows it by.' }),
        kind: t.exposeString('kind', { nullable: false, description: 'option, offer, portIn, device, sim or other; may grow.' }),
        title: t.exposeString('title', { nullable: false, description: 'What it is about.' }),
        state: t.exposeString('state', {
          nullable: false,
          description: 'acknowledged, inProgress, held, pending, completed, failed, cancelled or partial; may grow.',
        }),
        stateText: t.exposeString('stateText', { nullable: false, description: 'The state in words.' }),
        isOpen: t.exposeBoolean('isOpen', { nullable: false, description: 'Whether something is still to come.' }),
        placedOn: t.expose('placedOn', { type: 'DateTime', nullable: false, description: 'When it was placed.' }),
        placedText: t.exposeString('placedText', { nullable: false, description: 'The same as a sentence.' }),
        expectedOn: t.expose('expectedOn', {
          type: 'DateTime',
          nullable: true,
          description: 'When it should be done; null once it has ended.',
        }),
        noteText: t.exposeString('noteText', {
          nullable: true,
          description: 'Until when it takes, that it takes longer, or how it ended.',
        }),
        progressText: t.exposeString('progressText', { nullable: true, description: '"2 of 4 steps done"; null once it has ended.' }),
        steps: t.expose('steps', { type: [step], nullable: false, description: 'In their order; none of an order that has failed.' }),
      }),
    })
    return builder.objectRef<OrdersPayload>('Orders').implement({
      description: 'The orders of the customer.',
      fields: (t) => ({
        items: t.expose('items', { type: [item], nullable: false, description: 'What is under way first, the newest before the others.' }),
      }),
    })
  },
  fragment: `
fragment OrdersTile on OrdersWidget {
  orders {
    items {
      id
      kind
      title
      state
      stateText
      isOpen
      placedOn
      placedText
      expectedOn
      noteText
      progressText
      steps {
        id
        text
        state
        stateText
      }
    }
  }
}`,
})
