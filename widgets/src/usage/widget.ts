import { defineWidget } from '../definition.ts'
import { number, select, text } from '../fields.ts'
import { say } from '../say.ts'
import { present } from './present.ts'

export const fields = {
  title: text({ label: { it: 'Titolo', en: 'Title' }, maxLength: 40, help: { it: 'Vuoto: "I tuoi consumi"', en: 'Empty: "Your usage"' } }),
  show: select({
    label: { it: 'Contatori da mostrare', en: 'Counters to show' },
    options: [
      { value: 'all', label: { it: 'Tutti', en: 'All' } },
      { value: 'data', label: { it: 'Solo giga', en: 'Data only' } },
      { value: 'voice', label: { it: 'Solo minuti', en: 'Minutes only' } },
      { value: 'sms', label: { it: 'Solo SMS', en: 'Texts only' } },
    ],
    defaultValue: 'all',
  }),
  lowPercent: number({
    label: { it: 'Avvisa sotto il (%)', en: 'Warn below (%)' },
    help: {
      it: 'Quando ne resta meno di così il contatore avvisa. Vuoto: 20',
      en: 'A counter warns when less than this is left. Empty: 20',
    },
    minimum: 0,
    maximum: 100,
    defaultValue: 20,
  }),
}

/** What is left of the plan's data, minutes and texts. */
export const widget = defineWidget({
  kind: 'usage',
  type: 'UsageWidget',
  schemaVersion: 1,
  label: { it: 'Consumi', en: 'Usage' },
  description: {
    it: 'Quanto resta di giga, minuti e SMS della linea, anche illimitati, all’estero o condivisi. Non appare se la linea non ha contatori.',
    en: 'What is left of the data, minutes and texts of the line: unlimited ones, abroad and shared too. Not shown when the line has no counters.',
  },
  purpose: 'care',
  archetypes: ['GaugeLike'],
  fields,
  needs: ['usage'],
  present,
  fallback: ({ fields: { title }, text: pick, locale }) => ({
    title: pick(title)?.value ?? say(locale, { it: 'I tuoi consumi', en: 'Your usage' }),
    body: say(locale, {
      it: 'I contatori non sono visibili in questo momento. Puoi comunque chiamare e navigare come sempre.',
      en: 'Your counters cannot be shown right now. Calls and data work as usual.',
    }),
  }),
  fallbackImpact:
    'An app that draws GaugeLike shows the first limited counter as a gauge. An app that knows neither shows a text card that lists what is left of each counter.',
  deadlineMs: 1_800,
  span: { compact: { columns: 4, rows: 2 }, medium: { columns: 4, rows: 2 }, expanded: { columns: 6, rows: 2 } },
})
