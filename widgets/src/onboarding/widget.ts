import { defineWidget } from '../definition.ts'
import { link, rows, select, text } from '../fields.ts'
import { say } from '../say.ts'
import { present, type StepSign, type StepWant } from './present.ts'

export const fields = {
  title: text({
    label: { it: 'Titolo', en: 'Title' },
    maxLength: 40,
    help: { it: 'Vuoto: "Per cominciare"', en: 'Empty: "Getting started"' },
  }),
  body: text({ label: { it: 'Testo', en: 'Text' }, maxLength: 120 }),
  steps: rows({
    label: { it: 'Passi', en: 'Steps' },
    help: {
      it: 'Da due a sei. Il widget sparisce quando tutti quelli che si possono verificare sono fatti',
      en: 'Two to six. The widget goes once all those that can be checked are done',
    },
    required: true,
    minRows: 2,
    maxRows: 6,
    of: {
      label: text({ label: { it: 'Cosa fare', en: 'What to do' }, required: true, maxLength: 60 }),
      text: text({ label: { it: 'Spiegazione', en: 'Explanation' }, maxLength: 120 }),
      link: link({ label: { it: 'Dove si fa', en: 'Where to do it' } }),
      doneWhen: select({
        label: { it: 'È fatto quando', en: 'It is done when' },
        required: true,
        defaultValue: 'never',
        options: [
          { value: 'never', label: { it: 'non si può sapere', en: 'nobody can tell' } },
          { value: 'firstTopUp', label: { it: 'c’è del credito', en: 'there is credit' } },
          { value: 'autopayOn', label: { it: 'l’addebito automatico è attivo', en: 'direct debit is on' } },
          { value: 'hasOption', label: { it: 'la linea ha un’opzione', en: 'the line has an option' } },
          { value: 'simActive', label: { it: 'la SIM è attiva', en: 'the SIM is active' } },
          { value: 'firstUse', label: { it: 'la linea è stata usata', en: 'the line has been used' } },
          { value: 'paymentMethodSet', label: { it: 'c’è un metodo di pagamento valido', en: 'there is a valid payment method' } },
          { value: 'autoTopUpOn', label: { it: 'la ricarica automatica è attiva', en: 'automatic top-up is on' } },
          { value: 'spendingLimitSet', label: { it: 'c’è un limite di spesa', en: 'there is a spending limit' } },
        ],
      }),
    },
  }),
}

/** The first things a new customer does, ticked off as they are done. */
export const widget = defineWidget({
  kind: 'onboarding',
  type: 'OnboardingWidget',
  schemaVersion: 1,
  label: { it: 'Primi passi', en: 'First steps' },
  description: {
    it: 'Le prime cose da fare per un nuovo cliente, spuntate man mano dai suoi dati. Sparisce quando sono fatte.',
    en: 'The first things to do for a new customer, ticked off from the customer’s own data. It goes once they are done.',
  },
  purpose: 'care',
  archetypes: ['ListLike'],
  fields,
  needs: [],
  // A step nobody can tell of just now stands there without a tick.
  wants: ['account', 'balance', 'lines', 'sim', 'usage', 'paymentMethods', 'topUps', 'spendingLimit'],
  wantsOf: ({ steps }) => [...new Set(steps.flatMap(({ doneWhen }) => wantOf[doneWhen] ?? []))],
  present,
  fallback: ({ fields: { title, steps }, text: pick, locale }) => ({
    title: pick(title)?.value ?? say(locale, { it: 'Per cominciare', en: 'Getting started' }),
    body: steps.flatMap(({ label }) => pick(label)?.value ?? []).join(', '),
  }),
  fallbackImpact:
    'An app that draws ListLike shows the steps as rows with “done” or “to do” in words. An app that knows neither shows a text card that lists them.',
  deadlineMs: 1_200,
  span: { compact: { columns: 4, rows: 2 }, medium: { columns: 8, rows: 2 }, expanded: { columns: 6, rows: 2 } },
})

const wantOf: Record<StepSign, StepWant | undefined> = {
  never: undefined,
  autopayOn: 'account',
  firstTopUp: 'balance',
  hasOption: 'lines',
  simActive: 'sim',
  firstUse: 'usage',
  paymentMethodSet: 'paymentMethods',
  autoTopUpOn: 'topUps',
  spendingLimitSet: 'spendingLimit',
}
