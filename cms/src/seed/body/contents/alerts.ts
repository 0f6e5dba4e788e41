import { content, open } from '../define.ts'
import { occasions } from '../triggers.ts'

/** What a customer should know now, and can do something about. */
export const alerts = {
  overdue: content('alert', {
    id: 'alert-overdue',
    name: 'Avviso: fattura scaduta',
    tone: 'critical',
    fields: {
      subject: 'overdueBill',
      headline: { it: 'Ci sono {amount} ancora da pagare', en: '{amount} is still to be paid' },
      body: {
        it: 'Salda oggi per tenere attivi tutti i servizi. Se hai già pagato, l’aggiornamento può richiedere due giorni.',
        en: 'Settle today to keep every service active. If you have paid already, the update may take two days.',
      },
    },
    action: open('bill', 'Come pagare', 'How to pay'),
  }),
  suspended: content('alert', {
    id: 'alert-suspended',
    name: 'Avviso: linea sospesa',
    tone: 'critical',
    fields: {
      subject: 'plain',
      headline: { it: 'Questa linea è sospesa', en: 'This line is suspended' },
      body: {
        it: 'Ricevi ancora chiamate e SMS e puoi chiamare i numeri di emergenza. Per riattivarla, controlla la situazione dei pagamenti.',
        en: 'You still receive calls and texts, and can call emergency numbers. To reactivate it, check your payments.',
      },
    },
    action: open('bill', 'Riattiva la linea', 'Reactivate the line'),
  }),
  lowCredit: content('alert', {
    id: 'alert-low-credit',
    name: 'Avviso: credito quasi finito',
    tone: 'warning',
    fields: {
      subject: 'lowCredit',
      headline: { it: 'Ti restano solo {amount}', en: 'You have only {amount} left' },
      body: {
        it: 'Ricarica ora per continuare a chiamare e navigare senza interruzioni.',
        en: 'Top up now to keep calling and browsing without a break.',
      },
      lowCreditBelow: 500,
    },
    action: open('top-up', 'Ricarica', 'Top up'),
  }),
  renewalShort: content('alert', {
    id: 'alert-renewal-short',
    name: 'Avviso: credito insufficiente per il rinnovo',
    tone: 'warning',
    fields: { subject: 'renewalShort', withinDays: 5 },
    action: open('top-up', 'Ricarica', 'Top up'),
  }),
  renewalSoon: content('alert', {
    id: 'alert-renewal-soon',
    name: 'Avviso: rinnovo in arrivo',
    trigger: occasions.renewalSoon,
    fields: {
      subject: 'plain',
      headline: { it: 'La tua offerta si rinnova a breve', en: 'Your plan renews soon' },
      body: {
        it: 'Giga, minuti e SMS ripartono da capo nei prossimi giorni.',
        en: 'Data, minutes and texts start afresh in the next days.',
      },
    },
  }),
  creditExpiring: content('alert', {
    id: 'alert-credit-expiring',
    name: 'Avviso: credito in scadenza',
    tone: 'warning',
    trigger: occasions.creditExpiring,
    fields: {
      subject: 'plain',
      headline: { it: 'Il tuo credito sta per scadere', en: 'Your credit is about to expire' },
      body: {
        it: 'Con una ricarica di qualsiasi importo resta tuo per altri 12 mesi.',
        en: 'Top up any amount and it stays yours for another 12 months.',
      },
    },
    action: open('top-up', 'Prolunga il credito', 'Extend your credit'),
  }),
  dataNearlyUsedUp: content('alert', {
    id: 'alert-data-nearly-used-up',
    name: 'Avviso: giga quasi finiti',
    tone: 'warning',
    trigger: occasions.dataNearlyUsedUp,
    fields: {
      subject: 'plain',
      headline: { it: 'Stai per finire i giga', en: 'Your data is running low' },
      body: {
        it: 'Ne resta meno del 20%. Aggiungine senza cambiare offerta.',
        en: 'Less than 20% is left. Add more without changing plan.',
      },
    },
    action: open('extra-data', 'Aggiungi giga', 'Add data'),
  }),
  voiceNearlyUsedUp: content('alert', {
    id: 'alert-voice-nearly-used-up',
    name: 'Avviso: minuti quasi finiti',
    tone: 'warning',
    trigger: occasions.voiceNearlyUsedUp,
    fields: {
      subject: 'plain',
      headline: { it: 'Stai per finire i minuti', en: 'Your minutes are running low' },
      body: {
        it: 'Finiti i minuti inclusi, le chiamate si pagano a consumo.',
        en: 'Once they are used up, calls are charged by the minute.',
      },
    },
  }),
  billDueSoon: content('alert', {
    id: 'alert-bill-due-soon',
    name: 'Avviso: fattura in scadenza',
    tone: 'warning',
    trigger: occasions.billDueSoon,
    fields: {
      subject: 'plain',
      headline: { it: 'La fattura scade fra pochi giorni', en: 'Your bill is due in a few days' },
      body: {
        it: 'Pagala in tempo, o attiva l’addebito automatico e non pensarci più.',
        en: 'Pay it in time, or set up automatic payment and forget about it.',
      },
    },
    action: open('bill', 'Vedi come', 'See how'),
  }),
  autopayOff: content('alert', {
    id: 'alert-autopay-off',
    name: 'Suggerimento: pagamento automatico',
    trigger: occasions.autopayOff,
    fields: {
      subject: 'plain',
      headline: { it: 'Le scadenze? Ci pensa l’addebito automatico', en: 'Due dates? Leave them to automatic payment' },
      body: { it: 'Si attiva una volta sola, e puoi toglierlo quando vuoi.', en: 'Set it up once, cancel it whenever you like.' },
      dismissible: true,
    },
    action: open('bill', 'Scopri come', 'Find out how'),
  }),
  eveningSupport: content('alert', {
    id: 'alert-evening-support',
    name: 'Assistenza della sera',
    trigger: occasions.evening,
    fields: {
      subject: 'plain',
      headline: { it: 'Buonasera, siamo qui fino a mezzanotte', en: 'Good evening, we are here until midnight' },
      body: {
        it: 'L’assistenza risponde al 40700, gratis da tutte le linee Aurora.',
        en: 'Support answers at 40700, free from every Aurora line.',
      },
    },
  }),
}
