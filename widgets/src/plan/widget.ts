import { defineWidget } from '../definition.ts'
import { checkbox, text } from '../fields.ts'
import { say } from '../say.ts'
import { present } from './present.ts'

export const fields = {
  title: text({ label: { it: 'Titolo', en: 'Title' }, maxLength: 40, help: { it: 'Vuoto: "Il tuo piano"', en: 'Empty: "Your plan"' } }),
  showPrice: checkbox({ label: { it: 'Mostra il prezzo', en: 'Show the price' }, defaultValue: true }),
}

/** The plan of a line at a glance. */
export const widget = defineWidget({
  kind: 'plan',
  type: 'PlanWidget',
  schemaVersion: 1,
  label: { it: 'Il mio piano', en: 'My plan' },
  description: {
    it: 'Il piano della linea: che cosa comprende, quanto costa al mese e quando si rinnova.',
    en: 'The plan of the line: what it includes, what it costs a month and when it renews.',
  },
  purpose: 'care',
  archetypes: ['ListLike'],
  fields,
  needs: ['plan'],
  present,
  fallback: ({ fields: { title }, text: pick, locale }) => ({
    title: pick(title)?.value ?? say(locale, { it: 'Il tuo piano', en: 'Your plan' }),
    body: say(locale, {
      it: 'I dettagli del piano non sono visibili in questo momento. Il piano resta attivo come sempre.',
      en: 'The details of your plan cannot be shown right now. The plan goes on as usual.',
    }),
  }),
  fallbackImpact:
    'An app that draws ListLike shows the plan with its price as a first row, and a row for each thing included. An app that knows neither shows a text card that says the same in sentences.',
  deadlineMs: 1_200,
  span: { compact: { columns: 4, rows: 2 }, medium: { columns: 4, rows: 2 }, expanded: { columns: 4, rows: 2 } },
})
