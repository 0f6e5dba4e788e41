import { Type, type TSchema } from 'typebox'
import { Instant } from '@mosaic/schemas/bss'
import { LinkAction } from '@mosaic/schemas/release'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import { LocalizedText } from '@mosaic/schemas/text'
import { editorIcons, type EditorIcon } from './editor-icons.ts'

/**
 * What editors fill in for a kind, said once: from these descriptors come the JSON Schema of the published content
 * (`contentSchema`), the form in the CMS, and the TypeScript type (`FieldValues`).
 */
export type Field<Value = unknown> = {
  /** How the CMS draws it. */
  input:
    | 'text'
    | 'textarea'
    | 'richText'
    | 'number'
    | 'checkbox'
    | 'select'
    | 'icon'
    | 'date'
    | 'url'
    | 'link'
    | 'media'
    | 'money'
    | 'offer'
    | 'rows'
  label: TwoLanguages
  help?: TwoLanguages
  localized: boolean
  required: boolean
  schema: TSchema
  /** Never set: it carries the published value's type, so that nothing need be derived from the schema. */
  readonly value?: Value
  maxLength?: number
  options?: readonly { value: string; label: TwoLanguages }[]
  defaultValue?: unknown
  /** Of rows: what one of them has, and how many there may be. */
  of?: Fields
  minRows?: number
  maxRows?: number
}
export type Fields = Record<string, Field>

/** The published value of a set of fields: a field that is not required may be absent. */
export type FieldValues<F extends Fields> = {
  [K in keyof F]: F[K]['required'] extends true ? ValueOf<F[K]> : ValueOf<F[K]> | undefined
}
type ValueOf<F extends Field> = F extends Field<infer Value> ? Value : never

type Common = { label: TwoLanguages; help?: TwoLanguages }

/** One line of text in every language of the brand. */
export function text<const O extends Common & { required?: boolean; maxLength?: number }>(options: O) {
  return field<LocalizedText, O>('text', LocalizedText, true, options)
}

/** Several lines of text in every language of the brand. */
export function textarea<const O extends Common & { required?: boolean; maxLength?: number }>(options: O) {
  return field<LocalizedText, O>('textarea', LocalizedText, true, options)
}

/** Several paragraphs in every language of the brand, in the subset of Markdown that `rich-text.ts` reads. */
export function richText<const O extends Common & { required?: boolean; maxLength?: number }>(options: O) {
  return field<LocalizedText, O>('richText', LocalizedText, true, options)
}

export function number<const O extends Common & { required?: boolean; minimum?: number; maximum?: number; defaultValue?: number }>(
  options: O,
) {
  const bounds = {
    ...(options.minimum !== undefined && { minimum: options.minimum }),
    ...(options.maximum !== undefined && { maximum: options.maximum }),
  }
  return field<number, O>('number', Type.Number(bounds), false, options)
}

export function checkbox<const O extends Common & { defaultValue?: boolean }>(options: O) {
  return field<boolean, O>('checkbox', Type.Boolean(), false, options)
}

/** One of a closed list. */
export function select<
  const V extends string,
  const O extends Common & { required?: boolean; defaultValue?: V; options: readonly { value: V; label: TwoLanguages }[] },
>(options: O) {
  return field<O['options'][number]['value'], O>('select', Type.Enum(options.options.map(({ value }) => value)), false, options)
}

/** One of the icons that every client draws. */
export function icon<const O extends Common & { required?: boolean; defaultValue?: EditorIcon }>(options: O) {
  const schema = Type.Enum(editorIcons.map(({ value }) => value))
  return field<EditorIcon, O & { options: typeof editorIcons }>('icon', schema, false, { ...options, options: editorIcons })
}

/** A moment: ISO 8601, in UTC. */
export function date<const O extends Common & { required?: boolean }>(options: O) {
  return field<string, O>('date', Instant, false, options)
}

/** An address elsewhere, always protected. */
export function url<const O extends Common & { required?: boolean }>(options: O) {
  return field<string, O>('url', Type.String({ pattern: '^https://' }), false, options)
}

/** What a tap opens, with the words on the button: the same that the action of a content is. */
export function link<const O extends Common & { required?: boolean }>(options: O) {
  return field<LinkAction, O>('link', LinkAction, false, options)
}

/** The id of an image of the release. */
export function media<const O extends Common & { required?: boolean }>(options: O) {
  return field<string, O>('media', Type.String(), false, options)
}

/** Amounts in integer minor units, in the brand's currency; several, smallest first. */
export function amounts<const O extends Common & { required?: boolean; defaultValue?: readonly number[] }>(options: O) {
  return field<readonly number[], O>('money', Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1, maxItems: 8 }), false, options)
}

/** The id of an offering of the operator's catalogue. */
export function offer<const O extends Common & { required?: boolean }>(options: O) {
  return field<string, O>('offer', Type.String({ minLength: 1 }), false, options)
}

/** A list of small forms: as many as editors want, within bounds. Rows do not nest. */
export function rows<const O extends Common & { required?: boolean; of: Fields; minRows?: number; maxRows: number }>(
  options: O,
): Field<readonly FieldValues<O['of']>[]> & { required: Required<O>; of: O['of'] } {
  const schema = Type.Array(contentSchema(options.of), { minItems: options.minRows ?? 1, maxItems: options.maxRows })
  return { ...field<readonly FieldValues<O['of']>[], O>('rows', schema, false, options), of: options.of }
}

/** One field of a content, wherever it stands. */
export type PlacedField = {
  /** From the content's `fields`: `['items', 2, 'text']`. */
  path: readonly (string | number)[]
  /** The field's own; inside a row it names the list and the row too. */
  label: TwoLanguages
  field: Field
  /** Absent where nothing was filled in. */
  value: unknown
}

/** Every field of a kind with what a content says in it: those of rows too, after the list they are in. Takes values of any shape. */
export function everyField(fields: Fields, values: Readonly<Record<string, unknown>>): PlacedField[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = values[name]
    const rowValues = field.of && Array.isArray(value) ? (value as unknown[]) : []
    return [{ path: [name], label: field.label, field, value }, ...rowValues.flatMap((row, at) => everyFieldOfRow(name, field, row, at))]
  })
}

function everyFieldOfRow(list: string, { label, of = {} }: Field, row: unknown, at: number): PlacedField[] {
  if (!isRow(row)) return []
  return everyField(of, row).map((placed) => ({
    ...placed,
    path: [list, at, ...placed.path],
    label: { it: `${label.it}, riga ${at + 1}, ${placed.label.it}`, en: `${label.en}, row ${at + 1}, ${placed.label.en}` },
  }))
}

function isRow(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The JSON Schema of the published `fields` of a kind. */
export function contentSchema(fields: Fields): TSchema {
  return Type.Object(
    Object.fromEntries(Object.entries(fields).map(([name, { schema, required }]) => [name, required ? schema : Type.Optional(schema)])),
    { additionalProperties: false },
  )
}

type Required<O> = O extends { required: true } ? true : false

function field<Value, O extends Common & { required?: boolean }>(
  input: Field['input'],
  schema: TSchema,
  localized: boolean,
  options: O,
): Field<Value> & { required: Required<O> } {
  return { ...options, input, schema, localized, required: (options.required ?? false) as Required<O> }
}
