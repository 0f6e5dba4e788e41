import { show } from '@mosaic/schemas/errors'
import type { Content, ReleaseIssue } from '@mosaic/schemas/release'
import { locales } from '@mosaic/schemas/text'
import { Compile, type Validator } from 'typebox/compile'
import { isSafeDeepLink, isSafeWebUrl } from './actions.ts'
import type { FieldIssue, WidgetDefinition } from './definition.ts'
import { contentSchema, type Fields } from './fields.ts'
import { widgets } from './registry.ts'

/**
 * Everything wrong with one content of a release, in words an editor can act on: unknown kind, a schema version this code does not write,
 * fields that are missing, mistyped, too long or unknown, unsafe links, and what the kind itself refuses. An empty list = publishable.
 */
export function checkContent(content: Content, definitions: Readonly<Record<string, WidgetDefinition>> = widgets): ReleaseIssue[] {
  const definition = Object.hasOwn(definitions, content.kind) ? definitions[content.kind] : undefined
  if (!definition) {
    const expected = `one of ${Object.keys(definitions).join(', ')}`
    return [issue(content, 'UNKNOWN_KIND', { path: '/kind', expected, got: show(content.kind), fix: 'Choose a kind that exists.' })]
  }
  return [
    ...checkVersion(content, definition),
    ...checkFields(content, definition).map((fault) => issue(content, 'BAD_FIELD', { ...fault, path: `/fields${fault.path}` })),
    ...checkAction(content).map((fault) => issue(content, 'UNSAFE_LINK', fault)),
  ]
}

function issue(content: Content, code: string, { path, expected, got, fix }: FieldIssue): ReleaseIssue {
  return { code, file: 'contents.json', path: `/${content.id}${path}`, expected, got, fix }
}

function checkVersion(content: Content, { schemaVersion }: WidgetDefinition): ReleaseIssue[] {
  if (content.schemaVersion === schemaVersion) return []
  const [expected, got] = [String(schemaVersion), String(content.schemaVersion)]
  return [
    issue(content, 'BAD_SCHEMA_VERSION', { path: '/schemaVersion', expected, got, fix: 'Open the content, check it and save it again.' }),
  ]
}

function checkFields(content: Content, definition: WidgetDefinition): FieldIssue[] {
  const faults = [...unknownFields(content, definition.fields), ...mistyped(content, definition.fields)]
  if (faults.length > 0) return faults
  return [
    ...emptyTexts(content, definition.fields),
    ...longTexts(content, definition.fields),
    ...(definition.check?.(content.fields) ?? []),
  ]
}

function unknownFields(content: Content, fields: Fields): FieldIssue[] {
  return Object.keys(content.fields)
    .filter((name) => !Object.hasOwn(fields, name))
    .map((name) => ({ path: `/${name}`, expected: 'no such field', got: show(content.fields[name]), fix: 'Remove the field.' }))
}

function mistyped(content: Content, fields: Fields): FieldIssue[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = content.fields[name]
    const label = field.label.en
    if (value === undefined)
      return field.required ? [{ path: `/${name}`, expected: `a value for "${label}"`, got: 'nothing', fix: `Fill in "${label}".` }] : []
    const error = firstError(validatorOf(fields), name, value)
    return error ? [{ ...error, got: show(value), fix: `Correct "${label}".` }] : []
  })
}

/** The first complaint about one field; others of the object (missing neighbours) are not its own. */
function firstError(validator: Validator, name: string, value: unknown): Pick<FieldIssue, 'path' | 'expected'> | undefined {
  const own = validator
    .Errors({ [name]: value })
    .find(({ instancePath }) => instancePath === `/${name}` || instancePath.startsWith(`/${name}/`))
  // A part that is not allowed is compared with a schema that nothing satisfies: say so in words.
  return own && { path: own.instancePath, expected: own.keyword === 'boolean' ? 'nothing of this name' : own.message }
}

/** A required text must be written in one language at least. */
function emptyTexts(content: Content, fields: Fields): FieldIssue[] {
  return texts(content, fields)
    .filter(({ field, value }) => field.required && !locales.some((locale) => value[locale]?.trim()))
    .map(({ name, field, value }) => ({
      path: `/${name}`,
      expected: `"${field.label.en}" in at least one language`,
      got: show(value),
      fix: `Write "${field.label.en}".`,
    }))
}

function longTexts(content: Content, fields: Fields): FieldIssue[] {
  return texts(content, fields).flatMap(({ name, field, value }) =>
    locales.flatMap((locale) => {
      const length = value[locale]?.length ?? 0
      if (field.maxLength === undefined || length <= field.maxLength) return []
      const expected = `at most ${field.maxLength} characters`
      return [{ path: `/${name}/${locale}`, expected, got: `${length} characters`, fix: `Shorten "${field.label.en}".` }]
    }),
  )
}

function texts(content: Content, fields: Fields) {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = content.fields[name]
    return field.localized && value !== undefined ? [{ name, field, value: value as Record<string, string | undefined> }] : []
  })
}

function checkAction({ action }: Content): FieldIssue[] {
  const faults: FieldIssue[] = []
  if (action && !isSafeDeepLink(action.deepLink))
    faults.push({
      path: '/action/deepLink',
      expected: 'a link that opens a place of the app, such as aurora://bills',
      got: show(action.deepLink),
      fix: 'Choose another link.',
    })
  if (action && !isSafeWebUrl(action.webUrl))
    faults.push({
      path: '/action/webUrl',
      expected: 'an http(s) address, or a path such as /bills',
      got: show(action.webUrl),
      fix: 'Choose another address.',
    })
  return faults
}

const validators = new WeakMap<Fields, Validator>()
function validatorOf(fields: Fields): Validator {
  let validator = validators.get(fields)
  if (!validator) validators.set(fields, (validator = Compile(contentSchema(fields))))
  return validator
}
