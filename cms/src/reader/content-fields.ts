import type { Field, Fields } from '@mosaic/widgets'
import type { References } from './references.ts'
import { list, present, withoutEmpty, type Row } from './rows.ts'

/** What editors filled in of a widget's form, or of one row in it, as it is published. */
export function fieldsOf(fields: Fields, row: Row | undefined, references: References): Record<string, unknown> {
  return present(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, valueOf(field, row?.[name], references)])))
}

/** A link as it is published; `undefined` when nobody has begun to write one. */
export function linkOf(value: unknown): Record<string, unknown> | undefined {
  const link = withoutEmpty(value)
  const label = withoutEmpty(link.label)
  const isWritten = Object.keys(label).length > 0 || 'deepLink' in link || 'webUrl' in link
  return isWritten ? { ...link, label } : undefined
}

function valueOf({ input, localized, of = {} }: Field, value: unknown, references: References): unknown {
  switch (input) {
    case 'media':
      return references('media', value)
    case 'link':
      return linkOf(value)
    case 'rows': {
      const rows = list(value).map((row) => fieldsOf(of, row, references))
      return rows.length > 0 ? rows : undefined
    }
    default: {
      if (!localized) return value === '' ? undefined : value
      const text = withoutEmpty(value)
      return Object.keys(text).length > 0 ? text : undefined
    }
  }
}
