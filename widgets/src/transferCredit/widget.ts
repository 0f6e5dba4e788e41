import { ascendingIssues } from '../ascending.ts'
import { defineWidget } from '../definition.ts'
import { amounts, checkbox, number, text } from '../fields.ts'
import { say } from '../say.ts'
import { ownTitle, present } from './present.ts'

export const fields = {
  title: text({ label: { it: 'Titolo', en: 'Title' }, maxLength: 40, help: { it: 'Vuoto: "Invia credito"', en: 'Empty: "Send credit"' } }),
  body: text({ label: { it: 'Testo', en: 'Text' }, maxLength: 100 }),
  amounts: amounts({
    label: { it: 'Importi', en: 'Amounts' },
    help: { it: 'Dal più piccolo al più grande, al massimo otto', en: 'From the smallest to the largest, at most eight' },
    required: true,
    defaultValue: [300, 500, 1_000],
  }),
  fee: number({
    label: { it: 'Costo di un invio (centesimi)', en: 'Cost of sending (minor units)' },
    help: {
      it: 'Quello dei sistemi dell’operatore, che rifiutano un costo diverso: 50 = 0,50 €. Vuoto: gratuito',
      en: 'As the operator’s systems have it, which refuse another: 50 = €0.50. Empty: free',
    },
    minimum: 0,
    maximum: 50_000,
  }),
  minLeft: number({
    label: { it: 'Credito che deve restare (centesimi)', en: 'Credit that must be left (minor units)' },
    help: {
      it: 'Gli importi che ne lascerebbero di meno non sono offerti: 100 = 1,00 €. Vuoto: si può inviare tutto',
      en: 'Amounts that would leave less are not offered: 100 = €1.00. Empty: all of it can be sent',
    },
    minimum: 0,
  }),
  toOthers: checkbox({
    label: { it: 'Anche ad altri numeri', en: 'To other numbers too' },
    help: {
      it: 'Chi invia può scrivere un numero; altrimenti sceglie fra le sue linee',
      en: 'Customers can type a number; otherwise they choose among their own lines',
    },
    defaultValue: false,
  }),
  countryCode: number({
    label: { it: 'Prefisso dei numeri scritti senza', en: 'Country code of numbers typed without one' },
    help: { it: 'Solo le cifre: 39. Vuoto: ogni numero va scritto con il suo', en: 'Digits only: 39. Empty: every number needs its own' },
    minimum: 1,
    maximum: 999,
    defaultValue: 39,
  }),
}

/** Credit from one line to another. */
export const widget = defineWidget({
  kind: 'transferCredit',
  type: 'TransferCreditWidget',
  schemaVersion: 1,
  label: { it: 'Invio di credito', en: 'Credit transfer' },
  description: {
    it: 'Invia credito da una linea ricaricabile a un’altra del cliente o, se lo permetti, a un numero che scrive. Offre solo gli importi che il credito copre.',
    en: 'Sends credit from a prepaid line to another of the customer’s or, if you allow it, to a number he types. Offers only what the credit covers.',
  },
  purpose: 'care',
  archetypes: [],
  fields,
  needs: ['lines'],
  wants: ['balance'],
  present,
  fallback: ({ fields: { title }, text: pick, locale }) => ({
    title: pick(title)?.value ?? say(locale, ownTitle),
    body: say(locale, {
      it: 'Da qui non è possibile inviare credito in questo momento. Il tuo resta com’è: riprova più tardi.',
      en: 'Credit cannot be sent from here right now. Yours stays as it is: try again later.',
    }),
  }),
  check: ({ amounts: list, fee, minLeft, countryCode }) => [
    ...ascendingIssues('/amounts', list),
    ...Object.entries({ fee, minLeft, countryCode }).flatMap(([name, value]) =>
      value === undefined || Number.isInteger(value)
        ? []
        : [
            {
              path: `/${name}`,
              expected: 'a whole number',
              got: String(value),
              fix: 'Write it without decimals.',
            },
          ],
    ),
  ],
  fallbackImpact:
    'An app that predates this kind cannot send credit, and so is shown no buttons: it shows a text card with the credit of the line and what sending costs, and the authored action, which leads to where it can be done.',
  deadlineMs: 1_200,
  span: { compact: { columns: 4, rows: 2 }, medium: { columns: 4, rows: 2 }, expanded: { columns: 4, rows: 2 } },
})
