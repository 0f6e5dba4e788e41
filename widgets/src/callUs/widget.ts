import { callAction, isPhoneNumber } from '../call-action.ts'
import { defineWidget, type FieldIssue } from '../definition.ts'
import { checkbox, number, text } from '../fields.ts'
import { checkOpening, openingFields } from '../opening-hours.ts'
import { say } from '../say.ts'
import { ownTitle, present } from './present.ts'

export const fields = {
  title: text({ label: { it: 'Titolo', en: 'Title' }, maxLength: 40, help: { it: 'Vuoto: "Parla con noi"', en: 'Empty: "Talk to us"' } }),
  body: text({ label: { it: 'Testo', en: 'Text' }, maxLength: 120 }),
  number: text({
    label: { it: 'Numero di telefono', en: 'Telephone number' },
    help: { it: 'Cifre e spazi, anche con il prefisso: 800 123 456', en: 'Digits and spaces, with a prefix or not: 800 123 456' },
    required: true,
    maxLength: 20,
  }),
  hours: text({
    label: { it: 'Orari', en: 'Hours' },
    help: { it: 'Quando risponde qualcuno: "Tutti i giorni, dalle 8 alle 22"', en: 'When somebody answers: "Every day, from 8 to 22"' },
    maxLength: 60,
  }),
  ...openingFields,
  offerCallback: checkbox({
    label: { it: 'Offri di essere richiamati', en: 'Offer to be called back' },
    help: { it: 'Mostra gli orari liberi del servizio clienti', en: 'Shows the free times of the help desk' },
    defaultValue: true,
  }),
  count: number({
    label: { it: 'Quanti orari', en: 'How many times' },
    help: { it: 'Da 1 a 8. Vuoto: 4', en: 'From 1 to 8. Empty: 4' },
    minimum: 1,
    maximum: 8,
    defaultValue: 4,
  }),
  topic: text({
    label: { it: 'Motivo della chiamata', en: 'What the call is about' },
    help: { it: 'Lo legge chi richiama: "Internet di casa"', en: 'Whoever calls back reads it: "Home internet"' },
    maxLength: 60,
  }),
}

/** The help desk: a number to call, and hours in which it calls back. */
export const widget = defineWidget({
  kind: 'callUs',
  type: 'CallUsWidget',
  schemaVersion: 1,
  label: { it: 'Chiamaci', en: 'Call us' },
  description: {
    it: 'Il numero del servizio clienti, da chiamare con un tocco, se adesso c’è qualcuno, e i prossimi orari liberi per farsi richiamare.',
    en: 'The number of the help desk, called with one tap, whether somebody is there now, and the next free times to be called back.',
  },
  purpose: 'care',
  archetypes: ['ActionsLike'],
  fields,
  needs: [],
  // The number is known even when nobody can say which hours are free.
  wants: ['callbackSlots'],
  wantsOf: ({ offerCallback }) => (offerCallback === false ? [] : ['callbackSlots']),
  present,
  fallback: ({ fields: own, content, text: pick, locale }) => {
    const shown = pick(own.number)?.value ?? ''
    return {
      title: pick(own.title)?.value ?? say(locale, ownTitle),
      body: [say(locale, { it: `Il nostro numero è ${shown}.`, en: `Our number is ${shown}.` }), pick(own.hours)?.value]
        .filter(Boolean)
        .join(' '),
      action: callAction(content.id, shown, locale),
    }
  },
  check: ({ number: written, count, openingHours, closedOn }) => [
    ...checkOpening({ openingHours, closedOn }),
    ...(['it', 'en'] as const).flatMap((locale): FieldIssue[] => {
      const value = written[locale]
      return value === undefined || isPhoneNumber(value)
        ? []
        : [
            {
              path: `/number/${locale}`,
              expected: 'a telephone number of 3 to 19 digits and spaces',
              got: value,
              fix: 'Write only digits and spaces, with a plus before them or not.',
            },
          ]
    }),
    ...(count !== undefined && !Number.isInteger(count)
      ? [{ path: '/count', expected: 'a whole number', got: String(count), fix: 'Write how many times to show, from 1 to 8.' }]
      : []),
  ],
  fallbackImpact:
    'An app that draws ActionsLike shows the number and the free times as buttons, the free times first when nobody is there. An app that knows neither shows a text card with the number, and a button that calls it; call-backs cannot be booked there.',
  deadlineMs: 1_800,
  span: { compact: { columns: 4, rows: 2 }, medium: { columns: 4, rows: 2 }, expanded: { columns: 4, rows: 2 } },
})
