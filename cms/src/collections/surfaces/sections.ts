import { randomBytes } from 'node:crypto'
import { gridColumns, type FormFactor } from '@mosaic/schemas/release'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import type { ArrayField, GroupField, NumberField } from 'payload'

const deviceNames: Record<FormFactor, TwoLanguages> = {
  compact: { it: 'Telefono', en: 'Phone' },
  medium: { it: 'Tablet', en: 'Tablet' },
  expanded: { it: 'Computer', en: 'Desktop' },
}

/** Sections of a page, and in each the contents with their size on every device's grid. */
export const sectionsField: ArrayField = {
  name: 'sections',
  type: 'array',
  label: { it: 'Sezioni', en: 'Sections' },
  labels: { singular: { it: 'Sezione', en: 'Section' }, plural: { it: 'Sezioni', en: 'Sections' } },
  admin: { components: { RowLabel: '/admin/document/row-labels#SectionLabel' } },
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'title', type: 'text', localized: true, label: { it: 'Titolo', en: 'Title' }, admin: { width: '50%' } },
        {
          // Nobody but the apps needs a section's id: it is made once and kept.
          name: 'slug',
          type: 'text',
          required: true,
          admin: { hidden: true },
          hooks: { beforeValidate: [({ value }) => value || `section-${randomBytes(4).toString('hex')}`] },
        },
        {
          name: 'scroll',
          type: 'select',
          required: true,
          defaultValue: 'grid',
          options: [
            { value: 'grid', label: { it: 'Griglia', en: 'Grid' } },
            { value: 'carousel', label: { it: 'Scorrimento laterale', en: 'Carousel' } },
          ],
          label: { it: 'Disposizione', en: 'Arrangement' },
          admin: { width: '50%' },
        },
      ],
    },
    {
      name: 'placements',
      type: 'array',
      label: { it: 'Contenuti', en: 'Contents' },
      labels: { singular: { it: 'Contenuto', en: 'Content' }, plural: { it: 'Contenuti', en: 'Contents' } },
      admin: { initCollapsed: true, components: { RowLabel: '/admin/document/row-labels#PlacementLabel' } },
      fields: [
        { name: 'content', type: 'relationship', relationTo: 'contents', required: true, label: { it: 'Contenuto', en: 'Content' } },
        { type: 'row', fields: [device('compact'), device('medium'), device('expanded')] },
      ],
    },
  ],
}

function device(name: FormFactor): GroupField {
  const columns = gridColumns[name]
  return {
    name,
    type: 'group',
    label: deviceNames[name],
    admin: { width: '33%', hideGutter: true },
    fields: [
      size('columns', { it: `Colonne (su ${columns})`, en: `Columns (of ${columns})` }, columns),
      size('rows', { it: 'Righe', en: 'Rows' }, 6),
      {
        name: 'order',
        type: 'number',
        label: { it: 'Ordine', en: 'Order' },
        admin: { step: 1, placeholder: { it: 'come in elenco', en: 'as listed' } },
      },
    ],
  }
}

/** Left empty, a size is the usual one of the widget's kind. */
function size(name: string, label: TwoLanguages, max: number): NumberField {
  return { name, type: 'number', min: 1, max, label, admin: { step: 1, placeholder: { it: 'la solita', en: 'the usual' } } }
}
