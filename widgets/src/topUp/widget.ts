import { ascendingIssues } from '../ascending.ts'
import { defineWidget } from '../definition.ts'
import { amounts, text } from '../fields.ts'
import { say } from '../say.ts'
import { present } from './present.ts'

export const fields = {
  title: text({ label: { it: 'Titolo', en: 'Title' }, maxLength: 40, help: { it: 'Vuoto: "Ricarica"', en: 'Empty: "Top up"' } }),
  body: text({ label: { it: 'Testo', en: 'Text' }, maxLength: 80 }),
  amounts: amounts({
    label: { it: 'Importi', en: 'Amounts' },
    help: { it: 'Dal più piccolo al più grande, al massimo otto', en: 'From the smallest to the largest, at most eight' },
    required: true,
    defaultValue: [500, 1_000, 2_000],
  }),
}

/** Buttons that top a line up. */
export const widget = defineWidget({
  kind: 'topUp',
  type: 'TopUpWidget',
  schemaVersion: 1,
  label: { it: 'Ricarica', en: 'Top-up' },
  description: {
    it: 'Pulsanti che ricaricano la linea dopo una conferma e aggiornano subito il credito. Non appare sulle linee in abbonamento.',
    en: 'Buttons that top the line up after a confirmation and refresh the credit at once. Not shown on pay-monthly lines.',
  },
  purpose: 'care',
  archetypes: ['ActionsLike'],
  fields,
  needs: ['lines'],
  present,
  fallback: ({ fields: { title }, text: pick, locale }) => ({
    title: pick(title)?.value ?? say(locale, { it: 'Ricarica', en: 'Top up' }),
    body: say(locale, {
      it: 'La ricarica da qui non è possibile in questo momento. Puoi ricaricare in tabaccheria, allo sportello o dal sito.',
      en: 'You cannot top up from here right now. You can in shops, at cash machines or on the website.',
    }),
  }),
  check: ({ amounts: list }) => ascendingIssues('/amounts', list),
  fallbackImpact:
    'An app that draws ActionsLike shows the amounts as buttons. An app that knows neither shows a text card with the authored action, which leads to the top-up page.',
  deadlineMs: 1_200,
  span: { compact: { columns: 4, rows: 1 }, medium: { columns: 4, rows: 1 }, expanded: { columns: 4, rows: 1 } },
})
