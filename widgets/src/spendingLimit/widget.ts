import { defineWidget } from '../definition.ts'
import { number, text } from '../fields.ts'
import { say } from '../say.ts'
import { present } from './present.ts'

export const fields = {
  title: text({
    label: { it: 'Titolo', en: 'Title' },
    maxLength: 40,
    help: { it: 'Vuoto: "Limite di spesa"', en: 'Empty: "Spending limit"' },
  }),
  warnPercent: number({
    label: { it: 'Avvisa dal (%)', en: 'Warn from (%)' },
    help: { it: 'Da quale parte del limite avvisa. Vuoto: 80', en: 'From which share of the limit it warns. Empty: 80' },
    minimum: 1,
    maximum: 100,
    defaultValue: 80,
  }),
}

/** How much of the limit between two bills is spent. */
export const widget = defineWidget({
  kind: 'spendingLimit',
  type: 'SpendingLimitWidget',
  schemaVersion: 1,
  label: { it: 'Limite di spesa', en: 'Spending limit' },
  description: {
    it: 'Quanto è stato speso del limite concordato fra due fatture. Non appare a chi non ha un limite.',
    en: 'How much of the limit agreed between two bills is spent. Not shown to customers without a limit.',
  },
  purpose: 'care',
  archetypes: ['GaugeLike'],
  fields,
  needs: ['charges', 'spendingLimit'],
  present,
  fallback: ({ fields: { title }, text: pick, locale }) => ({
    title: pick(title)?.value ?? say(locale, { it: 'Limite di spesa', en: 'Spending limit' }),
    body: say(locale, {
      it: 'La spesa non è visibile in questo momento. Il limite resta quello concordato.',
      en: 'Your spending cannot be shown right now. The limit stays as agreed.',
    }),
  }),
  fallbackImpact:
    'An app that draws GaugeLike shows what is spent of the limit as a gauge. An app that knows neither shows a text card that says it in words, with what is left.',
  deadlineMs: 1_800,
  span: { compact: { columns: 4, rows: 1 }, medium: { columns: 4, rows: 1 }, expanded: { columns: 4, rows: 1 } },
})
