import { defineWidget } from '../definition.ts'
import { checkbox, select, text } from '../fields.ts'
import { say } from '../say.ts'
import { present } from './present.ts'

export const fields = {
  title: text({ label: { it: 'Titolo', en: 'Title' }, maxLength: 40, help: { it: 'Vuoto: "Le tue linee"', en: 'Empty: "Your lines"' } }),
  onlyIfSeveral: checkbox({ label: { it: 'Solo a chi ha più linee', en: 'Only for customers with several lines' }, defaultValue: false }),
  showTerminated: checkbox({ label: { it: 'Mostra anche le linee cessate', en: 'Show terminated lines too' }, defaultValue: false }),
  figures: select({
    label: { it: 'Cifre di ogni linea', en: 'Figures of each line' },
    help: {
      it: 'Arrivano con una sola richiesta per tutte le linee, anche per una flotta',
      en: 'They come with one request for all lines, of a fleet too',
    },
    defaultValue: 'none',
    options: [
      { value: 'none', label: { it: 'Nessuna', en: 'None' } },
      { value: 'data', label: { it: 'Giga', en: 'Data' } },
      { value: 'credit', label: { it: 'Credito', en: 'Credit' } },
      { value: 'dataAndCredit', label: { it: 'Giga e credito', en: 'Data and credit' } },
    ],
  }),
}

/** The customer's SIMs, with the one the home is about marked. */
export const widget = defineWidget({
  kind: 'lines',
  type: 'LinesWidget',
  schemaVersion: 1,
  label: { it: 'Le mie linee', en: 'My lines' },
  description: {
    it: 'Tutte le SIM del cliente con piano, stato e tipo di pagamento. Se serve, anche i giga e il credito di ciascuna. Chi ne ha più di una passa dall’una all’altra con un tocco.',
    en: 'All the SIMs of the customer with plan, state and way of paying. If wanted, the data and the credit of each. Customers with several change from one to another with a tap.',
  },
  purpose: 'care',
  archetypes: ['ListLike'],
  fields,
  needs: ['lines'],
  wants: ['overview'],
  wantsOf: ({ figures = 'none' }) => (figures === 'none' ? [] : ['overview']),
  present,
  fallback: ({ fields: { title }, text: pick, locale }) => ({
    title: pick(title)?.value ?? say(locale, { it: 'Le tue linee', en: 'Your lines' }),
    body: say(locale, {
      it: 'L’elenco delle linee non è visibile in questo momento. Le linee funzionano come sempre.',
      en: 'The list of your lines cannot be shown right now. The lines work as usual.',
    }),
  }),
  fallbackImpact:
    'An app that draws ListLike shows the lines as rows with their figures in words, without changing from one to another. An app that knows neither shows a text card that lists them.',
  deadlineMs: 1_200,
  span: { compact: { columns: 4, rows: 2 }, medium: { columns: 4, rows: 2 }, expanded: { columns: 4, rows: 2 } },
})
