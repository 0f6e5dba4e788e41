import { checkContent, everyField, widgets, type PlacedField } from '@mosaic/widgets'
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
      const [it, en] = inWords(content, issue, inside)
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

function inWords(content: Content, issue: ReleaseIssue, path: string): Words {
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
      // The last that fits is the one in the row, after its list.
      const placed = placedFields(content).findLast((field) => `${path}/`.startsWith(`${pathOf(field)}/`))
      const [, , name = ''] = path.split('/')
      if (!placed) return [`il campo «${name}» non è previsto. Toglilo.`, `the field "${name}" is not known. Remove it.`]
      return (
        inWordsOfField(placed, path.split('/').at(-1)) ?? [
          `«${placed.label.it}» non va bene (trovato ${got}). Correggilo.`,
          `"${placed.label.en}": expected ${expected}, got ${got}. ${fix}`,
        ]
      )
    }
  }
}

function inWordsOfField({ label, field: { localized, maxLength }, value }: PlacedField, locale: string | undefined): Words | undefined {
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
  return placedFields(content).flatMap(({ path, label, field, value }) => {
    if (field.input !== 'media' || typeof value !== 'string' || images.has(value)) return []
    return error(
      'dangling-reference',
      inDocument('contents', index, content.id, 'fields', ...path),
      `«${content.name}»: l’immagine «${value}» di «${label.it}» non esiste. Scegline un’altra.`,
      `"${content.name}": the image "${value}" of "${label.en}" does not exist. Choose another.`,
    )
  })
}

function placedFields({ kind, fields }: Content): PlacedField[] {
  return Object.hasOwn(widgets, kind) ? everyField(widgets[kind]?.fields ?? {}, fields) : []
}

function pathOf({ path }: PlacedField): string {
  return ['', 'fields', ...path].join('/')
}
