import { everyField, widgets } from '@mosaic/widgets'
import type { LinkAction, ReleaseBody } from '@mosaic/schemas/release'
import type { Locale, LocalizedText } from '@mosaic/schemas/text'
import type { TwoLanguages } from '@mosaic/schemas/rules'
import { error, inDocument, type Place, type PublishIssue } from '../issues.ts'

export const languageNames: Readonly<Record<Locale, TwoLanguages>> = {
  it: { it: 'in italiano', en: 'in Italian' },
  en: { it: 'in inglese', en: 'in English' },
}

/** Every text in every language of the brand. */
export function checkTexts({ brand, contents, surfaces, media }: ReleaseBody): PublishIssue[] {
  const written = (text: LocalizedText, name: string, label: TwoLanguages, placeIn: (locale: Locale) => Place) =>
    missingTexts(brand.locales, text, name, label, placeIn)

  return [
    ...contents.flatMap((content, index) => {
      const fields = Object.hasOwn(widgets, content.kind) ? (widgets[content.kind]?.fields ?? {}) : {}
      const own = everyField(fields, content.fields).flatMap(({ path, label, field, value }) => {
        const at = (locale: Locale, ...steps: string[]) => inDocument('contents', index, content.id, 'fields', ...path, ...steps, locale)
        // The words of a link are its button: there is none without.
        if (field.input === 'link') return isLink(value) ? written(value.label, content.name, label, (locale) => at(locale, 'label')) : []
        // One that is empty in all languages is no text; whether it may be, the kind says.
        if (!field.localized || !isText(value) || isEmpty(value)) return []
        return written(value, content.name, label, at)
      })
      const action = content.action
        ? written(content.action.label, content.name, { it: 'Etichetta dell’azione', en: 'Action label' }, (locale) =>
            inDocument('contents', index, content.id, 'action', 'label', locale),
          )
        : []
      return [...own, ...action]
    }),
    ...surfaces.flatMap((surface, index) => [
      ...written(surface.title, surface.name, { it: 'Titolo', en: 'Title' }, (locale) =>
        inDocument('surfaces', index, surface.id, 'title', locale),
      ),
      ...surface.sections.flatMap(({ title }, at) =>
        !title || isEmpty(title)
          ? []
          : written(title, surface.name, { it: 'Titolo della sezione', en: 'Section title' }, (locale) =>
              inDocument('surfaces', index, surface.id, 'sections', at, 'title', locale),
            ),
      ),
    ]),
    ...media.flatMap((image, index) =>
      written(image.alt, image.id, { it: 'Descrizione per chi non vede', en: 'Description for those who cannot see' }, (locale) =>
        inDocument('media', index, image.id, 'alt', locale),
      ),
    ),
  ]
}

/** The languages in which a text of a document is not written. `label`: what the form calls it. */
export function missingTexts(
  locales: readonly Locale[],
  text: LocalizedText,
  name: string,
  label: TwoLanguages,
  placeIn: (locale: Locale) => Place,
): PublishIssue[] {
  return locales
    .filter((locale) => !text[locale]?.trim())
    .map((locale) =>
      error(
        'text-missing',
        placeIn(locale),
        `«${name}»: manca il testo ${languageNames[locale].it} di «${label.it}».`,
        `"${name}": the text of "${label.en}" is missing ${languageNames[locale].en}.`,
      ),
    )
}

function isText(value: unknown): value is LocalizedText {
  return typeof value === 'object' && value !== null
}

function isLink(value: unknown): value is LinkAction {
  return isText(value) && 'label' in value && isText(value.label)
}

function isEmpty(text: LocalizedText): boolean {
  return Object.values(text).every((value) => !value?.trim())
}
