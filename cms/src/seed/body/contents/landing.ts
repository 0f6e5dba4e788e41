import { content, open } from '../define.ts'

/** What the landing pages explain. */
export const pages = {
  roaming: content('banner', {
    id: 'page-roaming',
    name: 'Pagina roaming: apertura',
    tone: 'primary',
    fields: {
      headline: { it: 'All’estero come a casa', en: 'Abroad as at home' },
      body: {
        it: 'Nell’Unione europea chiami e navighi con la tua offerta. Fuori, scegli un pacchetto prima di partire.',
        en: 'In the EU your plan works as usual. Elsewhere, choose a package before you leave.',
      },
      image: 'roaming-globe',
      overlay: 'dark',
    },
  }),
  roamingTips: content('alert', {
    id: 'page-roaming-tips',
    name: 'Pagina roaming: consigli',
    fields: {
      subject: 'plain',
      headline: { it: 'Prima di partire', en: 'Before you leave' },
      body: {
        it: 'Attiva il roaming dati nelle impostazioni del telefono. In nave e in aereo il traffico non è incluso: meglio la modalità aereo.',
        en: 'Turn on data roaming in your phone’s settings. Ships and planes are not included: airplane mode is best.',
      },
    },
  }),
  welcome: content('banner', {
    id: 'page-welcome',
    name: 'Guida: apertura',
    tone: 'primary',
    fields: {
      headline: { it: 'I primi passi con Aurora', en: 'Your first steps with Aurora' },
      body: {
        it: 'Inserisci la SIM, accendi il telefono e aspetta due minuti: al resto pensiamo noi.',
        en: 'Insert the SIM, turn on your phone and wait two minutes: we do the rest.',
      },
      image: 'welcome-sim',
      overlay: 'dark',
    },
  }),
  welcomeNumber: content('alert', {
    id: 'page-welcome-number',
    name: 'Guida: portabilità del numero',
    fields: {
      subject: 'plain',
      headline: { it: '1 · Il tuo numero', en: '1 · Your number' },
      body: {
        it: 'Il passaggio dal vecchio operatore dura in genere due giorni lavorativi. Ti avvisiamo con un SMS.',
        en: 'The transfer from your old operator usually takes two working days. We text you when it is done.',
      },
    },
  }),
  welcomeInternet: content('alert', {
    id: 'page-welcome-internet',
    name: 'Guida: navigare',
    fields: {
      subject: 'plain',
      headline: { it: '2 · Internet', en: '2 · Internet' },
      body: {
        it: 'Il telefono si configura da solo. Se non naviga, imposta l’APN «web.aurora» e riaccendilo.',
        en: 'Your phone sets itself up. If you cannot browse, set the APN “web.aurora” and restart it.',
      },
    },
  }),
  welcomeHelp: content('alert', {
    id: 'page-welcome-help',
    name: 'Guida: assistenza',
    tone: 'positive',
    fields: {
      subject: 'plain',
      headline: { it: '3 · Serve una mano?', en: '3 · Need a hand?' },
      body: {
        it: 'Chiama il 40700 dalla tua linea Aurora: è gratis, tutti i giorni dalle 8 a mezzanotte.',
        en: 'Call 40700 from your Aurora line: it is free, every day from 8 to midnight.',
      },
    },
  }),
  topUp: content('banner', {
    id: 'page-top-up',
    name: 'Pagina ricarica: apertura',
    fields: {
      headline: { it: 'Ricarica in pochi secondi', en: 'Top up in seconds' },
      body: { it: 'Nessuna commissione, credito disponibile subito.', en: 'No fees, credit available at once.' },
    },
  }),
  bill: content('banner', {
    id: 'page-bill',
    name: 'Pagina fattura: apertura',
    fields: {
      headline: { it: 'La fattura, voce per voce', en: 'Your bill, item by item' },
      body: {
        it: 'Canone, traffico extra e servizi: ecco che cosa paghi e quando.',
        en: 'Fee, extra traffic and services: what you pay, and when.',
      },
      image: 'bill-payment',
      overlay: 'dark',
    },
  }),
  billHow: content('alert', {
    id: 'page-bill-how',
    name: 'Pagina fattura: come pagare',
    fields: {
      subject: 'plain',
      headline: { it: 'Come puoi pagare', en: 'How you can pay' },
      body: {
        it: 'Con carta nell’app, con bonifico usando il codice in fattura, oppure con addebito automatico sul conto.',
        en: 'By card in the app, by bank transfer with the code on your bill, or by automatic debit.',
      },
    },
  }),
  extraData: content('banner', {
    id: 'page-extra-data',
    name: 'Pagina giga extra: apertura',
    tone: 'accent',
    fields: {
      headline: { it: 'Giga in più, quando servono', en: 'More data, when you need it' },
      body: {
        it: 'Aggiungi giga al mese in corso, o passa a un’offerta più grande.',
        en: 'Add data to this month, or move to a bigger plan.',
      },
      image: 'data-boost',
      overlay: 'dark',
    },
  }),
  family: content('banner', {
    id: 'page-family',
    name: 'Pagina Famiglia: apertura',
    tone: 'accent',
    fields: {
      headline: { it: 'Una famiglia, una sola app', en: 'One family, one app' },
      body: {
        it: 'Tieni insieme le linee di tutti: consumi, ricariche e pagamenti in un posto solo.',
        en: 'Keep everybody’s lines together: usage, top-ups and payments in one place.',
      },
      image: 'family-devices',
      overlay: 'dark',
    },
  }),
  security: content('banner', {
    id: 'page-security',
    name: 'Pagina Navigazione Sicura: apertura',
    tone: 'primary',
    fields: {
      headline: { it: 'Le truffe restano fuori', en: 'Scams stay out' },
      body: {
        it: 'Navigazione Sicura riconosce i siti e i messaggi pericolosi prima che li apri tu.',
        en: 'Safe Browsing spots dangerous sites and messages before you open them.',
      },
      image: 'safety-shield',
      overlay: 'dark',
    },
  }),
  homeInternet: content('banner', {
    id: 'page-home-internet',
    name: 'Pagina internet di casa: apertura',
    tone: 'primary',
    fields: {
      headline: { it: 'Il Wi-Fi che arriva ovunque', en: 'Wi-Fi that reaches everywhere' },
      body: {
        it: 'Metti il router in alto, vicino a una finestra e lontano da specchi e microonde.',
        en: 'Place the router high up, near a window, away from mirrors and microwaves.',
      },
      image: 'router-home',
      overlay: 'dark',
    },
  }),
  business: content('banner', {
    id: 'page-business',
    name: 'Pagina aziende: apertura',
    tone: 'primary',
    fields: {
      headline: { it: 'Al lavoro con Aurora Business', en: 'At work with Aurora Business' },
      body: {
        it: 'Rete, protezione e un consulente dedicato per ogni linea dell’azienda.',
        en: 'Network, protection and your own adviser for every company line.',
      },
      image: 'business-skyline',
      overlay: 'dark',
    },
  }),
  businessHelp: content('alert', {
    id: 'page-business-help',
    name: 'Assistenza aziende',
    tone: 'positive',
    fields: {
      subject: 'plain',
      headline: { it: 'Il tuo consulente risponde al 40710', en: 'Your adviser answers at 40710' },
      body: {
        it: 'Dal lunedì al sabato, dalle 8 alle 20. Fuori orario richiamiamo entro la mattina dopo.',
        en: 'Monday to Saturday, 8 to 20. Outside those hours we call back by the next morning.',
      },
    },
    action: open('business', 'Servizi per l’azienda', 'Services for business'),
  }),
}
