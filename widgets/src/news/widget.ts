import { defineWidget } from '../definition.ts'
import { date, link, media, number, rows, text, textarea } from '../fields.ts'
import { say } from '../say.ts'
import { present } from './present.ts'

export const fields = {
  title: text({ label: { it: 'Titolo', en: 'Title' }, maxLength: 40, help: { it: 'Vuoto: "Novità"', en: 'Empty: "News"' } }),
  items: rows({
    label: { it: 'Notizie', en: 'News' },
    help: {
      it: 'In qualsiasi ordine: la più recente sta sempre per prima, quelle future aspettano il loro giorno',
      en: 'In any order: the newest always stands first, and those of the future wait for their day',
    },
    required: true,
    minRows: 1,
    maxRows: 30,
    of: {
      headline: text({ label: { it: 'Titolo della notizia', en: 'Headline' }, required: true, maxLength: 80 }),
      body: textarea({ label: { it: 'Testo', en: 'Text' }, maxLength: 200 }),
      date: date({ label: { it: 'Data', en: 'Date' }, required: true }),
      image: media({ label: { it: 'Immagine', en: 'Image' } }),
      link: link({ label: { it: 'Per saperne di più', en: 'Where there is more' } }),
    },
  }),
  count: number({
    label: { it: 'Quante mostrarne', en: 'How many to show' },
    help: { it: 'Vuoto: cinque', en: 'Empty: five' },
    minimum: 1,
    maximum: 10,
  }),
  maxDays: number({
    label: { it: 'Per quanti giorni', en: 'For how many days' },
    help: { it: 'Le notizie più vecchie spariscono. Vuoto: mai', en: 'Older news go. Empty: never' },
    minimum: 1,
    maximum: 365,
  }),
}

/** What is new, the latest first; each piece comes on its day and goes when it is old. */
export const widget = defineWidget({
  kind: 'news',
  type: 'NewsWidget',
  schemaVersion: 1,
  label: { it: 'Novità', en: 'News' },
  description: {
    it: 'Le notizie dell’operatore, dalla più recente. Ognuna appare nel suo giorno e sparisce quando è vecchia.',
    en: 'The operator’s news, the latest first. Each piece appears on its day and goes when it is old.',
  },
  purpose: 'editorial',
  archetypes: ['ListLike'],
  fields,
  needs: [],
  present,
  fallback: ({ fields: { title, items }, text: pick, locale }) => ({
    title: pick(title)?.value ?? say(locale, { it: 'Novità', en: 'News' }),
    body: pick(items[0]?.headline)?.value,
  }),
  fallbackImpact:
    'An app that draws ListLike shows the news as rows with their days, without pictures. An app that knows neither shows a text card with the headlines.',
  deadlineMs: 200,
  span: { compact: { columns: 4, rows: 2 }, medium: { columns: 4, rows: 2 }, expanded: { columns: 6, rows: 2 } },
})
