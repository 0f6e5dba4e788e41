import { checkContent, widgets, type Field } from '@mosaic/widgets'
import type { Content, ReleaseBody, ReleaseIssue } from '@mosaic/schemas/release'
import type { Locale, LocalizedText } from '@mosaic/schemas/text'
import { error, inDocument, placeOf, type PublishIssue } from '../issues.ts'

/** What each kind asks of its contents, in words; and the images its fields name. */
export function checkContents(body: ReleaseBody): PublishIssue[] {
  const images = new Set(body.media.map(({ id }) => id))
  return body.contents.flatMap((content, index) => [
    ...checkContent(content).map((issue) => {
      // The kinds' own check names a content by its id; in the file it stands at an index.
      const inside = issue.path.replace(`/${content.id}`, '')
      const place = placeOf(body, 'contents.json', `/${index}${inside}`)
      const [it, en] = inWords(content, issue, inside.split('/').slice(1))
      return error(codes[issue.code] ?? 'content-invalid', place, `«${content.name}»: ${it}`, `"${content.name}": ${en}`)
    }),
    ...missingImages(content, index, images),
  ])
}

const codes: Record<string, string> = {
  UNKNOWN_KIND: 'kind-unknown',
  BAD_SCHEMA_VERSION: 'schema-version',
  BAD_FIELD: 'field-invalid',
  UNSAFE_LINK: 'link-unsafe',
}

type Words = readonly [it: string, en: string]

function inWords(content: Content, issue: ReleaseIssue, [, name = '', locale]: readonly string[]): Words {
  const { code, expected, got, fix } = issue
  switch (code) {
    case 'UNKNOWN_KIND':
      return [`il tipo di widget ${got} non esiste.`, `there is no widget kind ${got}.`]
    case 'BAD_SCHEMA_VERSION':
      return [
        'è stato scritto per un’altra versione del widget. Aprilo, controllalo e salvalo di nuovo.',
        'it was written for another version of the widget. Open it, check it and save it again.',
      ]
    case 'UNSAFE_LINK':
      return [`il collegamento ${got} non è sicuro. Scegline un altro.`, `the link ${got} is not safe. Choose another.`]
    default: {
      const field = fieldsOf(content)[name]
      if (!field) return [`il campo «${name}» non è previsto. Toglilo.`, `the field "${name}" is not known. Remove it.`]
      return (
        inWordsOfField(field, content.fields[name], locale) ?? [
          `«${field.label.it}» non va bene (trovato ${got}). Correggilo.`,
          `"${field.label.en}": expected ${expected}, got ${got}. ${fix}`,
        ]
      )
    }
  }
}

function inWordsOfField({ label, localized, maxLength }: Field, value: unknown, locale: string | undefined): Words | undefined {
  const text = localized && typeof value === 'object' && value !== null ? (value as LocalizedText) : undefined
  const isEmpty = value === undefined || (text && Object.values(text).every((written) => !written?.trim()))
  if (isEmpty) return [`manca «${label.it}».`, `"${label.en}" is missing.`]
  const length = text?.[locale as Locale]?.length ?? 0
  if (maxLength === undefined || length <= maxLength) return undefined
  return [
    `«${label.it}» è troppo lungo in ${locale === 'it' ? 'italiano' : 'inglese'}: ${length} caratteri, al massimo ${maxLength}.`,
    `"${label.en}" is too long in ${locale === 'it' ? 'Italian' : 'English'}: ${length} characters, at most ${maxLength}.`,
  ]
}

/** Only the kind knows which of its fields hold the id of an image, so the release's own reference check cannot see them. */
function missingImages(content: Content, index: number, images: ReadonlySet<string>): PublishIssue[] {
  return Object.entries(fieldsOf(content)).flatMap(([name, { input, label }]) => {
    const value = content.fields[name]
    if (input !== 'media' || typeof value !== 'string' || images.has(value)) return []
    return error(
      'dangling-reference',
      inDocument('contents', index, content.id, 'fields', name),
      `«${content.name}»: l’immagine «${value}» di «${label.it}» non esiste. Scegline un’altra.`,
      `"${content.name}": the image "${value}" of "${label.en}" does not exist. Choose another.`,
    )
  })
}

function fieldsOf({ kind }: Content): Readonly<Record<string, Field>> {
  return Object.hasOwn(widgets, kind) ? (widgets[kind]?.fields ?? {}) : {}
}
