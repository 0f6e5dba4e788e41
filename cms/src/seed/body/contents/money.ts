import { content, open } from '../define.ts'

/** What customers spend and owe. */
export const money = {
  paymentDue: content('paymentDue', {
    id: 'payment-due',
    name: 'Pagamento in scadenza',
    fields: { daysBefore: 10, suspensionAfterDays: 45 },
    action: open('bill', 'Vedi le fatture', 'See your bills'),
  }),
  paymentDueUrgent: content('paymentDue', {
    id: 'payment-due-urgent',
    name: 'Pagamento in ritardo',
    tone: 'critical',
    fields: {
      title: { it: 'Da saldare', en: 'To settle' },
      body: { it: 'Puoi pagare qui, in un minuto.', en: 'You can pay here, in a minute.' },
      daysBefore: 10,
      suspensionAfterDays: 45,
    },
    action: open('bill', 'Vedi le fatture', 'See your bills'),
  }),
  bills: content('bills', {
    id: 'bills-all',
    name: 'Tutte le fatture',
    fields: { count: 6, onlyOpen: false, payNow: true },
  }),
  billsRecent: content('bills', {
    id: 'bills-recent',
    name: 'Ultime tre fatture',
    fields: { title: { it: 'Le ultime fatture', en: 'Your latest bills' }, count: 3 },
    action: open('bill', 'Vedi tutte', 'See all'),
  }),
  limit: content('spendingLimit', {
    id: 'spending-limit',
    name: 'Limite di spesa aziendale',
    fields: { title: { it: 'Spesa del parco linee', en: 'Spending of the fleet' }, warnPercent: 80 },
    action: open('bill', 'Vedi gli addebiti', 'See the charges'),
  }),
  dataHistory: content('usageHistory', {
    id: 'history-data',
    name: 'Giga mese per mese',
    fields: { what: 'data', count: 6 },
  }),
  costHistory: content('usageHistory', {
    id: 'history-cost',
    name: 'Spesa mese per mese',
    fields: { title: { it: 'Quanto spendi ogni mese', en: 'What you spend a month' }, what: 'cost', count: 12 },
  }),
  charges: content('charges', {
    id: 'charges-period',
    name: 'Spesa del periodo',
    fields: { detail: 'items', count: 5, events: true, eventCount: 4 },
    action: open('bill', 'Vedi le fatture', 'See your bills'),
  }),
  chargesSummary: content('charges', {
    id: 'charges-summary',
    name: 'Spesa del periodo in breve',
    fields: { title: { it: 'Quanto ho speso finora', en: 'What I have spent so far' }, detail: 'types', count: 4 },
    action: open('bill', 'Vedi il dettaglio', 'See the details'),
  }),
}
