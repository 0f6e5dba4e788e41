import type { CollectionConfig } from 'payload'
import { writers } from '../../access/roles.ts'
import { addressFields, nameField } from '../../fields/identity.ts'
import { drafted } from '../drafted.ts'
import { groups } from '../groups.ts'
import { sectionsField } from './sections.ts'

/** A place that holds widgets: the home of a cluster, or a landing page. */
export const Surfaces: CollectionConfig = drafted(
  {
    slug: 'surfaces',
    labels: { singular: { it: 'Pagina', en: 'Page' }, plural: { it: 'Pagine', en: 'Pages' } },
    defaultSort: 'name',
    admin: {
      useAsTitle: 'name',
      defaultColumns: ['name', 'type', 'palette', 'live'],
      group: groups.pages,
      pagination: { defaultLimit: 50 },
      description: {
        it: 'La home di ogni cluster e le pagine d’atterraggio: sezioni di widget.',
        en: 'Each cluster’s home and the landing pages: sections of widgets.',
      },
    },
    fields: [
      nameField,
      { name: 'title', type: 'text', localized: true, required: true, label: { it: 'Titolo', en: 'Title' } },
      {
        name: 'layout',
        type: 'ui',
        label: { it: 'Come si dispone', en: 'How it stands' },
        admin: { disableListColumn: true, components: { Field: '/admin/layout/layout-field#LayoutField' } },
      },
      sectionsField,
      {
        name: 'type',
        type: 'select',
        required: true,
        defaultValue: 'home',
        options: [
          { value: 'home', label: { it: 'Home', en: 'Home' } },
          { value: 'landing', label: { it: 'Pagina d’atterraggio', en: 'Landing page' } },
        ],
        label: { it: 'Tipo', en: 'Type' },
        admin: { position: 'sidebar' },
      },
      {
        name: 'palette',
        type: 'relationship',
        relationTo: 'palettes',
        required: true,
        label: { it: 'Palette', en: 'Palette' },
        admin: { position: 'sidebar' },
      },
      {
        name: 'commerceFirst',
        type: 'checkbox',
        label: { it: 'Offerte prima dell’assistenza', en: 'Offers before care' },
        admin: {
          position: 'sidebar',
          description: {
            it: 'Di solito credito e fattura stanno sopra le offerte. Spuntare solo se qui si vuole il contrario.',
            en: 'Balance and bill usually stand above offers. Tick only to have it the other way round here.',
          },
        },
      },
      ...addressFields,
    ],
  },
  ...writers,
)
