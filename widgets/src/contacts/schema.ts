import { kindSchema } from '../graphql/kind-schema.ts'
import type { StoreHours } from '@mosaic/schemas/bss'
import type { ContactChannel, ContactsPayload, ContactStore, ContactStores } from './present.ts'
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
    const hours = builder.objectRef<StoreHours>('StoreHours').implement({
      description: 'When a shop is open, on one day of the week.',
      fields: (t) => ({
        day: t.exposeInt('day', { nullable: false, description: 'From 1 for Monday to 7 for Sunday; a day may have several.' }),
        opens: t.exposeString('opens', { nullable: false, description: '`HH:MM` on the shop’s clock.' }),
        closes: t.exposeString('closes', { nullable: false, description: '`HH:MM` on the shop’s clock; 24:00 for midnight.' }),
      }),
    })
    const store = builder.objectRef<ContactStore>('ContactStore').implement({
      description: 'One shop.',
      fields: (t) => ({
        id: t.exposeID('id', { nullable: false, description: 'Its id at the operator’s.' }),
        name: t.exposeString('name', { nullable: false, description: 'What it is called.' }),
        addressText: t.exposeString('addressText', { nullable: false, description: 'Where it is, in words.' }),
        city: t.exposeString('city', { nullable: false, description: 'The town: to search by.' }),
        postCode: t.exposeString('postCode', { nullable: true, description: 'The postcode: to search by.' }),
        hoursText: t.exposeString('hoursText', {
          nullable: true,
          description: 'The hours of the week in words; absent when nobody told them.',
        }),
        hours: t.expose('hours', { type: [hours], nullable: false, description: 'The same as data, to say whether it is open now.' }),
        timeZone: t.exposeString('timeZone', {
          nullable: true,
          description: 'What the hours are told in, IANA; absent: the device’s own.',
        }),
        services: t.exposeStringList('services', { nullable: false, description: 'What is done there, in the operator’s words.' }),
        phone: t.exposeString('phone', { nullable: true, description: 'Its number, as it is read.' }),
        dial: t.exposeString('dial', { nullable: true, description: 'The number to dial on a tap.' }),
        directions: t.expose('directions', { type: 'Action', nullable: true, description: 'Opens a map where it is.' }),
      }),
    })
    const stores = builder.objectRef<ContactStores>('ContactStores').implement({
      description: 'The operator’s shops. A client searches among them by itself, and asks for the place of the device only on a tap.',
      fields: (t) => ({
        items: t.expose('items', { type: [store], nullable: false, description: 'By town and name; may be empty.' }),
        issueText: t.exposeString('issueText', { nullable: true, description: 'Why there are none, when they could not be had.' }),
      }),
    })
    return builder.objectRef<ContactsPayload>('Contacts').implement({
      description: 'The ways to reach the operator.',
      fields: (t) => ({
        channels: t.expose('channels', { type: [channel], nullable: false, description: 'In the editors’ order; at least one.' }),
        stores: t.expose('stores', { type: stores, nullable: true, description: 'The shops; absent where the editors do not want them.' }),
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
    stores {
      items {
        id
        name
        addressText
        city
        postCode
        hoursText
        hours {
          day
          opens
          closes
        }
        timeZone
        services
        phone
        dial
        directions {
          ...ActionParts
        }
      }
      issueText
    }
  }
}`,
})
