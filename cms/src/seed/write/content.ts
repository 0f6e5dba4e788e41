import type { Content, LinkAction } from '@mosaic/schemas/release'
import type { LocalizedText } from '@mosaic/schemas/text'
import { widgets, type Fields as WidgetFields } from '@mosaic/widgets'
import { idFrom, linkIn, textIn, type Fields, type IdOf, type Locale, type Written } from './rows.ts'

/** The document of a content, in one language. */
export function contentFields(content: Content, locale: Locale, before: Written | undefined, idOf: IdOf): Fields {
  const { kind, name, tone, palette, trigger, validFrom, validUntil, action } = content
  const block = before?.widget?.[0]
  return {
    name,
    tone,
    palette: idOf('palettes', palette),
    trigger: idOf('triggers', trigger),
    validFrom: validFrom ?? null,
    validUntil: validUntil ?? null,
    widget: [{ blockType: kind, ...idFrom(block), ...formOf(widgets[kind]?.fields ?? {}, content.fields, locale, block, idOf) }],
    action: action ? linkIn(action, locale) : {},
  }
}

/** A widget's form, or one row in it, in one language. */
function formOf(fields: WidgetFields, values: Fields, locale: Locale, before: Fields | undefined, idOf: IdOf): Fields {
  const entries = Object.entries(fields).map(([name, { input, localized, of = {} }]) => {
    const value = values[name]
    // What the body does not say stays unsaid, even where the form would suggest something.
    if (value === undefined) return [name, input === 'link' ? {} : null]
    if (localized) return [name, textIn(value as LocalizedText, locale)]
    if (input === 'link') return [name, linkIn(value as LinkAction, locale)]
    if (input !== 'rows') return [name, input === 'media' ? idOf('media', value as string) : value]
    const rows = (before?.[name] ?? []) as ({ id?: string | null } & Fields)[]
    return [name, (value as Fields[]).map((row, at) => ({ ...idFrom(rows[at]), ...formOf(of, row, locale, rows[at], idOf) }))]
  })
  return Object.fromEntries(entries)
}
