import type { Field } from 'payload'

/** What a tap opens, and the words on the button: of a content's own action, and of the links inside widgets. */
export const linkFields: Field[] = [
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
]
