import { ascendingIssues } from '../ascending.ts'
import { defineWidget } from '../definition.ts'
import { amounts, select, text } from '../fields.ts'
import { say } from '../say.ts'
import { present } from './present.ts'

export const fields = {
  title: text({
    label: { it: 'Titolo', en: 'Title' },
    maxLength: 40,
    help: { it: 'Vuoto: "Ricarica automatica"', en: 'Empty: "Automatic top-up"' },
  }),
  body: text({ label: { it: 'Testo', en: 'Text' }, maxLength: 120 }),
  amounts: amounts({
    label: { it: 'Importi', en: 'Amounts' },
    help: { it: 'Dal più piccolo al più grande, al massimo otto', en: 'From the smallest to the largest, at most eight' },
    required: true,
    defaultValue: [1_000, 1_500, 2_000],
  }),
  period: select({
    label: { it: 'Ogni quanto', en: 'How often' },
    help: { it: 'Vuoto: ogni mese', en: 'Empty: every month' },
    options: [
      { value: 'weekly', label: { it: 'Ogni settimana', en: 'Every week' } },
      { value: 'fortnightly', label: { it: 'Ogni due settimane', en: 'Every two weeks' } },
      { value: 'monthly', label: { it: 'Ogni mese', en: 'Every month' } },
    ],
    defaultValue: 'monthly',
  }),
}

/** A line that tops itself up. */
export const widget = defineWidget({
  kind: 'autoTopUp',
  type: 'AutoTopUpWidget',
  schemaVersion: 1,
  label: { it: 'Ricarica automatica', en: 'Automatic top-up' },
  description: {
    it: 'Dice se la linea si ricarica da sola, di quanto e quando, e la attiva o la disattiva dopo una conferma. Non appare sulle linee in abbonamento.',
    en: 'Says whether the line tops itself up, by how much and when, and turns it on or off after a confirmation. Not shown on pay-monthly lines.',
  },
  purpose: 'care',
  archetypes: ['ActionsLike'],
  fields,
  needs: ['lines', 'topUps'],
  wants: ['paymentMethods'],
  present,
  fallback: ({ fields: { title }, text: pick, locale }) => ({
    title: pick(title)?.value ?? say(locale, { it: 'Ricarica automatica', en: 'Automatic top-up' }),
    body: say(locale, {
      it: 'In questo momento non possiamo mostrarti la ricarica automatica. Se è attiva, continua a funzionare come sempre.',
      en: 'We cannot show your automatic top-up right now. If it is on, it keeps working as always.',
    }),
  }),
  check: ({ amounts: list }) => ascendingIssues('/amounts', list),
  fallbackImpact:
    'An app that draws ActionsLike shows the amounts, or the button that turns it off. An app that knows neither shows a text card that says how the rule stands, with the authored action.',
  deadlineMs: 1_500,
  span: { compact: { columns: 4, rows: 1 }, medium: { columns: 4, rows: 1 }, expanded: { columns: 4, rows: 1 } },
})
