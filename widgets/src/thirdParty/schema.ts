import { kindSchema } from '../graphql/kind-schema.ts'
import type { ThirdPartyItem, ThirdPartyPayload } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'Services of other providers that are paid with a line, each with the way to stop it.',
  payload: (builder) => {
    const item = builder.objectRef<ThirdPartyItem>('ThirdPartyItem').implement({
      description: 'One service of another provider.',
      fields: (t) => ({
        id: t.exposeID('id', { nullable: false, description: 'The product of the line.' }),
        name: t.exposeString('name', { nullable: false, description: 'What it is called.' }),
        providerText: t.exposeString('providerText', { nullable: true, description: 'Who provides it.' }),
        price: t.expose('price', { type: 'Money', nullable: true, description: 'What it costs, a month or once.' }),
        priceText: t.exposeString('priceText', { nullable: true, description: 'The price with how often it is paid.' }),
        state: t.exposeString('state', { nullable: false, description: 'active, turningOn, turningOff, suspended or off; may grow.' }),
        stateText: t.exposeString('stateText', { nullable: false, description: 'The state in words.' }),
        sinceOn: t.expose('sinceOn', { type: 'DateTime', nullable: true, description: 'When it was turned on, or off.' }),
        sinceText: t.exposeString('sinceText', { nullable: true, description: 'The same as a sentence.' }),
        stop: t.expose('stop', { type: 'Action', nullable: true, description: 'Turns it off, after asking; null unless it is on.' }),
      }),
    })
    return builder.objectRef<ThirdPartyPayload>('ThirdParty').implement({
      description: 'What others are paid through one line.',
      fields: (t) => ({
        body: t.expose('body', { type: 'Text', nullable: true, description: 'What the editors say about it.' }),
        items: t.expose('items', { type: [item], nullable: false, description: 'Those that are on first; empty when there are none.' }),
        total: t.expose('total', { type: 'Money', nullable: true, description: 'What they cost a month, when there are several.' }),
        totalText: t.exposeString('totalText', { nullable: true, description: 'The same as a sentence.' }),
        noneText: t.exposeString('noneText', { nullable: true, description: 'That there are none, where editors want it said.' }),
      }),
    })
  },
  fragment: `
fragment ThirdPartyTile on ThirdPartyWidget {
  thirdParty {
    body {
      ...TextParts
    }
    items {
      id
      name
      providerText
      price {
        ...MoneyParts
      }
      priceText
      state
      stateText
      sinceOn
      sinceText
      stop {
        ...ActionParts
      }
    }
    total {
      ...MoneyParts
    }
    totalText
    noneText
  }
}`,
})
