import { defineWidget } from '../definition.ts'
import { link, rows, select, text } from '../fields.ts'
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
      it: 'Da due a undici. Ogni risposta apre la pagina che la raccoglie',
      en: 'Two to eleven. Each answer opens the page that takes it',
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
}

/** A question that is answered with one tap. */
export const widget = defineWidget({
  kind: 'survey',
  type: 'SurveyWidget',
  schemaVersion: 1,
  label: { it: 'Sondaggio', en: 'Survey' },
  description: {
    it: 'Una domanda con due o più risposte: un tocco apre la pagina che raccoglie quella risposta.',
    en: 'A question with two or more answers: a tap opens the page that takes that answer.',
  },
  purpose: 'editorial',
  archetypes: ['ActionsLike'],
  fields,
  needs: [],
  present,
  fallback: ({ fields: { question, body }, text: pick, locale }) => ({
    title: pick(question)?.value ?? say(locale, { it: 'La tua opinione', en: 'Your opinion' }),
    body: pick(body)?.value,
  }),
  fallbackImpact:
    'An app that draws ActionsLike shows the answers as buttons under the question. An app that knows neither shows a text card with the question and the answers, which cannot be tapped.',
  deadlineMs: 200,
  span: { compact: { columns: 4, rows: 1 }, medium: { columns: 4, rows: 1 }, expanded: { columns: 6, rows: 1 } },
})
