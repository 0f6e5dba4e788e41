import { checkbox, date, icon, link, richText, rows, text, url, type Field as WidgetField } from '@mosaic/widgets'
import type { Field } from 'payload'
import { expect, it } from 'vitest'
import { widgetFields } from './widget-fields.ts'

const label = { it: 'Etichetta', en: 'Label' }
const only = (field: WidgetField) => widgetFields({ own: field })[0] as Field & Record<string, unknown>

it('a list of small forms is an array with bounds, whose texts are in every language of their own', () => {
  const of = { name: text({ label, required: true, maxLength: 10 }), open: link({ label }), isNew: checkbox({ label }) }
  const field = only(rows({ label, required: true, minRows: 2, maxRows: 5, of }))
  expect(field).toMatchObject({ name: 'own', type: 'array', required: true, localized: false, minRows: 2, maxRows: 5 })
  expect(field['fields']).toMatchObject([
    { name: 'name', type: 'text', required: true, localized: true, maxLength: 10 },
    { name: 'open', type: 'group' },
    { name: 'isNew', type: 'checkbox' },
  ])
})

it('a link asks for what the action of a content does', () => {
  const { fields } = only(link({ label })) as unknown as { fields: (Field & { fields?: { name: string }[] })[] }
  const names = fields.flatMap((field) => field.fields?.map(({ name }) => name) ?? ('name' in field ? [field.name] : []))
  expect(names).toEqual(['label', 'deepLink', 'webUrl', 'minAppVersion'])
})

it('icons are chosen by their names in words, moments from a calendar', () => {
  const { options } = only(icon({ label })) as unknown as { options: { value: string; label: unknown }[] }
  expect(options).toContainEqual({ value: 'help', label: { it: 'Aiuto', en: 'Help' } })
  expect(only(date({ label }))).toMatchObject({ type: 'date', admin: { date: { pickerAppearance: 'dayAndTime' } } })
})

it('addresses and long texts say how they are written', () => {
  expect(only(url({ label }))).toMatchObject({ type: 'text', admin: { placeholder: 'https://' } })
  expect(only(richText({ label, maxLength: 99 }))).toMatchObject({
    type: 'textarea',
    localized: true,
    maxLength: 99,
    admin: { description: { en: expect.stringContaining('**bold**') } },
  })
})
