import { defineWidget } from '../definition.ts'
import { checkbox, select, text } from '../fields.ts'
import { say } from '../say.ts'
import { present } from './present.ts'

export const fields = {
  title: text({
    label: { it: 'Titolo', en: 'Title' },
    maxLength: 40,
    help: { it: 'Vuoto: "Opzioni e servizi"', en: 'Empty: "Options and services"' },
  }),
  show: select({
    label: { it: 'Che cosa mostrare', en: 'What to show' },
    options: [
      { value: 'all', label: { it: 'Opzioni e servizi', en: 'Options and services' } },
      { value: 'option', label: { it: 'Solo opzioni', en: 'Options only' } },
      { value: 'service', label: { it: 'Solo servizi', en: 'Services only' } },
    ],
    defaultValue: 'all',
  }),
  showOff: checkbox({
    label: { it: 'Mostra anche quelle disattivate da poco', en: 'Show those turned off lately too' },
    defaultValue: true,
  }),
}

/** What a line has beside its plan, each with a switch: as easy to turn off as to turn on. */
export const widget = defineWidget({
  kind: 'options',
  type: 'OptionsWidget',
  schemaVersion: 1,
  label: { it: 'Opzioni attive', en: 'Active options' },
  description: {
    it: 'Le opzioni e i servizi della linea con prezzo e rinnovo. Un tocco disattiva, un altro riattiva; ciò che è in corso lo dice.',
    en: 'The options and services of the line with price and renewal. One tap turns off, another on again; what is on its way says so.',
  },
  purpose: 'care',
  archetypes: ['ListLike'],
  fields,
  needs: ['products'],
  // What can be turned on again is shown at the price of today, which only the catalogue knows. Turning off needs no catalogue.
  wants: ['offers'],
  wantsOf: ({ showOff }) => (showOff === false ? [] : ['offers']),
  present,
  fallback: ({ fields: { title }, text: pick, locale }) => ({
    title: pick(title)?.value ?? say(locale, { it: 'Opzioni e servizi', en: 'Options and services' }),
    body: say(locale, {
      it: 'L’elenco delle opzioni non è visibile in questo momento. Quelle attive funzionano come sempre.',
      en: 'The list of your options cannot be shown right now. Those that are on work as usual.',
    }),
  }),
  fallbackImpact:
    'An app that draws ListLike shows the options as rows with price and state; switching is lost, the authored link leads to the page. An app that knows neither shows a text card that lists them.',
  deadlineMs: 1_200,
  span: { compact: { columns: 4, rows: 2 }, medium: { columns: 8, rows: 2 }, expanded: { columns: 6, rows: 2 } },
})
