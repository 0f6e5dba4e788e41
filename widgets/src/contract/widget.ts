import { defineWidget } from '../definition.ts'
import { text } from '../fields.ts'
import { say } from '../say.ts'
import { present } from './present.ts'

export const fields = {
  title: text({
    label: { it: 'Titolo', en: 'Title' },
    maxLength: 40,
    help: { it: 'Vuoto: "Contratto e rate"', en: 'Empty: "Contract and instalments"' },
  }),
}

/** What binds a customer, and for how long: nobody should have to look for it. */
export const widget = defineWidget({
  kind: 'contract',
  type: 'ContractWidget',
  schemaVersion: 1,
  label: { it: 'Contratto e rate', en: 'Contract and instalments' },
  description: {
    it: 'Quanto manca alla fine del contratto, quanto costa lasciarlo prima e le rate dei dispositivi. Non appare a chi non ha vincoli.',
    en: 'How long the contract still runs, what leaving earlier costs, and the instalments of devices. Not shown to customers who are not bound.',
  },
  purpose: 'care',
  archetypes: ['GaugeLike'],
  fields,
  needs: ['plan', 'products'],
  present,
  fallback: ({ fields: { title }, text: pick, locale }) => ({
    title: pick(title)?.value ?? say(locale, { it: 'Contratto e rate', en: 'Contract and instalments' }),
    body: say(locale, {
      it: 'Contratto e rate non sono visibili in questo momento. Le date e gli importi non cambiano.',
      en: 'Your contract and instalments cannot be shown right now. Dates and amounts do not change.',
    }),
  }),
  fallbackImpact:
    'An app that draws GaugeLike shows the months of the contract that are gone, or else the paid instalments of the first device. An app that knows neither shows a text card that says all of it in sentences.',
  deadlineMs: 1_200,
  span: { compact: { columns: 4, rows: 2 }, medium: { columns: 4, rows: 2 }, expanded: { columns: 4, rows: 2 } },
})
