import { defineWidget } from '../definition.ts'
import { checkbox, number, text } from '../fields.ts'
import { say } from '../say.ts'
import { present } from './present.ts'

export const fields = {
  title: text({ label: { it: 'Titolo', en: 'Title' }, maxLength: 40, help: { it: 'Vuoto: "Le tue fatture"', en: 'Empty: "Your bills"' } }),
  count: number({
    label: { it: 'Fatture al massimo', en: 'Bills at most' },
    help: { it: 'Vuoto: 6', en: 'Empty: 6' },
    minimum: 1,
    maximum: 12,
    defaultValue: 6,
  }),
  onlyOpen: checkbox({ label: { it: 'Solo quelle da pagare', en: 'Only those to be paid' }, defaultValue: false }),
  payNow: checkbox({ label: { it: 'Si possono pagare da qui', en: 'They can be paid from here' }, defaultValue: false }),
}

/** The bills of the last months, each with its state. */
export const widget = defineWidget({
  kind: 'bills',
  type: 'BillsWidget',
  schemaVersion: 1,
  label: { it: 'Elenco fatture', en: 'List of bills' },
  description: {
    it: 'Le fatture degli ultimi mesi con importo e stato; quelle aperte si possono pagare da qui. Non appare a chi non ha fatture.',
    en: 'The bills of the last months with amount and state; open ones can be paid from here. Not shown to customers without bills.',
  },
  purpose: 'care',
  archetypes: ['ListLike'],
  fields,
  needs: ['bills'],
  // Whoever may have paid already is not asked to pay, and still sees the bills.
  wants: ['paymentMethods', 'payments'],
  wantsOf: ({ payNow }) => (payNow ? ['paymentMethods', 'payments'] : []),
  present,
  fallback: ({ fields: { title }, text: pick, locale }) => ({
    title: pick(title)?.value ?? say(locale, { it: 'Le tue fatture', en: 'Your bills' }),
    body: say(locale, {
      it: 'Le fatture non sono visibili in questo momento. Le scadenze non cambiano: le trovi anche nella tua email.',
      en: 'Your bills cannot be shown right now. Due dates do not change: you also have them in your email.',
    }),
  }),
  fallbackImpact:
    'An app that draws ListLike shows one row for each bill with its state, its amount and, where it can be paid, the button. An app that knows neither shows a text card that lists them.',
  deadlineMs: 1_500,
  span: { compact: { columns: 4, rows: 2 }, medium: { columns: 4, rows: 2 }, expanded: { columns: 6, rows: 2 } },
})
