import type { Field as WidgetField, Fields } from '@mosaic/widgets'
import type { Field } from 'payload'
import { linkFields } from './link-fields.ts'

/** The form of a widget kind, from its own description of what editors fill in. */
export function widgetFields(fields: Fields): Field[] {
  return Object.entries(fields).map(([name, field]) => widgetField(name, field))
}

function widgetField(name: string, field: WidgetField): Field {
  const common = {
    name,
    label: field.label,
    required: field.required,
    localized: field.localized,
    admin: { ...(field.help && { description: field.help }) },
  }
  const { schema } = field
  switch (field.input) {
    case 'text':
      return { ...common, type: 'text', ...(field.maxLength && { maxLength: field.maxLength }) }
    case 'textarea':
      return { ...common, type: 'textarea', ...(field.maxLength && { maxLength: field.maxLength }) }
    case 'richText':
      return {
        ...common,
        type: 'textarea',
        ...(field.maxLength && { maxLength: field.maxLength }),
        admin: { description: field.help ?? richTextHelp, rows: 10 },
      }
    case 'number':
      return {
        ...common,
        type: 'number',
        ...numberBounds(schema),
        ...(typeof field.defaultValue === 'number' && { defaultValue: field.defaultValue }),
      }
    case 'checkbox':
      return { ...common, type: 'checkbox', ...(typeof field.defaultValue === 'boolean' && { defaultValue: field.defaultValue }) }
    case 'select':
    case 'icon':
      return {
        ...common,
        type: 'select',
        options: [...(field.options ?? [])],
        ...(typeof field.defaultValue === 'string' && { defaultValue: field.defaultValue }),
      }
    case 'date':
      return { ...common, type: 'date', admin: { ...common.admin, date: { pickerAppearance: 'dayAndTime' } } }
    case 'url':
      return { ...common, type: 'text', admin: { ...common.admin, placeholder: 'https://' } }
    case 'link':
      return { name, label: field.label, type: 'group', admin: common.admin, fields: linkFields }
    case 'rows': {
      const bounds = { ...(field.minRows && { minRows: field.minRows }), ...(field.maxRows && { maxRows: field.maxRows }) }
      return { ...common, type: 'array', ...bounds, fields: widgetFields(field.of ?? {}) }
    }
    case 'media':
      return { ...common, type: 'upload', relationTo: 'media' }
    case 'money':
      // A list of minor units: kept as JSON, edited in the brand's currency.
      return {
        ...common,
        type: 'json',
        ...(Array.isArray(field.defaultValue) && { defaultValue: [...field.defaultValue] }),
        admin: { ...common.admin, components: { Field: '/admin/fields/amounts-field#AmountsField' } },
      }
    case 'offer':
      return { ...common, type: 'text' }
  }
}

const richTextHelp = {
  it: '## titolo, - elenco, **grassetto**, _corsivo_, [testo](link)',
  en: '## heading, - list, **bold**, _italic_, [text](link)',
}

function numberBounds(schema: object): { min?: number; max?: number } {
  const { minimum, maximum } = schema as { minimum?: unknown; maximum?: unknown }
  return { ...(typeof minimum === 'number' && { min: minimum }), ...(typeof maximum === 'number' && { max: maximum }) }
}
