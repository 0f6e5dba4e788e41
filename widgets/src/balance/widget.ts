import { defineWidget } from '../definition.ts'
import { checkbox, number, text } from '../fields.ts'
import { say } from '../say.ts'
import { present } from './present.ts'

export const fields = {
  title: text({ label: { it: 'Titolo', en: 'Title' }, maxLength: 40, help: { it: 'Vuoto: "Credito residuo"', en: 'Empty: "Credit"' } }),
  lowCreditBelow: number({
    label: { it: 'Credito basso sotto i (centesimi)', en: 'Low credit below (minor units)' },
    help: {
      it: 'Sotto questo importo il riquadro avvisa: 500 = 5,00 €. Vuoto: nessun avviso',
      en: 'Below this amount the tile warns: 500 = €5.00. Empty: no warning',
    },
    minimum: 0,
    defaultValue: 500,
  }),
  quickTopUp: number({
    label: { it: 'Ricarica rapida (centesimi)', en: 'Quick top-up (minor units)' },
    help: {
      it: 'Un pulsante che ricarica questo importo dopo una conferma: 1000 = 10,00 €. Vuoto: nessun pulsante',
      en: 'A button that tops up this amount after a confirmation: 1000 = €10.00. Empty: no button',
    },
    minimum: 1,
  }),
  showExpiry: checkbox({ label: { it: 'Mostra la scadenza', en: 'Show the expiry date' }, defaultValue: true }),
}

/** The credit of a prepaid or hybrid line. */
export const widget = defineWidget({
  kind: 'balance',
  type: 'BalanceWidget',
  schemaVersion: 1,
  label: { it: 'Credito residuo', en: 'Credit' },
  description: {
    it: 'Il credito della linea, la sua scadenza, un avviso quando è basso e una ricarica rapida. Non appare sulle linee senza credito.',
    en: 'The credit of the line, its expiry, a warning when it is low and a quick top-up. Not shown on lines without credit.',
  },
  purpose: 'care',
  archetypes: [],
  fields,
  needs: ['balance'],
  present,
  fallback: ({ fields: { title }, text: pick, locale }) => ({
    title: pick(title)?.value ?? say(locale, { it: 'Credito residuo', en: 'Credit' }),
    body: say(locale, {
      it: 'Il credito non è visibile in questo momento. Puoi comunque chiamare e navigare come sempre.',
      en: 'Your credit cannot be shown right now. Calls and data work as usual.',
    }),
  }),
  fallbackImpact:
    'An app that predates this kind shows a text card with the title and a line saying that the credit cannot be shown, with the authored action; the customer can still reach the top-up page from there.',
  deadlineMs: 1_200,
  span: { compact: { columns: 2, rows: 1 }, medium: { columns: 4, rows: 1 }, expanded: { columns: 3, rows: 1 } },
})
