import { methodNames, type MethodName } from '@mosaic/schemas/bss'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { CollectionConfig } from 'payload'
import { brandField } from '../../fields/identity.ts'
import { drafted } from '../drafted.ts'
import { groups } from '../groups.ts'
import { policyFields } from './fields.ts'

const methodLabels: Record<MethodName, TwoLanguages> = {
  customer: { it: 'Anagrafica cliente', en: 'Customer' },
  party: { it: 'Persona o azienda', en: 'Party' },
  lines: { it: 'Linee', en: 'Lines' },
  account: { it: 'Conto di fatturazione', en: 'Billing account' },
  bills: { it: 'Fatture', en: 'Bills' },
  balance: { it: 'Credito', en: 'Balance' },
  usage: { it: 'Consumi', en: 'Usage' },
  offers: { it: 'Offerte', en: 'Offers' },
  topUp: { it: 'Ricarica', en: 'Top-up' },
}

/** How one BSS method is called and cached, for a brand. A method without one follows its contract. */
export const PolicyCollection: CollectionConfig = drafted(
  {
    slug: 'policies',
    labels: { singular: { it: 'Regola di chiamata', en: 'Call policy' }, plural: { it: 'Regole di chiamata', en: 'Call policies' } },
    admin: {
      useAsTitle: 'method',
      defaultColumns: ['method', 'readTimeoutMs', 't1Ms', 't2Ms', 'live'],
      group: groups.operations,
      description: {
        it: 'Come Mosaic chiama i sistemi dell’operatore. Ciò che resta vuoto, e un metodo senza regola, segue i valori di fabbrica.',
        en: 'How Mosaic calls the operator’s systems. What is left empty, and a method without a policy, follows its factory values.',
      },
    },
    fields: [
      {
        name: 'method',
        type: 'select',
        required: true,
        options: methodNames.map((value) => ({ value, label: methodLabels[value] })),
        label: { it: 'Metodo', en: 'Method' },
      },
      ...policyFields,
      {
        name: 'effect',
        type: 'ui',
        label: { it: 'Effetto', en: 'Effect' },
        admin: { position: 'sidebar', disableListColumn: true, components: { Field: '/admin/policy/effect-field#EffectField' } },
      },
      brandField,
    ],
  },
  'operations',
)
