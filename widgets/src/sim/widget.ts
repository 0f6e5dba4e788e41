import { defineWidget } from '../definition.ts'
import { checkbox, link, text } from '../fields.ts'
import { say } from '../say.ts'
import { present } from './present.ts'

export const fields = {
  title: text({ label: { it: 'Titolo', en: 'Title' }, maxLength: 40, help: { it: 'Vuoto: "La tua SIM"', en: 'Empty: "Your SIM"' } }),
  body: text({ label: { it: 'Testo', en: 'Text' }, maxLength: 120 }),
  toEsim: link({
    label: { it: 'Passa a eSIM', en: 'Change to an eSIM' },
    help: { it: 'Appare solo a chi ha una SIM fisica, attiva', en: 'Shown only to those who have an active SIM card' },
  }),
  replace: link({
    label: { it: 'Sostituisci la SIM', en: 'Replace the SIM' },
    help: {
      it: 'Appare a chi non può chiederla qui, e non mentre una nuova SIM è in arrivo',
      en: 'Shown to those who cannot order one here, and not while a new SIM is on its way',
    },
  }),
  offerReplacement: checkbox({
    label: { it: 'Fai chiedere una nuova SIM da qui', en: 'Let a new SIM be ordered here' },
    help: { it: 'Con il prezzo che dicono i sistemi dell’operatore', en: 'At the price that the operator’s systems tell' },
    defaultValue: true,
  }),
  showPuk: checkbox({
    label: { it: 'Fai vedere il PUK', en: 'Let the PUK be seen' },
    help: { it: 'Solo quando il cliente lo chiede, e per un minuto', en: 'Only when the customer asks, and for a minute' },
    defaultValue: true,
  }),
}

/** The SIM of the line. Its codes are not here: what a page shows is kept on devices. */
export const widget = defineWidget({
  kind: 'sim',
  type: 'SimWidget',
  schemaVersion: 1,
  label: { it: 'SIM o eSIM', en: 'SIM or eSIM' },
  description: {
    it: 'Tipo, stato e dispositivo della SIM della linea, con il modo di passare a eSIM o sostituirla. Il PUK si vede solo su richiesta.',
    en: 'Type, state and device of the line’s SIM, and the way to an eSIM or to a new one. The PUK is seen only on request.',
  },
  purpose: 'care',
  archetypes: ['ListLike'],
  fields,
  needs: ['sim'],
  present,
  fallback: ({ fields: { title }, text: pick, locale }) => ({
    title: pick(title)?.value ?? say(locale, { it: 'La tua SIM', en: 'Your SIM' }),
    body: say(locale, {
      it: 'I dati della SIM non sono visibili in questo momento. La linea funziona come sempre.',
      en: 'What is known of your SIM cannot be shown right now. The line works as usual.',
    }),
  }),
  fallbackImpact:
    'An app that draws ListLike shows state, type, device and the end of the serial number as rows. An app that knows neither shows a text card that says the same; the PUK and the ways to an eSIM and to a new SIM are lost.',
  deadlineMs: 1_200,
  span: { compact: { columns: 4, rows: 2 }, medium: { columns: 4, rows: 2 }, expanded: { columns: 4, rows: 2 } },
})
