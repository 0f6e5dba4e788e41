import { defineWidget } from '../definition.ts'
import { number, text } from '../fields.ts'
import { say } from '../say.ts'
import { present } from './present.ts'

export const fields = {
  title: text({ label: { it: 'Titolo', en: 'Title' }, maxLength: 40, help: { it: 'Vuoto: "Da pagare"', en: 'Empty: "To pay"' } }),
  body: text({ label: { it: 'Testo', en: 'Text' }, maxLength: 120 }),
  daysBefore: number({
    label: { it: 'Giorni prima della scadenza', en: 'Days before the due date' },
    help: { it: 'Da quanti giorni prima appare. Vuoto: 10', en: 'How many days before it appears. Empty: 10' },
    minimum: 0,
    maximum: 60,
    defaultValue: 10,
  }),
  suspensionAfterDays: number({
    label: { it: 'Sospensione possibile dopo (giorni)', en: 'Suspension possible after (days)' },
    help: {
      it: 'Giorni dopo la scadenza, come nel contratto. Vuoto: non se ne parla',
      en: 'Days after the due date, as in the contract. Empty: it is not spoken of',
    },
    minimum: 1,
    maximum: 365,
  }),
}

/** The bill that is due first, with the button that pays it. */
export const widget = defineWidget({
  kind: 'paymentDue',
  type: 'PaymentDueWidget',
  schemaVersion: 1,
  label: { it: 'Pagamento in scadenza', en: 'Payment due' },
  description: {
    it: 'La fattura da pagare per prima, con il pulsante per pagarla subito. Non appare quando è tutto pagato o ci pensa l’addebito automatico.',
    en: 'The bill to be paid first, with the button that pays it. Not shown when everything is paid or direct debit takes care of it.',
  },
  purpose: 'care',
  archetypes: ['ActionsLike'],
  fields,
  needs: ['account', 'bills', 'payments'],
  wants: ['paymentMethods'],
  present,
  // Whoever may have paid already must not be asked to pay: unknown never shows anything.
  onFailure: 'leaveOut',
  fallback: ({ fields: { title }, text: pick, locale }) => ({
    title: pick(title)?.value ?? say(locale, { it: 'Da pagare', en: 'To pay' }),
    body: say(locale, {
      it: 'Trovi importo e scadenza nella pagina delle fatture.',
      en: 'Amount and due date are on the page of your bills.',
    }),
  }),
  fallbackImpact:
    'An app that draws ActionsLike shows the button that pays the bill. An app that knows neither shows a text card with the amount, the due date and the authored action, which leads to the bills.',
  deadlineMs: 1_800,
  span: { compact: { columns: 4, rows: 1 }, medium: { columns: 8, rows: 1 }, expanded: { columns: 12, rows: 1 } },
})
