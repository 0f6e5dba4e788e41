import type { GroupField } from 'payload'

/** What a tap on the widget does. Empty: nothing. */
export const actionField: GroupField = {
  name: 'action',
  type: 'group',
  label: { it: 'Azione al tocco', en: 'Action on tap' },
  admin: {
    description: { it: 'Lasciare vuoto se il widget non porta da nessuna parte.', en: 'Leave empty when the widget leads nowhere.' },
  },
  fields: [
    { name: 'label', type: 'text', localized: true, label: { it: 'Testo del pulsante', en: 'Button text' } },
    {
      type: 'row',
      fields: [
        {
          name: 'deepLink',
          type: 'text',
          label: { it: 'Posto nell’app', en: 'Place in the app' },
          admin: { width: '50%', placeholder: 'mosaic://bills' },
        },
        {
          name: 'webUrl',
          type: 'text',
          label: { it: 'Indirizzo web, se l’app manca', en: 'Web address, where the app is missing' },
          admin: { width: '50%', placeholder: '/bills' },
        },
      ],
    },
    {
      name: 'minAppVersion',
      type: 'text',
      label: { it: 'Dalla versione dell’app', en: 'From app version' },
      admin: { placeholder: '4.2', description: { it: 'Facoltativo.', en: 'Optional.' } },
    },
  ],
}
