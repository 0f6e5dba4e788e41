import { defineWidget } from '../definition.ts'
import { number, select, text } from '../fields.ts'
import { say } from '../say.ts'
import { present } from './present.ts'

export const fields = {
  title: text({
    label: { it: 'Titolo', en: 'Title' },
    maxLength: 40,
    help: { it: 'Vuoto: ad esempio "Giga mese per mese"', en: 'Empty: for example "Data month by month"' },
  }),
  what: select({
    label: { it: 'Che cosa', en: 'What' },
    required: true,
    options: [
      { value: 'data', label: { it: 'Giga', en: 'Data' } },
      { value: 'voice', label: { it: 'Minuti', en: 'Minutes' } },
      { value: 'sms', label: { it: 'SMS', en: 'Texts' } },
      { value: 'cost', label: { it: 'Spesa', en: 'Spending' } },
    ],
    defaultValue: 'data',
  }),
  count: number({
    label: { it: 'Mesi al massimo', en: 'Months at most' },
    help: { it: 'Vuoto: 6', en: 'Empty: 6' },
    minimum: 3,
    maximum: 12,
    defaultValue: 6,
  }),
}

/** What a line used or cost, month by month. */
export const widget = defineWidget({
  kind: 'usageHistory',
  type: 'UsageHistoryWidget',
  schemaVersion: 1,
  label: { it: 'Consumi dei mesi passati', en: 'Usage of past months' },
  description: {
    it: 'Giga, minuti, SMS o spesa della linea mese per mese, con la media. Non appare se non c’è ancora un mese intero da mostrare.',
    en: 'Data, minutes, texts or spending of the line month by month, with the average. Not shown until there is a month to show.',
  },
  purpose: 'care',
  archetypes: ['ListLike'],
  fields,
  needs: ['usageHistory'],
  present,
  fallback: ({ fields: { title }, text: pick, locale }) => ({
    title: pick(title)?.value ?? say(locale, { it: 'Mese per mese', en: 'Month by month' }),
    body: say(locale, {
      it: 'I consumi dei mesi passati non sono visibili in questo momento. Quelli di questo mese non cambiano.',
      en: 'The usage of past months cannot be shown right now. This month’s does not change.',
    }),
  }),
  fallbackImpact:
    'An app that draws ListLike shows one row for each month with its figure; the bars are lost. An app that knows neither shows a text card with the average and the months.',
  deadlineMs: 1_800,
  span: { compact: { columns: 4, rows: 2 }, medium: { columns: 4, rows: 2 }, expanded: { columns: 6, rows: 2 } },
})
