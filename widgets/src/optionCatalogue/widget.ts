import { defineWidget } from '../definition.ts'
import { checkbox, number, select, text } from '../fields.ts'
import { say } from '../say.ts'
import { present } from './present.ts'

export const fields = {
  title: text({
    label: { it: 'Titolo', en: 'Title' },
    maxLength: 40,
    help: { it: 'Vuoto: "Opzioni da aggiungere"', en: 'Empty: "Options to add"' },
  }),
  body: text({ label: { it: 'Testo', en: 'Text' }, maxLength: 120 }),
  show: select({
    label: { it: 'Che cosa mostrare', en: 'What to show' },
    options: [
      { value: 'all', label: { it: 'Tutte le opzioni', en: 'All options' } },
      { value: 'monthly', label: { it: 'Solo quelle mensili', en: 'Monthly ones only' } },
      { value: 'once', label: { it: 'Solo quelle che si pagano una volta', en: 'Only those paid once' } },
    ],
    defaultValue: 'all',
  }),
  count: number({ label: { it: 'Quante al massimo', en: 'How many at most' }, minimum: 1, maximum: 12, defaultValue: 4 }),
  unavailable: select({
    label: { it: 'Quelle che la linea non può avere', en: 'Those the line cannot have' },
    options: [
      { value: 'hide', label: { it: 'Non mostrarle', en: 'Do not show them' } },
      { value: 'explain', label: { it: 'In fondo, con il motivo', en: 'At the end, with the reason' } },
      { value: 'ignore', label: { it: 'Come le altre, senza chiedere', en: 'Like the others, without asking' } },
    ],
    defaultValue: 'hide',
  }),
  showOwned: checkbox({ label: { it: 'In fondo, anche quelle già attive', en: 'At the end, those already on too' }, defaultValue: true }),
}

/** The options of the catalogue, each added with a tap and a confirmation. */
export const widget = defineWidget({
  kind: 'optionCatalogue',
  type: 'OptionCatalogueWidget',
  schemaVersion: 1,
  label: { it: 'Catalogo delle opzioni', en: 'Option catalogue' },
  description: {
    it: 'Le opzioni in vendita che la linea non ha ancora e può avere, con prezzo e tasto per attivarle. Il catalogo viene dai sistemi: gli editor non lo riscrivono.',
    en: 'The options on sale that the line does not have yet and can have, with price and a button that adds them. The catalogue comes from the systems: editors do not write it again.',
  },
  purpose: 'commerce',
  archetypes: ['ListLike'],
  fields,
  needs: ['offers', 'products'],
  // What nobody can tell is offered: whoever takes the order looks again.
  wants: ['eligibility'],
  wantsOf: ({ unavailable }) => (unavailable === 'ignore' ? [] : ['eligibility']),
  present,
  fallback: ({ fields: { title }, text: pick, locale }) => ({
    title: pick(title)?.value ?? say(locale, { it: 'Opzioni da aggiungere', en: 'Options to add' }),
    body: say(locale, {
      it: 'Il catalogo delle opzioni non è visibile in questo momento. Le opzioni che hai restano come sono.',
      en: 'The catalogue of options cannot be shown right now. The options you have stay as they are.',
    }),
  }),
  fallbackImpact:
    'An app that draws ListLike shows the options as rows with name and price; adding them is lost, the authored link leads to the page. An app that knows neither shows a text card that lists them.',
  deadlineMs: 1_200,
  span: { compact: { columns: 4, rows: 2 }, medium: { columns: 8, rows: 2 }, expanded: { columns: 8, rows: 2 } },
})
