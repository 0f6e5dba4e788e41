import { show } from '@mosaic/schemas/errors'
import type { Content, LinkAction, ReleaseIssue } from '@mosaic/schemas/release'
import { locales, type LocalizedText } from '@mosaic/schemas/text'
import type { TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { isSafeDeepLink, isSafeWebUrl } from './actions.ts'
import type { FieldIssue, WidgetDefinition } from './definition.ts'
import { everyField, type Fields, type PlacedField } from './fields.ts'
import { widgets } from './registry.ts'
import { hrefsIn } from './rich-text.ts'

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
    ...linkFaults(content, definition).map((fault) => issue(content, 'UNSAFE_LINK', fault)),
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
  const placed = everyField(definition.fields, content.fields)
  const faults = [...unknownFields(content, definition.fields), ...placed.flatMap(mistyped)]
  if (faults.length > 0) return faults
  return [...placed.flatMap(emptyText), ...placed.flatMap(longTexts), ...(definition.check?.(content.fields, content) ?? [])]
}

function unknownFields(content: Content, fields: Fields): FieldIssue[] {
  return Object.keys(content.fields)
    .filter((name) => !Object.hasOwn(fields, name))
    .map((name) => ({ path: `/${name}`, expected: 'no such field', got: show(content.fields[name]), fix: 'Remove the field.' }))
}

function mistyped({ path, label: { en: label }, field, value }: PlacedField): FieldIssue[] {
  const own = pointer(path)
  if (value === undefined)
    return field.required ? [{ path: own, expected: `a value for "${label}"`, got: 'nothing', fix: `Fill in "${label}".` }] : []
  const validator = validatorOf(field.schema)
  // Nearly all are right, and to look for errors takes many times as long.
  const error = validator.Check(value)
    ? undefined
    : validator.Errors(value).find(({ instancePath, keyword }) => !field.of || isOfList(instancePath, keyword))
  if (error) {
    // A part that is not allowed is compared with a schema that nothing satisfies: say so in words.
    const expected = error.keyword === 'boolean' ? 'nothing of this name' : error.message
    return [{ path: own + error.instancePath, expected, got: show(value), fix: `Correct "${label}".` }]
  }
  return isRealDate(value) || field.input !== 'date'
    ? []
    : [{ path: own, expected: 'a day of the calendar', got: show(value), fix: `Correct "${label}".` }]
}

/** What is wrong with the fields of a row is said of those fields; the list answers for its length, and for what is no field of a row. */
function isOfList(instancePath: string, keyword: string): boolean {
  return instancePath === '' || (/^\/\d+$/.test(instancePath) && keyword === 'type') || keyword === 'boolean'
}

function isRealDate(value: unknown): boolean {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value))
}

/** A required text must be written in one language at least. */
function emptyText({ path, label: { en: label }, field, value }: PlacedField): FieldIssue[] {
  if (!field.required || !field.localized || locales.some((locale) => (value as LocalizedText)[locale]?.trim())) return []
  return [{ path: pointer(path), expected: `"${label}" in at least one language`, got: show(value), fix: `Write "${label}".` }]
}

function longTexts({ path, label: { en: label }, field, value }: PlacedField): FieldIssue[] {
  const { localized, maxLength } = field
  if (!localized || maxLength === undefined || value === undefined) return []
  return locales.flatMap((locale) => {
    const length = (value as LocalizedText)[locale]?.length ?? 0
    if (length <= maxLength) return []
    const expected = `at most ${maxLength} characters`
    return [{ path: `${pointer(path)}/${locale}`, expected, got: `${length} characters`, fix: `Shorten "${label}".` }]
  })
}

/** What is not safe of all that a tap on the content may open: its action, its links, and those inside its texts. */
function linkFaults({ action, fields }: Content, definition: WidgetDefinition): FieldIssue[] {
  const inFields = everyField(definition.fields, fields).flatMap(({ path, field, value }) => {
    const place = `/fields${pointer(path)}`
    if (field.input === 'link' && validatorOf(field.schema).Check(value)) return linkFaultsAt(place, value as LinkAction)
    if (field.input === 'url' && typeof value === 'string' && !isSafeWebUrl(value)) return [unsafeAddress(place, value)]
    if (field.input !== 'richText' || !validatorOf(field.schema).Check(value)) return []
    return locales.flatMap((locale) =>
      hrefsIn((value as LocalizedText)[locale] ?? '')
        .filter((href) => !isSafeWebUrl(href))
        .map((href) => unsafeAddress(`${place}/${locale}`, href)),
    )
  })
  return [...(action ? linkFaultsAt('/action', action) : []), ...inFields]
}

function linkFaultsAt(place: string, { deepLink, webUrl }: LinkAction): FieldIssue[] {
  const faults: FieldIssue[] = []
  if (!isSafeDeepLink(deepLink))
    faults.push({
      path: `${place}/deepLink`,
      expected: 'a link that opens a place of the app, such as aurora://bills',
      got: show(deepLink),
      fix: 'Choose another link.',
    })
  if (!isSafeWebUrl(webUrl)) faults.push(unsafeAddress(`${place}/webUrl`, webUrl))
  return faults
}

function unsafeAddress(path: string, url: string): FieldIssue {
  return { path, expected: 'an http(s) address, or a path such as /bills', got: show(url), fix: 'Choose another address.' }
}

function pointer(path: PlacedField['path']): string {
  return path.map((step) => `/${step}`).join('')
}

const validators = new WeakMap<TSchema, Validator>()
function validatorOf(schema: TSchema): Validator {
  let validator = validators.get(schema)
  if (!validator) validators.set(schema, (validator = Compile(schema)))
  return validator
}
