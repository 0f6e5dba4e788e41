import { defineWidget } from '../definition.ts'
import { icon, link, rows, text } from '../fields.ts'
import { say } from '../say.ts'
import { present } from './present.ts'

export const fields = {
  title: text({
    label: { it: 'Titolo', en: 'Title' },
    maxLength: 40,
    help: { it: 'Vuoto: "Cosa ti serve?"', en: 'Empty: "What do you need?"' },
  }),
  items: rows({
    label: { it: 'Scorciatoie', en: 'Shortcuts' },
    help: { it: 'Da tre a dodici, la più usata per prima', en: 'Three to twelve, the most used first' },
    required: true,
    minRows: 3,
    maxRows: 12,
    of: {
      icon: icon({ label: { it: 'Icona', en: 'Icon' }, required: true }),
      link: link({ label: { it: 'Dove porta', en: 'Where it leads' }, required: true }),
      badge: text({
        label: { it: 'Bollino', en: 'Badge' },
        maxLength: 12,
        help: { it: 'Una parola: «Nuovo», «Gratis»', en: 'One word: “New”, “Free”' },
      }),
    },
  }),
}

/** Shortcuts to what customers do most. */
export const widget = defineWidget({
  kind: 'quickActions',
  type: 'QuickActionsWidget',
  schemaVersion: 1,
  label: { it: 'Scorciatoie', en: 'Shortcuts' },
  description: {
    it: 'Icone con poche parole che portano dove i clienti vanno più spesso: ricarica, fattura, aiuto.',
    en: 'Icons with a few words that lead where customers go most: top-up, bill, help.',
  },
  purpose: 'editorial',
  archetypes: ['ActionsLike'],
  fields,
  needs: [],
  present,
  fallback: ({ fields: { title, items }, text: pick, locale }) => ({
    title: pick(title)?.value ?? say(locale, { it: 'Cosa ti serve?', en: 'What do you need?' }),
    body: items.flatMap(({ link: { label } }) => pick(label)?.value ?? []).join(', '),
  }),
  fallbackImpact:
    'An app that draws ActionsLike shows the shortcuts as buttons, without icons and badges. An app that knows neither shows a text card that lists them.',
  deadlineMs: 200,
  span: { compact: { columns: 4, rows: 1 }, medium: { columns: 8, rows: 1 }, expanded: { columns: 12, rows: 1 } },
})
