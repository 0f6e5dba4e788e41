import { content, open } from '../define.ts'

/** What a line has and what binds it: plan, options, orders. */
export const plan = {
  summary: content('plan', {
    id: 'plan-summary',
    name: 'Il piano della linea',
    fields: { showPrice: true },
    action: open('plan', 'Piano e opzioni', 'Plan and options'),
  }),
  details: content('plan', {
    id: 'plan-details',
    name: 'Il piano in dettaglio',
    tone: 'primary',
    fields: { title: { it: 'La tua offerta', en: 'What you have' }, showPrice: true },
  }),
  contract: content('contract', {
    id: 'contract',
    name: 'Contratto e rate',
    fields: {},
    action: open('plan', 'Piano e opzioni', 'Plan and options'),
  }),
  options: content('options', {
    id: 'options',
    name: 'Opzioni e servizi della linea',
    fields: { show: 'all', showOff: true },
    action: open('extra-data', 'Aggiungi giga', 'Add data'),
  }),
  addOptions: content('optionCatalogue', {
    id: 'add-options',
    name: 'Catalogo delle opzioni',
    fields: {
      body: {
        it: 'Si attivano subito e si disattivano con un tocco, quando vuoi.',
        en: 'On at once, and off with a tap whenever you like.',
      },
      show: 'all',
      count: 8,
      unavailable: 'explain',
      showOwned: true,
    },
    action: open('plan', 'Le opzioni che hai', 'The options you have'),
  }),
  addOnce: content('optionCatalogue', {
    id: 'add-once',
    name: 'Opzioni che si pagano una volta sola',
    fields: {
      title: { it: 'Solo quando ti servono', en: 'Only when you need them' },
      body: { it: 'Le paghi una volta e non si rinnovano.', en: 'Paid once, they do not renew.' },
      show: 'once',
      count: 3,
      showOwned: false,
    },
  }),
  thirdParty: content('thirdParty', {
    id: 'third-party',
    name: 'Servizi di altri fornitori',
    fields: {
      body: {
        it: 'Li trovi nella nostra fattura o nel tuo credito, ma li fornisce un’altra azienda. Puoi disattivarli quando vuoi.',
        en: 'They are on our bill or taken from your credit, but another company provides them. Turn them off any time.',
      },
      showNone: false,
    },
  }),
  thirdPartyAll: content('thirdParty', {
    id: 'third-party-all',
    name: 'Servizi di altri fornitori, anche a chi non ne ha',
    fields: { showNone: true },
  }),
  orders: content('orders', {
    id: 'orders',
    name: 'Ordini in corso',
    fields: { show: 'all', count: 3, keepDoneDays: 14 },
  }),
  portIn: content('orders', {
    id: 'port-in',
    name: 'Passaggio del numero da un altro operatore',
    tone: 'primary',
    fields: { title: { it: 'Il tuo numero sta arrivando', en: 'Your number is on its way' }, show: 'portIn', count: 1, keepDoneDays: 14 },
    action: open('welcome-guide', 'Come funziona', 'How it works'),
  }),
}
