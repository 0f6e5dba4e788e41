import { Type, type TSchema } from 'typebox'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import { LocalizedText } from '@mosaic/schemas/text'

/**
 * What editors fill in for a kind, said once: from these descriptors come the JSON Schema of the published content
 * (`contentSchema`), the form in the CMS, and the TypeScript type (`FieldValues`).
 */
export type Field<Value = unknown> = {
  /** How the CMS draws it. */
  input: 'text' | 'textarea' | 'number' | 'checkbox' | 'select' | 'media' | 'money' | 'offer'
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
