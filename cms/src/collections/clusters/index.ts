import type { CollectionConfig } from 'payload'
import { writers } from '../../access/roles.ts'
import { addressFields, nameField } from '../../fields/identity.ts'
import { drafted } from '../drafted.ts'
import { groups } from '../groups.ts'

/** A trigger with a priority and a home. The first matching cluster is the customer's. */
export const Clusters: CollectionConfig = drafted(
  {
    slug: 'clusters',
    labels: { singular: { it: 'Cluster', en: 'Cluster' }, plural: { it: 'Cluster', en: 'Clusters' } },
    defaultSort: 'priority',
    admin: {
      useAsTitle: 'name',
      defaultColumns: ['priority', 'name', 'trigger', 'home', 'live'],
      group: groups.audience,
      pagination: { defaultLimit: 50 },
      description: {
        it: 'Ogni cliente riceve la home del primo cluster, in ordine di priorità, la cui condizione è vera.',
        en: 'Each customer gets the home of the first cluster, by priority, whose condition is true.',
      },
    },
    fields: [
      nameField,
      {
        name: 'priority',
        type: 'number',
        required: true,
        defaultValue: 100,
        label: { it: 'Priorità', en: 'Priority' },
        admin: { step: 1, description: { it: 'Il numero più basso viene provato per primo.', en: 'The lowest number is tried first.' } },
      },
      {
        name: 'trigger',
        type: 'relationship',
        relationTo: 'triggers',
        label: { it: 'Chi ne fa parte', en: 'Who belongs to it' },
        admin: {
          components: { Cell: '/admin/document/audience-cell#AudienceCell' },
          description: { it: 'Senza condizione: tutti i clienti rimasti.', en: 'Without a trigger: every customer still left.' },
        },
      },
      {
        name: 'home',
        type: 'relationship',
        relationTo: 'surfaces',
        required: true,
        label: { it: 'Home', en: 'Home' },
        filterOptions: { type: { equals: 'home' } },
      },
      ...addressFields,
    ],
  },
  ...writers,
)
