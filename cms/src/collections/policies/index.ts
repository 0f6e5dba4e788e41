import { methods, methodNames, type MethodName } from '@mosaic/schemas/bss'
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
        it: 'Come Mosaic chiama i sistemi dell’operatore. Un metodo senza regola segue i valori di fabbrica.',
        en: 'How Mosaic calls the operator’s systems. A method without a policy follows its factory values.',
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
      brandField,
      ...policyFields(methods.customer.policy),
    ],
  },
  'operations',
)
