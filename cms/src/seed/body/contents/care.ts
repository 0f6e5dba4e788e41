import { content, open } from '../define.ts'

/** What customers come for: credit, usage, bill, lines, top-up. */
export const care = {
  credit: content('balance', {
    id: 'credit',
    name: 'Credito residuo',
    fields: { lowCreditBelow: 500, quickTopUp: 1_000, showExpiry: true },
    action: open('top-up', 'Ricarica', 'Top up'),
  }),
  creditLow: content('balance', {
    id: 'credit-low',
    name: 'Credito residuo in evidenza',
    tone: 'warning',
    fields: { title: { it: 'Il tuo credito', en: 'Your credit' }, lowCreditBelow: 500, quickTopUp: 1_500, showExpiry: true },
    action: open('top-up', 'Altri importi', 'Other amounts'),
  }),
  creditHybrid: content('balance', {
    id: 'credit-hybrid',
    name: 'Credito della linea ibrida',
    fields: { title: { it: 'Credito per gli extra', en: 'Credit for extras' }, lowCreditBelow: 300, quickTopUp: 500, showExpiry: false },
    action: open('top-up', 'Ricarica', 'Top up'),
  }),
  usage: content('usage', {
    id: 'usage-all',
    name: 'Consumi: giga, minuti, SMS',
    fields: { show: 'all', lowPercent: 20 },
  }),
  usageData: content('usage', {
    id: 'usage-data',
    name: 'Consumi: solo giga',
    fields: { title: { it: 'I tuoi giga', en: 'Your data' }, show: 'data', lowPercent: 20 },
    action: open('extra-data', 'Aggiungi giga', 'Add data'),
  }),
  usageHome: content('usage', {
    id: 'usage-home',
    name: 'Consumi di casa',
    tone: 'primary',
    fields: { title: { it: 'Internet di casa', en: 'Home internet' }, show: 'data', lowPercent: 15 },
    action: open('extra-data', 'Aggiungi giga', 'Add data'),
  }),
  usageVoice: content('usage', {
    id: 'usage-voice',
    name: 'Consumi: solo minuti',
    fields: { title: { it: 'I tuoi minuti', en: 'Your minutes' }, show: 'voice', lowPercent: 20 },
  }),
  bill: content('bill', {
    id: 'bill-latest',
    name: 'Ultima fattura',
    fields: { hidePaid: false },
    action: open('bill', 'Vedi e paga', 'View and pay'),
  }),
  billToPay: content('bill', {
    id: 'bill-to-pay',
    name: 'Fattura da pagare',
    tone: 'critical',
    fields: { title: { it: 'Da saldare', en: 'To settle' }, hidePaid: true, payNow: true },
    action: open('bill', 'Come pagare', 'How to pay'),
  }),
  billNew: content('bill', {
    id: 'bill-new',
    name: 'Nuova fattura in evidenza',
    tone: 'primary',
    fields: { title: { it: 'La nuova fattura', en: 'Your new bill' }, hidePaid: false },
    action: open('bill', 'Capisci la fattura', 'Understand your bill'),
  }),
  billBusiness: content('bill', {
    id: 'bill-business',
    name: 'Fattura aziendale',
    fields: { title: { it: 'Fattura aziendale', en: 'Company bill' }, hidePaid: false },
    action: open('bill', 'Vedi e paga', 'View and pay'),
  }),
  lines: content('lines', {
    id: 'lines-mine',
    name: 'Le mie linee',
    fields: { onlyIfSeveral: true },
    action: open('lines', 'Gestisci', 'Manage'),
  }),
  linesAll: content('lines', {
    id: 'lines-all',
    name: 'Tutte le linee',
    fields: { title: { it: 'Tutte le tue linee', en: 'All your lines' }, showTerminated: true, figures: 'dataAndCredit' },
  }),
  fleet: content('lines', {
    id: 'lines-fleet',
    name: 'Linee aziendali',
    tone: 'primary',
    fields: { title: { it: 'Il tuo parco linee', en: 'Your fleet' }, figures: 'data' },
    action: open('lines', 'Vedi tutte', 'See all'),
  }),
  topUp: content('topUp', {
    id: 'top-up',
    name: 'Ricarica',
    fields: { amounts: [500, 1_000, 2_000, 3_000] },
  }),
  topUpFirst: content('topUp', {
    id: 'top-up-first',
    name: 'Prima ricarica',
    tone: 'accent',
    fields: {
      title: { it: 'Fai la prima ricarica', en: 'Make your first top-up' },
      body: { it: 'Bastano pochi secondi, il credito arriva subito.', en: 'It takes seconds, and the credit arrives at once.' },
      amounts: [1_000, 1_500, 2_000],
    },
  }),
  topUpNow: content('topUp', {
    id: 'top-up-now',
    name: 'Ricarica urgente',
    tone: 'primary',
    fields: {
      title: { it: 'Ricarica adesso', en: 'Top up now' },
      body: { it: 'Scegli quanto: il credito è disponibile subito.', en: 'Choose how much: the credit is there at once.' },
      amounts: [500, 1_000, 1_500, 2_500],
    },
  }),
}
