import { defineWidget } from '../definition.ts'
import { checkbox, link, number, rows, select, text } from '../fields.ts'
import { say } from '../say.ts'
import { present } from './present.ts'

export const fields = {
  question: text({ label: { it: 'Domanda', en: 'Question' }, required: true, maxLength: 80 }),
  body: text({ label: { it: 'Testo', en: 'Text' }, maxLength: 120 }),
  look: select({
    label: { it: 'Aspetto', en: 'Look' },
    options: [
      { value: 'words', label: { it: 'Risposte in parole', en: 'Answers in words' } },
      { value: 'scale', label: { it: 'Scala di numeri o stelle', en: 'A scale of numbers or stars' } },
    ],
    defaultValue: 'words',
  }),
  answers: rows({
    label: { it: 'Risposte', en: 'Answers' },
    help: {
      it: 'Da due a undici. Ogni risposta apre la sua pagina; se si registrano, la apre solo nelle app che non sanno farlo',
      en: 'Two to eleven. Each answer opens its page; where answers are recorded, only in apps that cannot do that',
    },
    required: true,
    minRows: 2,
    maxRows: 11,
    of: { link: link({ label: { it: 'Risposta', en: 'Answer' }, required: true }) },
  }),
  low: text({
    label: { it: 'Inizio della scala', en: 'Start of the scale' },
    maxLength: 24,
    help: { it: 'Solo per una scala: «Per niente»', en: 'Only for a scale: “Not at all”' },
  }),
  high: text({
    label: { it: 'Fine della scala', en: 'End of the scale' },
    maxLength: 24,
    help: { it: 'Solo per una scala: «Moltissimo»', en: 'Only for a scale: “Very much”' },
  }),
  record: checkbox({
    label: { it: 'Registra le risposte', en: 'Record the answers' },
    help: {
      it: 'La risposta arriva ai sistemi dell’operatore, una per cliente, e il sondaggio si ritira',
      en: 'The answer reaches the operator’s systems, one for each customer, and the survey goes',
    },
    defaultValue: false,
  }),
  comment: checkbox({
    label: { it: 'Chiedi anche un commento', en: 'Ask for a comment too' },
    help: { it: 'Facoltativo per chi risponde. Solo se si registrano', en: 'Customers may leave it empty. Only where they are recorded' },
    defaultValue: false,
  }),
  days: number({
    label: { it: 'Dopo quanti giorni si chiede di nuovo', en: 'After how many days it is asked again' },
    help: { it: 'Da 1 a 730. Vuoto: 90', en: 'From 1 to 730. Empty: 90' },
    minimum: 1,
    maximum: 730,
    defaultValue: 90,
  }),
  thanks: text({
    label: { it: 'Ringraziamento', en: 'Thanks' },
    maxLength: 120,
    help: { it: 'Vuoto: «Grazie, la tua risposta ci aiuta a migliorare.»', en: 'Empty: “Thank you, your answer helps us improve.”' },
  }),
}

/** A question that is answered with one tap. */
export const widget = defineWidget({
  kind: 'survey',
  type: 'SurveyWidget',
  schemaVersion: 1,
  label: { it: 'Sondaggio', en: 'Survey' },
  description: {
    it: 'Una domanda con due o più risposte. Un tocco apre la pagina di quella risposta, oppure la registra, anche con un commento; poi il sondaggio ringrazia e si ritira.',
    en: 'A question with two or more answers. A tap opens the page of that answer, or records it, with a comment if wanted; then the survey says thank you and goes.',
  },
  purpose: 'editorial',
  archetypes: ['ActionsLike'],
  fields,
  needs: [],
  // Asked twice, a customer is thanked twice: that is no reason not to ask.
  wants: ['interactions'],
  wantsOf: ({ record }) => (record ? ['interactions'] : []),
  present,
  fallback: ({ fields: { question, body }, text: pick, locale }) => ({
    title: pick(question)?.value ?? say(locale, { it: 'La tua opinione', en: 'Your opinion' }),
    body: pick(body)?.value,
  }),
  fallbackImpact:
    'An app that draws ActionsLike, or an older version of this kind, shows the answers as buttons under the question: each opens its page, and is not recorded. An app that knows neither shows a text card with the question and the answers, which cannot be tapped.',
  deadlineMs: 800,
  span: { compact: { columns: 4, rows: 1 }, medium: { columns: 4, rows: 1 }, expanded: { columns: 6, rows: 1 } },
})
