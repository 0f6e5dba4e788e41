import { defineWidget } from '../definition.ts'
import { checkbox, number, select, text, textarea } from '../fields.ts'
import { say } from '../say.ts'
import { checkDismissal, checkTexts, needsOfAlert, present } from './present.ts'

export const fields = {
  subject: select({
    label: { it: 'Argomento', en: 'Subject' },
    help: {
      it: 'Gli argomenti con dati appaiono solo a chi riguardano, e scrivono da sé importi e date',
      en: 'Subjects with data are only shown to those they concern, and write amounts and dates by themselves',
    },
    required: true,
    options: [
      { value: 'plain', label: { it: 'Avviso libero', en: 'Plain notice' } },
      { value: 'overdueBill', label: { it: 'Fattura scaduta', en: 'Overdue bill' } },
      { value: 'lowCredit', label: { it: 'Credito quasi finito', en: 'Low credit' } },
      { value: 'renewalShort', label: { it: 'Credito insufficiente per il rinnovo', en: 'Credit too low for the renewal' } },
    ],
    defaultValue: 'plain',
  }),
  headline: text({
    label: { it: 'Titolo', en: 'Headline' },
    help: {
      it: 'Vuoto: il testo dell’argomento. Si può usare {amount} (fattura, credito, rinnovo) e {date} (rinnovo)',
      en: 'Empty: the subject’s own text. {amount} (bill, credit, renewal) and {date} (renewal) may be used',
    },
    maxLength: 80,
  }),
  body: textarea({ label: { it: 'Testo', en: 'Body' }, maxLength: 200 }),
  lowCreditBelow: number({
    label: { it: 'Credito basso sotto i (centesimi)', en: 'Low credit below (minor units)' },
    help: { it: 'Per "credito quasi finito". Vuoto: 500 = 5,00 €', en: 'For "low credit". Empty: 500 = €5.00' },
    minimum: 1,
    defaultValue: 500,
  }),
  withinDays: number({
    label: { it: 'Giorni prima del rinnovo', en: 'Days before the renewal' },
    help: { it: 'Per "credito insufficiente". Vuoto: 5', en: 'For "credit too low". Empty: 5' },
    minimum: 1,
    maximum: 31,
    defaultValue: 5,
  }),
  dismissible: checkbox({
    label: { it: 'Si può chiudere', en: 'Can be closed' },
    help: {
      it: 'Chi lo chiude non lo rivede; se l’argomento ha dati, torna dopo una settimana finché il motivo resta. Mai con tono critico',
      en: 'Who closes it does not see it again; where the subject has data, it returns after a week for as long as its reason lasts. Never with a critical tone',
    },
  }),
}

/** A warning. Its tone is its severity; it goes when its reason does, or, where its editors let it, when the customer has read it. */
export const widget = defineWidget({
  kind: 'alert',
  type: 'AlertWidget',
  schemaVersion: 1,
  label: { it: 'Avviso', en: 'Alert' },
  description: {
    it: 'Un avviso breve. Il tono dice quanto è grave; scompare da solo quando il motivo non c’è più, o quando chi lo legge lo chiude.',
    en: 'A short warning. The tone says how serious it is; it disappears by itself when its reason is gone, or when its reader closes it.',
  },
  purpose: 'care',
  archetypes: ['BannerLike'],
  fields,
  needs: ['account', 'balance', 'lines', 'interactions'],
  needsOf: needsOfAlert,
  present,
  check: (values, { tone }) => [...checkTexts(values), ...checkDismissal(values, tone)],
  // A warning that could not be checked must not worry anybody: unknown never shows anything.
  onFailure: 'leaveOut',
  fallback: ({ fields: { headline, body }, text: pick, locale }) => {
    const written = pick(headline)?.value
    const isReadable = written !== undefined && !written.includes('{')
    return {
      title: isReadable ? written : say(locale, { it: 'Un avviso per te', en: 'A notice for you' }),
      body: isReadable ? pick(body)?.value : say(locale, { it: 'Controlla la tua linea.', en: 'Check your line.' }),
    }
  },
  fallbackImpact:
    'An app that draws BannerLike shows the headline, the body and both buttons. An app that knows neither shows a text card with the same headline, body and action; the colour of the severity is kept by the tone, the icon and the way to close it are lost.',
  deadlineMs: 1_500,
  span: { compact: { columns: 4, rows: 1 }, medium: { columns: 8, rows: 1 }, expanded: { columns: 12, rows: 1 } },
})
