import type { CollectionConfig } from 'payload'
import { writers } from '../../access/roles.ts'
import { addressFields, nameField } from '../../fields/identity.ts'
import { drafted } from '../drafted.ts'
import { groups } from '../groups.ts'

/** Troubleshooting as a tree of steps, walked by a customer alone or together with an agent. */
export const Guides: CollectionConfig = drafted(
  {
    slug: 'guides',
    labels: { singular: { it: 'Guida', en: 'Guide' }, plural: { it: 'Guide', en: 'Guides' } },
    defaultSort: 'name',
    admin: {
      useAsTitle: 'name',
      defaultColumns: ['name', 'title', 'live'],
      group: groups.care,
      description: {
        it: 'Una domanda per volta, fino a una soluzione: da soli o insieme a un operatore.',
        en: 'One question at a time, until it works: alone or together with an agent.',
      },
    },
    fields: [
      nameField,
      {
        name: 'title',
        type: 'text',
        localized: true,
        required: true,
        maxLength: 80,
        label: { it: 'Titolo', en: 'Title' },
      },
      {
        name: 'words',
        type: 'text',
        hasMany: true,
        maxRows: 40,
        minLength: 2,
        maxLength: 60,
        label: { it: 'Che cosa dicono i clienti', en: 'What customers say' },
        admin: {
          disableListColumn: true,
          components: { Field: '/admin/fields/texts-field#TextsField' },
          description: {
            it: 'Parole e frasi, ciascuna seguita da Invio, in tutte le lingue: «internet lento».',
            en: 'Words and phrases, each followed by Enter, in all languages: “slow internet”.',
          },
        },
      },
      {
        name: 'steps',
        type: 'json',
        required: true,
        defaultValue: [],
        label: { it: 'I passi', en: 'The steps' },
        admin: { disableListColumn: true, disableListFilter: true, components: { Field: '/admin/guide/guide-field#GuideField' } },
      },
      ...addressFields,
    ],
  },
  ...writers,
)
