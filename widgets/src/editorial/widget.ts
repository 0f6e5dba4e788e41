import { defineWidget } from '../definition.ts'
import { media, richText, text, url } from '../fields.ts'
import { say } from '../say.ts'
import { present } from './present.ts'

export const fields = {
  headline: text({ label: { it: 'Titolo', en: 'Headline' }, required: true, maxLength: 80 }),
  text: richText({ label: { it: 'Testo', en: 'Text' }, required: true, maxLength: 4_000 }),
  image: media({ label: { it: 'Immagine', en: 'Image' } }),
  videoUrl: url({
    label: { it: 'Video', en: 'Video' },
    help: { it: 'L’indirizzo di una pagina: il video si apre lì', en: 'The address of a page: the video opens there' },
  }),
}

/** A text to read: headings, paragraphs, bullets and links, with a picture and a video. */
export const widget = defineWidget({
  kind: 'editorial',
  type: 'EditorialWidget',
  schemaVersion: 1,
  label: { it: 'Testo da leggere', en: 'Article' },
  description: {
    it: 'Un testo con titoli, elenchi e link, con un’immagine e un video: guide, spiegazioni, consigli.',
    en: 'A text with headings, bullets and links, with a picture and a video: guides, explanations, advice.',
  },
  purpose: 'editorial',
  archetypes: ['BannerLike'],
  fields,
  needs: [],
  present,
  fallback: ({ fields: { headline }, text: pick, locale }) => ({
    title: pick(headline)?.value ?? say(locale, { it: 'Da leggere', en: 'Worth reading' }),
  }),
  fallbackImpact:
    'An app that draws BannerLike shows the headline, the first paragraph and the picture. An app that knows neither shows a text card with headline and first paragraph.',
  deadlineMs: 200,
  span: { compact: { columns: 4, rows: 2 }, medium: { columns: 4, rows: 2 }, expanded: { columns: 6, rows: 2 } },
})
