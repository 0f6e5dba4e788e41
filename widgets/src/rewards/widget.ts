import { defineWidget } from '../definition.ts'
import { number, text } from '../fields.ts'
import { say } from '../say.ts'
import { present } from './present.ts'

export const fields = {
  title: text({ label: { it: 'Titolo', en: 'Title' }, maxLength: 40, help: { it: 'Vuoto: "I tuoi punti"', en: 'Empty: "Your points"' } }),
  body: text({ label: { it: 'Testo', en: 'Text' }, maxLength: 120 }),
  count: number({
    label: { it: 'Quanti premi', en: 'How many rewards' },
    help: { it: 'I meno cari per primi. Vuoto: tre', en: 'The cheapest first. Empty: three' },
    minimum: 1,
    maximum: 6,
  }),
}

/** The points of the loyalty programme, and what one gets for them. */
export const widget = defineWidget({
  kind: 'rewards',
  type: 'RewardsWidget',
  schemaVersion: 1,
  label: { it: 'Punti e premi', en: 'Points and rewards' },
  description: {
    it: 'I punti del programma fedeltà, quando scadono e i premi che si possono avere. Non appare a chi non è iscritto.',
    en: 'The points of the loyalty programme, when they expire, and the rewards one can have. Not shown to those who are not in it.',
  },
  purpose: 'commerce',
  archetypes: ['ListLike'],
  fields,
  needs: ['rewards'],
  present,
  fallback: ({ fields: { title }, text: pick, locale }) => ({
    title: pick(title)?.value ?? say(locale, { it: 'I tuoi punti', en: 'Your points' }),
    body: say(locale, {
      it: 'I punti non sono visibili in questo momento. Restano tuoi: torna a vederli fra poco.',
      en: 'Your points cannot be shown right now. They are still yours: look again in a little while.',
    }),
  }),
  fallbackImpact:
    'An app that draws ListLike shows the rewards as rows with what they cost; the number of points and the progress towards each reward are lost. An app that knows neither shows a text card with points and rewards.',
  deadlineMs: 1_200,
  span: { compact: { columns: 4, rows: 2 }, medium: { columns: 4, rows: 2 }, expanded: { columns: 4, rows: 2 } },
})
