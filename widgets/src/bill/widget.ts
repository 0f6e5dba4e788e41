import { defineWidget } from '../definition.ts'
import { checkbox, text } from '../fields.ts'
import { say } from '../say.ts'
import { present } from './present.ts'

export const fields = {
  title: text({ label: { it: 'Titolo', en: 'Title' }, maxLength: 40, help: { it: 'Vuoto: "Ultima fattura"', en: 'Empty: "Latest bill"' } }),
  hidePaid: checkbox({ label: { it: 'Nascondi quando è pagata', en: 'Hide once it is paid' }, defaultValue: false }),
  payNow: checkbox({ label: { it: 'Si può pagare da qui', en: 'It can be paid from here' }, defaultValue: false }),
}

/** The latest bill: how much, until when, and whether it has been paid. */
export const widget = defineWidget({
  kind: 'bill',
  type: 'BillWidget',
  schemaVersion: 1,
  label: { it: 'Ultima fattura', en: 'Latest bill' },
  description: {
    it: 'Importo, scadenza e stato dell’ultima fattura. Non appare a chi non ha ancora fatture.',
    en: 'Amount, due date and state of the latest bill. Not shown to customers without bills.',
  },
  purpose: 'care',
  archetypes: [],
  fields,
  needs: ['bills', 'account'],
  // Whoever may have paid already is not asked to pay, and still sees the bill.
  wants: ['paymentMethods', 'payments'],
  wantsOf: ({ payNow }) => (payNow ? ['paymentMethods', 'payments'] : []),
  present,
  fallback: ({ fields: { title }, text: pick, locale }) => ({
    title: pick(title)?.value ?? say(locale, { it: 'Ultima fattura', en: 'Latest bill' }),
    body: say(locale, {
      it: 'La fattura non è visibile in questo momento. Le scadenze non cambiano: la trovi anche nella tua email.',
      en: 'Your bill cannot be shown right now. Due dates do not change: you also have it in your email.',
    }),
  }),
  fallbackImpact:
    'An app that predates this kind shows a text card with the amount, the state and the due date in words, and the authored action; the number of the bill is lost.',
  deadlineMs: 1_500,
  span: { compact: { columns: 2, rows: 1 }, medium: { columns: 4, rows: 1 }, expanded: { columns: 3, rows: 1 } },
})
