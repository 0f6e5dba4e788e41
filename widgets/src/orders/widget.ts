import { defineWidget } from '../definition.ts'
import { number, select, text } from '../fields.ts'
import { say } from '../say.ts'
import { present } from './present.ts'

export const fields = {
  title: text({ label: { it: 'Titolo', en: 'Title' }, maxLength: 40, help: { it: 'Vuoto: "I tuoi ordini"', en: 'Empty: "Your orders"' } }),
  show: select({
    label: { it: 'Che cosa mostrare', en: 'What to show' },
    options: [
      { value: 'all', label: { it: 'Tutti gli ordini', en: 'All orders' } },
      { value: 'portIn', label: { it: 'Solo il passaggio del numero', en: 'Only numbers that move here' } },
    ],
    defaultValue: 'all',
  }),
  count: number({ label: { it: 'Quanti al massimo', en: 'How many at most' }, minimum: 1, maximum: 10, defaultValue: 3 }),
  keepDoneDays: number({
    label: { it: 'Giorni in cui mostrare quelli conclusi', en: 'Days for which ended ones are shown' },
    help: { it: 'Vuoto: 7', en: 'Empty: 7' },
    minimum: 0,
    maximum: 90,
    defaultValue: 7,
  }),
}

/** What the customer has ordered, step by step, until some days after it is done. */
export const widget = defineWidget({
  kind: 'orders',
  type: 'OrdersWidget',
  schemaVersion: 1,
  label: { it: 'Ordini e passaggio del numero', en: 'Orders and number porting' },
  description: {
    it: 'Gli ordini del cliente con i loro passaggi e la data prevista, anche il numero che arriva da un altro operatore. Non appare se non c’è nulla in corso.',
    en: 'The customer’s orders with their steps and the date expected, a number that comes from another operator too. Not shown when nothing is under way.',
  },
  purpose: 'care',
  archetypes: ['ListLike'],
  fields,
  needs: ['orders'],
  present,
  fallback: ({ fields: { title }, text: pick, locale }) => ({
    title: pick(title)?.value ?? say(locale, { it: 'I tuoi ordini', en: 'Your orders' }),
    body: say(locale, {
      it: 'Lo stato degli ordini non è visibile in questo momento. Ciò che hai chiesto va avanti lo stesso.',
      en: 'The state of your orders cannot be shown right now. What you asked for goes on all the same.',
    }),
  }),
  fallbackImpact:
    'An app that draws ListLike shows each order as a row with its state and the date expected, without its steps. An app that knows neither shows a text card that says the same.',
  deadlineMs: 1_200,
  span: { compact: { columns: 4, rows: 2 }, medium: { columns: 4, rows: 2 }, expanded: { columns: 6, rows: 2 } },
})
