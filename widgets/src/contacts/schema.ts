import { kindSchema } from '../graphql/kind-schema.ts'
import type { ContactChannel, ContactsPayload } from './present.ts'
import { widget } from './widget.ts'

export const schema = kindSchema(widget, {
  description: 'The ways to reach the operator.',
  payload: (builder) => {
    const channel = builder.objectRef<ContactChannel>('ContactChannel').implement({
      description: 'One way to reach the operator.',
      fields: (t) => ({
        id: t.exposeID('id', { nullable: false, description: 'Unique in its widget.' }),
        type: t.exposeString('type', { nullable: false, description: 'phone, chat, mail, social, shop or web; may grow.' }),
        label: t.expose('label', { type: 'Text', nullable: false, description: 'What it is for.' }),
        value: t.expose('value', { type: 'Text', nullable: true, description: 'The number, the address, the name: as it is read.' }),
        dial: t.exposeString('dial', { nullable: true, description: 'The number to dial on a tap; only for phones.' }),
        hours: t.expose('hours', { type: 'Text', nullable: true, description: 'When somebody answers.' }),
        action: t.expose('action', { type: 'Action', nullable: true, description: 'What it opens.' }),
      }),
    })
    return builder.objectRef<ContactsPayload>('Contacts').implement({
      description: 'The ways to reach the operator.',
      fields: (t) => ({
        channels: t.expose('channels', { type: [channel], nullable: false, description: 'In the editors’ order; at least one.' }),
      }),
    })
  },
  fragment: `
fragment ContactsTile on ContactsWidget {
  contacts {
    channels {
      id
      type
      label {
        ...TextParts
      }
      value {
        ...TextParts
      }
      dial
      hours {
        ...TextParts
      }
      action {
        ...ActionParts
      }
    }
  }
}`,
})
