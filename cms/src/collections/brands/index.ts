import { locales } from '@mosaic/schemas/text'
import type { CollectionConfig } from 'payload'
import { nameField, slugField } from '../../fields/identity.ts'
import { drafted } from '../drafted.ts'
import { groups } from '../groups.ts'
import { careField } from './care.ts'
import { killSwitchesField } from './kill-switches.ts'

const languageNames = { it: { it: 'Italiano', en: 'Italian' }, en: { it: 'Inglese', en: 'English' } }
const languageOptions = locales.map((value) => ({ value, label: languageNames[value] }))

/** A tenant: an operator, a sub-brand, a wholesale partner. Everything published belongs to one. */
export const Brands: CollectionConfig = drafted(
  {
    slug: 'brands',
    labels: { singular: { it: 'Marchio', en: 'Brand' }, plural: { it: 'Marchi', en: 'Brands' } },
    admin: { useAsTitle: 'name', defaultColumns: ['name', 'live', 'currency', 'timeZone'], group: groups.house },
    fields: [
      { ...nameField, admin: { description: { it: 'Il nome che vedono i clienti.', en: 'The name customers see.' } } },
      slugField,
      {
        type: 'row',
        fields: [
          {
            // Not `locales`: SQL adapters keep translations in a table of that name.
            name: 'languages',
            type: 'select',
            hasMany: true,
            required: true,
            options: languageOptions,
            defaultValue: ['it', 'en'],
            label: { it: 'Lingue', en: 'Languages' },
            admin: {
              width: '50%',
              description: { it: 'Ogni testo va scritto in tutte.', en: 'Every text must be written in all of them.' },
            },
          },
          {
            name: 'defaultLocale',
            type: 'select',
            required: true,
            options: languageOptions,
            defaultValue: 'it',
            label: { it: 'Lingua principale', en: 'Main language' },
            admin: { width: '50%' },
          },
        ],
      },
      {
        type: 'row',
        fields: [
          {
            name: 'timeZone',
            type: 'text',
            required: true,
            defaultValue: 'Europe/Rome',
            validate: (value: unknown) => (typeof value === 'string' && isTimeZone(value) ? true : 'Europe/Rome, America/New_York…'),
            label: { it: 'Fuso orario', en: 'Time zone' },
            admin: { width: '50%', description: { it: 'In cui valgono «oggi» e «18:30».', en: 'In which “today” and “18:30” are meant.' } },
          },
          {
            name: 'currency',
            type: 'text',
            required: true,
            defaultValue: 'EUR',
            minLength: 3,
            maxLength: 3,
            label: { it: 'Valuta', en: 'Currency' },
            admin: { width: '50%', description: { it: 'Codice ISO di tre lettere.', en: 'Three-letter ISO code.' } },
          },
        ],
      },
      { name: 'logo', type: 'upload', relationTo: 'media', label: { it: 'Logo', en: 'Logo' } },
      careField,
      killSwitchesField,
    ],
  },
  'admin',
)

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
