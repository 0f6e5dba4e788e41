import { defineWidget } from '../definition.ts'
import { checkbox, icon, link, rows, text } from '../fields.ts'
import { say } from '../say.ts'
import { ownTitle, present } from './present.ts'

export const fields = {
  title: text({
    label: { it: 'Titolo', en: 'Title' },
    maxLength: 40,
    help: { it: 'Vuoto: "Qualcosa non funziona?"', en: 'Empty: "Is something not working?"' },
  }),
  body: text({ label: { it: 'Testo', en: 'Text' }, maxLength: 120 }),
  topics: rows({
    label: { it: 'Argomenti', en: 'Topics' },
    help: { it: 'Da uno a otto, il più frequente per primo', en: 'One to eight, the most frequent first' },
    required: true,
    minRows: 1,
    maxRows: 8,
    of: {
      icon: icon({ label: { it: 'Icona', en: 'Icon' }, required: true }),
      link: link({ label: { it: 'Dove porta', en: 'Where it leads' }, required: true }),
    },
  }),
  showOutage: checkbox({
    label: { it: 'Mostra prima guasti e lavori noti', en: 'Show known faults and works first' },
    defaultValue: true,
  }),
  showTickets: checkbox({
    label: { it: 'Mostra le segnalazioni aperte', en: 'Show open tickets' },
    defaultValue: true,
  }),
}

/** Where to begin when something does not work. */
export const widget = defineWidget({
  kind: 'troubleshooting',
  type: 'TroubleshootingWidget',
  schemaVersion: 1,
  label: { it: 'Risolvi un problema', en: 'Solve a problem' },
  description: {
    it: 'Prima ciò che si sa già (guasti, segnalazioni aperte), poi gli argomenti che aiutano a fare da sé.',
    en: 'First what is known already (faults, open tickets), then topics that help customers help themselves.',
  },
  purpose: 'care',
  archetypes: ['ActionsLike'],
  fields,
  needs: [],
  // The topics help even when nobody can say what is known already.
  wants: ['outages', 'tickets'],
  wantsOf: ({ showOutage, showTickets }) => [
    ...(showOutage === false ? [] : (['outages'] as const)),
    ...(showTickets === false ? [] : (['tickets'] as const)),
  ],
  present,
  fallback: ({ fields: { title, topics }, text: pick, locale }) => ({
    title: pick(title)?.value ?? say(locale, ownTitle),
    body: `${say(locale, {
      it: 'Guasti e segnalazioni non sono visibili in questo momento. Possiamo aiutarti con:',
      en: 'Faults and tickets cannot be shown right now. We can help with:',
    })} ${topics.flatMap(({ link: { label } }) => pick(label)?.value ?? []).join(', ')}.`,
  }),
  fallbackImpact:
    'An app that draws ActionsLike shows the topics as buttons, without icons, known faults and tickets. An app that knows neither shows a text card that tells faults, tickets and the names of the topics.',
  deadlineMs: 1_200,
  span: { compact: { columns: 4, rows: 2 }, medium: { columns: 4, rows: 2 }, expanded: { columns: 6, rows: 2 } },
})
