import { defineWidget } from '../definition.ts'
import { checkbox, text } from '../fields.ts'
import { say } from '../say.ts'
import { present } from './present.ts'

export const fields = {
  title: text({
    label: { it: 'Titolo', en: 'Title' },
    maxLength: 40,
    help: { it: 'Vuoto: "Servizi di altri fornitori"', en: 'Empty: "Services of other providers"' },
  }),
  body: text({ label: { it: 'Testo', en: 'Text' }, maxLength: 120 }),
  showNone: checkbox({ label: { it: 'Dillo anche a chi non ne ha', en: 'Say so to customers who have none' }, defaultValue: false }),
}

/** What others are paid through the line: seen at a glance, stopped with a tap. */
export const widget = defineWidget({
  kind: 'thirdParty',
  type: 'ThirdPartyWidget',
  schemaVersion: 1,
  label: { it: 'Servizi di altri fornitori', en: 'Services of other providers' },
  description: {
    it: 'I servizi di terzi pagati con la linea: chi li fornisce, quanto costano e il tasto per disattivarli.',
    en: 'Services of third parties paid with the line: who provides them, what they cost and the button that turns them off.',
  },
  purpose: 'care',
  archetypes: ['ListLike'],
  fields,
  needs: ['products'],
  present,
  fallback: ({ fields: { title }, text: pick, locale }) => ({
    title: pick(title)?.value ?? say(locale, { it: 'Servizi di altri fornitori', en: 'Services of other providers' }),
    body: say(locale, {
      it: 'I servizi di altri fornitori non sono visibili in questo momento. Puoi disattivarli anche chiamando il servizio clienti.',
      en: 'Services of other providers cannot be shown right now. Customer care can turn them off too.',
    }),
  }),
  fallbackImpact:
    'An app that draws ListLike shows each service with its provider and price; stopping it is lost, the authored link leads to the page. An app that knows neither shows a text card that lists them.',
  deadlineMs: 1_200,
  span: { compact: { columns: 4, rows: 2 }, medium: { columns: 4, rows: 2 }, expanded: { columns: 6, rows: 2 } },
})
