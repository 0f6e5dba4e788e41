import { defineWidget } from '../definition.ts'
import { checkbox, text } from '../fields.ts'
import { say } from '../say.ts'
import { present } from './present.ts'

export const fields = {
  advice: text({
    label: { it: 'Consiglio', en: 'Advice' },
    help: {
      it: 'Che cosa fare intanto. Vuoto: un testo adatto a guasto, lavori o ripristino',
      en: 'What to do meanwhile. Empty: a text for the fault, the works or the good news',
    },
    maxLength: 120,
  }),
  showAllWell: checkbox({
    label: { it: 'Mostra anche quando tutto funziona', en: 'Show when all is well too' },
    help: { it: 'Per le pagine di assistenza', en: 'For help pages' },
    defaultValue: false,
  }),
  allWell: text({
    label: { it: 'Testo quando tutto funziona', en: 'Text when all is well' },
    maxLength: 120,
  }),
}

/** Faults and works of the network where the line is. */
export const widget = defineWidget({
  kind: 'outage',
  type: 'OutageWidget',
  schemaVersion: 1,
  label: { it: 'Guasti e lavori', en: 'Faults and works' },
  description: {
    it: 'Dice se nella zona della linea c’è un guasto o un lavoro programmato, e quando finirà. Di solito appare solo quando serve.',
    en: 'Says whether there is a fault or planned work where the line is, and when it will be over. It usually appears only when needed.',
  },
  purpose: 'care',
  archetypes: ['BannerLike'],
  fields,
  needs: ['outages'],
  present,
  // Neither a fault nor its absence may be claimed by somebody who does not know.
  onFailure: 'leaveOut',
  fallback: ({ text: pick, fields: { advice }, locale }) => ({
    title: say(locale, { it: 'Stato della rete', en: 'State of the network' }),
    body:
      pick(advice)?.value ??
      say(locale, {
        it: 'Lo stato della rete non è visibile in questo momento.',
        en: 'The state of the network cannot be shown right now.',
      }),
  }),
  fallbackImpact:
    'An app that draws BannerLike shows a banner with headline, services and expected end. An app that knows neither shows a text card that says the same; the icon of the state is lost.',
  deadlineMs: 1_200,
  span: { compact: { columns: 4, rows: 1 }, medium: { columns: 8, rows: 1 }, expanded: { columns: 12, rows: 1 } },
})
