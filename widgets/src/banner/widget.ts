import { defineWidget } from '../definition.ts'
import { media, select, text, textarea } from '../fields.ts'
import { say } from '../say.ts'
import { present } from './present.ts'

export const fields = {
  headline: text({ label: { it: 'Titolo', en: 'Headline' }, required: true, maxLength: 60 }),
  body: textarea({ label: { it: 'Testo', en: 'Body' }, maxLength: 160 }),
  image: media({ label: { it: 'Immagine', en: 'Image' } }),
  overlay: select({
    label: { it: 'Testo sull’immagine', en: 'Text over the image' },
    help: {
      it: 'Un velo fra immagine e testo lo tiene leggibile su ogni foto',
      en: 'A veil between image and text keeps it readable on any photograph',
    },
    options: [
      { value: 'none', label: { it: 'No, accanto o sotto', en: 'No, beside or below' } },
      { value: 'light', label: { it: 'Velo chiaro, testo scuro', en: 'Light veil, dark text' } },
      { value: 'dark', label: { it: 'Velo scuro, testo chiaro', en: 'Dark veil, light text' } },
    ],
    defaultValue: 'none',
  }),
}

/** A headline, a text and an image: what editors use to say anything. */
export const widget = defineWidget({
  kind: 'banner',
  type: 'BannerWidget',
  schemaVersion: 1,
  label: { it: 'Banner', en: 'Banner' },
  description: {
    it: 'Un titolo, un testo e un’immagine, con un’azione. Per tutto ciò che non dipende dai dati della linea.',
    en: 'A headline, a text and an image, with an action. For everything that does not depend on the data of the line.',
  },
  purpose: 'editorial',
  archetypes: ['BannerLike'],
  fields,
  needs: [],
  present,
  fallback: ({ fields: { headline, body }, text: pick, locale }) => ({
    title: pick(headline)?.value ?? say(locale, { it: 'Per te', en: 'For you' }),
    body: pick(body)?.value,
  }),
  fallbackImpact:
    'An app that draws BannerLike draws it fully. An app that knows neither shows its headline, text and action as a text card; the image is lost.',
  deadlineMs: 200,
  span: { compact: { columns: 4, rows: 1 }, medium: { columns: 8, rows: 1 }, expanded: { columns: 6, rows: 1 } },
})
