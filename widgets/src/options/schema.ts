import { kindSchema } from '../graphql/kind-schema.ts'
import type { OptionItem, OptionsPayload } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'The options and services of a line, each with its switch.',
  payload: (builder) => {
    const item = builder.objectRef<OptionItem>('OptionItem').implement({
      description: 'One option or service: on, off, or on its way from one to the other.',
      fields: (t) => ({
        id: t.exposeID('id', { nullable: false, description: 'The product of the line.' }),
        offeringId: t.exposeID('offeringId', { nullable: true, description: 'What it is called in the catalogue.' }),
        name: t.exposeString('name', { nullable: false, description: 'What the operator calls it.' }),
        category: t.exposeString('category', { nullable: false, description: 'option or service; may grow.' }),
        price: t.expose('price', { type: 'Money', nullable: true, description: 'What it costs, a month or once.' }),
        priceText: t.exposeString('priceText', { nullable: true, description: 'The price with how often it is paid.' }),
        renewsOn: t.expose('renewsOn', { type: 'DateTime', nullable: true, description: 'When it renews by itself.' }),
        renewalText: t.exposeString('renewalText', {
          nullable: true,
          description: 'When it renews, ends by itself, or was turned off, as a sentence.',
        }),
        isOn: t.exposeBoolean('isOn', { nullable: false, description: 'Where its switch stands: on also while it is being turned on.' }),
        state: t.exposeString('state', { nullable: false, description: 'active, suspended, turningOn, turningOff or off; may grow.' }),
        stateText: t.exposeString('stateText', { nullable: false, description: 'The state in words.' }),
        toggle: t.expose('toggle', {
          type: 'Action',
          nullable: true,
          description: 'Turns it off, or on again, after asking; null while a change is on its way.',
        }),
      }),
    })
    return builder.objectRef<OptionsPayload>('Options').implement({
      description: 'The options of one line.',
      fields: (t) => ({
        items: t.expose('items', { type: [item], nullable: false, description: 'What is on first; at least one.' }),
        total: t.expose('total', {
          type: 'Money',
          nullable: true,
          description: 'What all that is on costs a month, when there are several.',
        }),
        totalText: t.exposeString('totalText', { nullable: true, description: 'The same as a sentence.' }),
      }),
    })
  },
  fragment: `
fragment OptionsTile on OptionsWidget {
  options {
    items {
      id
      offeringId
      name
      category
      price {
        ...MoneyParts
      }
      priceText
      renewsOn
      renewalText
      isOn
      state
      stateText
      toggle {
        ...ActionParts
      }
    }
    total {
      ...MoneyParts
    }
    totalText
  }
}`,
})
