import { defineWidget } from '../definition.ts'
import { checkbox, text } from '../fields.ts'
import { say } from '../say.ts'
import { ownTitles, present } from './present.ts'

export const fields = {
  title: text({
    label: { it: 'Titolo', en: 'Title' },
    maxLength: 40,
    help: { it: 'Vuoto: "Il tuo appuntamento"', en: 'Empty: "Your appointment"' },
  }),
  advice: text({
    label: { it: 'Che cosa preparare', en: 'What to have ready' },
    help: { it: '"Tieni a portata di mano il numero della pratica"', en: '"Keep the number of your case at hand"' },
    maxLength: 120,
  }),
  showCancelled: checkbox({
    label: { it: 'Mostra quelli annullati', en: 'Show cancelled ones' },
    help: { it: 'Solo quelli della prossima settimana', en: 'Only those of the week to come' },
    defaultValue: true,
  }),
  offerMove: checkbox({
    label: { it: 'Fai spostare da qui', en: 'Let them be moved here' },
    help: {
      it: 'Mostra gli altri orari liberi per chiamate e visite del tecnico',
      en: 'Shows the other free times of calls and visits of a technician',
    },
    defaultValue: true,
  }),
}

/** Appointments of the customer: call-backs, technicians, shops. */
export const widget = defineWidget({
  kind: 'appointment',
  type: 'AppointmentWidget',
  schemaVersion: 1,
  label: { it: 'Appuntamenti', en: 'Appointments' },
  description: {
    it: 'Gli appuntamenti del cliente: chiamate prenotate, visite del tecnico, incontri in negozio. Scompare quando non ce n’è nessuno.',
    en: 'The customer’s appointments: calls that were booked, visits of a technician, meetings in a shop. Disappears when there is none.',
  },
  purpose: 'care',
  archetypes: ['ListLike'],
  fields,
  needs: ['appointments'],
  wants: ['callbackSlots'],
  wantsOf: ({ offerMove }) => (offerMove === false ? [] : ['callbackSlots']),
  present,
  fallback: ({ fields: { title }, text: pick, locale }) => ({
    title: pick(title)?.value ?? say(locale, ownTitles.several),
    body: say(locale, {
      it: 'Gli appuntamenti non sono visibili in questo momento. Quelli che hai preso restano validi.',
      en: 'Your appointments cannot be shown right now. Those you have made stand as they are.',
    }),
  }),
  fallbackImpact:
    'An app that draws ListLike shows one row an appointment, with day, time, place and state. An app that knows neither shows a text card that says the same in sentences. Neither can move one.',
  deadlineMs: 1_200,
  span: { compact: { columns: 4, rows: 1 }, medium: { columns: 4, rows: 1 }, expanded: { columns: 6, rows: 1 } },
})
