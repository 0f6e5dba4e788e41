import type { CollectionConfig, NumberField } from 'payload'
import { nobody, signedIn } from '../../access/roles.ts'
import { groups } from '../groups.ts'

/**
 * The record of what went live: one entry a publication and one a roll-back, written by the CMS alone, never changed.
 * What is live now is told by the published files, not by this record.
 */
export const Releases: CollectionConfig = {
  slug: 'releases',
  labels: { singular: { it: 'Evento', en: 'Event' }, plural: { it: 'Registro', en: 'Record' } },
  access: { read: signedIn, create: nobody, update: nobody, delete: nobody },
  defaultSort: '-at',
  admin: {
    useAsTitle: 'number',
    defaultColumns: ['at', 'event', 'number', 'by', 'note', 'added', 'changed', 'removed'],
    group: groups.operations,
    hideAPIURL: true,
    description: { it: 'Chi ha pubblicato che cosa, e quando.', en: 'Who published what, and when.' },
  },
  fields: [
    {
      name: 'at',
      type: 'date',
      required: true,
      index: true,
      label: { it: 'Quando', en: 'When' },
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    {
      name: 'event',
      type: 'select',
      required: true,
      options: [
        { value: 'published', label: { it: 'Pubblicata', en: 'Published' } },
        { value: 'rolledBack', label: { it: 'Tornati indietro', en: 'Rolled back' } },
      ],
      label: { it: 'Evento', en: 'Event' },
    },
    { name: 'brand', type: 'text', required: true, index: true, label: { it: 'Marchio', en: 'Brand' } },
    { name: 'number', type: 'number', required: true, label: { it: 'Release', en: 'Release' } },
    { name: 'rolledBackFrom', type: 'number', label: { it: 'Al posto della', en: 'Instead of' } },
    { name: 'by', type: 'text', required: true, label: { it: 'Chi', en: 'Who' } },
    { name: 'email', type: 'text', label: { it: 'E-mail', en: 'E-mail' } },
    { name: 'note', type: 'textarea', label: { it: 'Nota', en: 'Note' } },
    count('added', { it: 'Aggiunti', en: 'Added' }),
    count('changed', { it: 'Modificati', en: 'Changed' }),
    count('removed', { it: 'Tolti', en: 'Removed' }),
  ],
}

function count(name: string, label: { it: string; en: string }): NumberField {
  return { name, type: 'number', label }
}
