import { defineWidget } from '../definition.ts'
import { checkbox, number, select, text } from '../fields.ts'
import { say } from '../say.ts'
import { present } from './present.ts'

export const fields = {
  title: text({
    label: { it: 'Titolo', en: 'Title' },
    maxLength: 40,
    help: { it: 'Vuoto: "In questo periodo"', en: 'Empty: "This billing period"' },
  }),
  detail: select({
    label: { it: 'Dettaglio', en: 'Detail' },
    options: [
      { value: 'items', label: { it: 'Un addebito per riga', en: 'One charge a row' } },
      { value: 'types', label: { it: 'Un tipo per riga, con il totale', en: 'One type a row, with its total' } },
    ],
    defaultValue: 'items',
  }),
  count: number({
    label: { it: 'Righe al massimo', en: 'Rows at most' },
    help: { it: 'Vuoto: 5', en: 'Empty: 5' },
    minimum: 1,
    maximum: 20,
    defaultValue: 5,
  }),
  events: checkbox({
    label: { it: 'Mostra chiamate e connessioni', en: 'Show calls and data sessions' },
    help: {
      it: 'Che cosa è costato, una per una, sulla linea scelta. Costa una domanda in più ai sistemi: meglio su una pagina che nella home.',
      en: 'What each of them has cost, on the chosen line. It asks the systems once more: better on a page than on the home.',
    },
    defaultValue: false,
  }),
  eventCount: number({
    label: { it: 'Chiamate e connessioni al massimo', en: 'Calls and data sessions at most' },
    help: { it: 'Da 1 a 50. Vuoto: 10', en: 'From 1 to 50. Empty: 10' },
    minimum: 1,
    maximum: 50,
    defaultValue: 10,
  }),
}

/** What will be on the next bill: how much it is so far, and what it is made of. */
export const widget = defineWidget({
  kind: 'charges',
  type: 'ChargesWidget',
  schemaVersion: 1,
  label: { it: 'Spesa del periodo', en: 'Spent so far' },
  description: {
    it: 'Quanto è stato addebitato dopo l’ultima fattura e per che cosa, fino alla singola chiamata. Non appare a chi non ha addebiti da fatturare.',
    en: 'What has been charged since the last bill, and for what, down to the single call. Not shown to customers with nothing to be billed.',
  },
  purpose: 'care',
  archetypes: ['ListLike'],
  fields,
  needs: ['charges'],
  wants: ['usageEvents'],
  wantsOf: ({ events }) => (events ? ['usageEvents'] : []),
  present,
  fallback: ({ fields: { title }, text: pick, locale }) => ({
    title: pick(title)?.value ?? say(locale, { it: 'In questo periodo', en: 'This billing period' }),
    body: say(locale, {
      it: 'Gli addebiti del periodo non sono visibili in questo momento. Li troverai comunque tutti nella prossima fattura.',
      en: 'The charges of this period cannot be shown right now. All of them will be on your next bill as usual.',
    }),
  }),
  fallbackImpact:
    'An app that draws ListLike shows one row for each charge with its amount, without single calls. An app that knows neither shows a text card that says the total and lists the charges.',
  deadlineMs: 1_800,
  span: { compact: { columns: 4, rows: 2 }, medium: { columns: 4, rows: 2 }, expanded: { columns: 6, rows: 2 } },
})
