import { kindSchema } from '../graphql/kind-schema.ts'
import type { TroubleshootingOutage, TroubleshootingPayload, TroubleshootingTicket, TroubleshootingTopic } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'Where to begin when something does not work: what is known already, and topics that help.',
  payload: (builder) => {
    const outage = builder.objectRef<TroubleshootingOutage>('TroubleshootingOutage').implement({
      description: 'A fault or works of the network that may be the reason.',
      fields: (t) => ({
        state: t.exposeString('state', { nullable: false, description: 'known, planned or solved; may grow.' }),
        headline: t.exposeString('headline', { nullable: false, description: 'What is the matter.' }),
        text: t.exposeString('text', { nullable: false, description: 'Until when, or what it means.' }),
      }),
    })
    const ticket = builder.objectRef<TroubleshootingTicket>('TroubleshootingTicket').implement({
      description: 'Something the customer has reported and that is not solved.',
      fields: (t) => ({
        id: t.exposeID('id', { nullable: false, description: 'Its id at the operator’s.' }),
        title: t.exposeString('title', { nullable: false, description: 'What was reported.' }),
        state: t.exposeString('state', { nullable: false, description: 'open, or waiting for the customer; may grow.' }),
        stateText: t.exposeString('stateText', { nullable: false, description: 'The state in words.' }),
        whenText: t.exposeString('whenText', { nullable: false, description: 'When an answer is expected, else when it was reported.' }),
      }),
    })
    const topic = builder.objectRef<TroubleshootingTopic>('TroubleshootingTopic').implement({
      description: 'One thing that may be wrong, and a page that helps.',
      fields: (t) => ({
        id: t.exposeID('id', { nullable: false, description: 'Unique on the surface.' }),
        icon: t.exposeString('icon', { nullable: false, description: 'The name of an icon; the set may grow.' }),
        open: t.expose('open', { type: 'Action', nullable: false, description: 'Leads to the page.' }),
      }),
    })
    return builder.objectRef<TroubleshootingPayload>('Troubleshooting').implement({
      description: 'What is known, what was reported, and what helps.',
      fields: (t) => ({
        body: t.expose('body', { type: 'Text', nullable: true, description: 'What the editors say about it.' }),
        known: t.expose('known', { type: outage, nullable: true, description: 'To be read first.' }),
        tickets: t.expose('tickets', { type: [ticket], nullable: false, description: 'Newest first; may be empty.' }),
        topics: t.expose('topics', { type: [topic], nullable: false, description: 'In the editors’ order; may be empty.' }),
      }),
    })
  },
  fragment: `
fragment TroubleshootingTile on TroubleshootingWidget {
  troubleshooting {
    body {
      ...TextParts
    }
    known {
      state
      headline
      text
    }
    tickets {
      id
      title
      state
      stateText
      whenText
    }
    topics {
      id
      icon
      open {
        ...ActionParts
      }
    }
  }
  ...ActionsParts
}`,
})
