import type { CollectionConfig } from 'payload'
import { writers } from '../../access/roles.ts'
import { addressFields, nameField } from '../../fields/identity.ts'
import { drafted } from '../drafted.ts'
import { groups } from '../groups.ts'

/** The voice menu of a number as screens: the same options, words and order as are spoken. */
export const Menus: CollectionConfig = drafted(
  {
    slug: 'menus',
    labels: { singular: { it: 'Menu vocale', en: 'Voice menu' }, plural: { it: 'Menu vocali', en: 'Voice menus' } },
    defaultSort: 'name',
    admin: {
      useAsTitle: 'name',
      defaultColumns: ['name', 'numbers', 'live'],
      group: groups.care,
      description: {
        it: 'Ciò che si sente al telefono, da scegliere con il dito: le stesse voci, nello stesso ordine.',
        en: 'What is heard on the telephone, to be chosen with a finger: the same options, in the same order.',
      },
    },
    fields: [
      nameField,
      {
        name: 'numbers',
        type: 'text',
        hasMany: true,
        label: { it: 'Numeri', en: 'Numbers' },
        admin: {
          components: { Field: '/admin/fields/texts-field#TextsField' },
          description: {
            it: 'Quelli che portano qui, con il prefisso internazionale, ciascuno seguito da Invio: +39800399100.',
            en: 'Those that lead here, with their country code, each followed by Enter: +39800399100.',
          },
        },
      },
      {
        name: 'nodes',
        type: 'json',
        required: true,
        defaultValue: [],
        label: { it: 'Il menu', en: 'The menu' },
        admin: { disableListColumn: true, disableListFilter: true, components: { Field: '/admin/menu/menu-field#MenuField' } },
      },
      ...addressFields,
    ],
  },
  ...writers,
)
