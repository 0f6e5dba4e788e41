import { content, open, walk } from '../define.ts'

/** What customers look for when something does not work. */
export const help = {
  outage: content('outage', {
    id: 'outage',
    name: 'Guasti nella tua zona',
    tone: 'warning',
    fields: {},
    action: open('help', 'Assistenza', 'Help'),
  }),
  networkState: content('outage', {
    id: 'network-state',
    name: 'Stato della rete',
    tone: 'primary',
    fields: {
      showAllWell: true,
      allWell: {
        it: 'Da noi non risultano problemi. Se qualcosa non va, prova a spegnere e riaccendere il dispositivo.',
        en: 'We see no problems here. If something fails, try switching your device off and on.',
      },
    },
  }),
  callUs: content('callUs', {
    id: 'call-us',
    name: 'Parla con noi',
    fields: {
      number: { it: '800 399 100', en: '800 399 100' },
      hours: { it: 'Tutti i giorni, dalle 8 alle 22', en: 'Every day, from 8 to 22' },
      openingHours: [{ days: 'everyDay', opensAt: '08:00', closesAt: '22:00' }],
      closedOn: [{ day: '2026-12-25T11:00:00.000Z' }, { day: '2027-01-01T11:00:00.000Z' }],
      body: { it: 'Una persona, non un disco: di solito in due minuti.', en: 'A person, not a recording: usually within two minutes.' },
      count: 4,
    },
    action: { label: { it: 'Vedi il menu', en: 'See the menu' }, deepLink: 'mosaic://menu', webUrl: '/menu' },
  }),
  callUsBusiness: content('callUs', {
    id: 'call-us-business',
    name: 'Il tuo consulente',
    tone: 'primary',
    fields: {
      title: { it: 'Il tuo consulente', en: 'Your adviser' },
      number: { it: '800 399 200', en: '800 399 200' },
      hours: { it: 'Dal lunedì al venerdì, dalle 9 alle 18', en: 'Monday to Friday, from 9 to 18' },
      openingHours: [{ days: 'weekdays', opensAt: '09:00', closesAt: '18:00' }],
      closedOn: [
        { day: '2026-12-08T11:00:00.000Z' },
        { day: '2026-12-25T11:00:00.000Z' },
        { day: '2027-01-01T11:00:00.000Z' },
        { day: '2027-01-06T11:00:00.000Z' },
      ],
      body: { it: 'Un numero riservato alle aziende.', en: 'A number for companies only.' },
      count: 2,
      topic: { it: 'Servizi per la tua azienda', en: 'Services for your company' },
    },
  }),
  troubles: content('troubleshooting', {
    id: 'troubleshooting',
    name: 'Qualcosa non funziona?',
    fields: {
      body: { it: 'Scegli che cosa non va: partiamo da lì.', en: 'Choose what is wrong, and we start from there.' },
      topics: [
        { icon: 'data', link: walk('slow-internet', 'Internet è lento o assente', 'Internet is slow or missing') },
        { icon: 'plane', link: walk('no-internet-abroad', 'All’estero non navigo', 'No internet abroad') },
        { icon: 'router', link: walk('home-wifi', 'Il Wi-Fi di casa', 'The Wi-Fi at home') },
        { icon: 'bill', link: open('bill', 'Non capisco la fattura', 'I do not understand my bill') },
        { icon: 'shield', link: open('security', 'Ho perso il telefono', 'I lost my phone') },
      ],
    },
  }),
  troublesHome: content('troubleshooting', {
    id: 'troubleshooting-home',
    name: 'Internet di casa non va?',
    fields: {
      title: { it: 'Internet di casa non va?', en: 'Is your home internet down?' },
      topics: [
        { icon: 'router', link: walk('home-wifi', 'Troviamo il problema', 'Find what is wrong') },
        { icon: 'settings', link: open('home-internet', 'Sposta il router', 'Move the router') },
        { icon: 'data', link: open('extra-data', 'Controlla i giga', 'Check your data') },
      ],
      // The fault has a tile of its own on the same page.
      showOutage: false,
    },
  }),
  appointments: content('appointment', {
    id: 'appointments',
    name: 'I tuoi appuntamenti',
    tone: 'accent',
    fields: {
      advice: {
        it: 'Se non puoi esserci, spostalo: bastano due tocchi.',
        en: 'If you cannot make it, move it: two taps will do.',
      },
      // The times to choose from are on the page this leads to: a home need not know them.
      offerMove: false,
    },
    action: open('help', 'Sposta o chiedi aiuto', 'Move it or get help'),
  }),
  appointmentsToMove: content('appointment', {
    id: 'appointments-to-move',
    name: 'I tuoi appuntamenti, da spostare',
    tone: 'accent',
    fields: {
      advice: {
        it: 'Quelli in negozio si spostano in negozio: basta una telefonata.',
        en: 'Those in a shop are moved there: a call will do.',
      },
    },
  }),
  shops: content('contacts', {
    id: 'shops',
    name: 'Trova un negozio',
    fields: {
      title: { it: 'Vieni a trovarci', en: 'Come and see us' },
      channels: [
        {
          type: 'phone',
          label: { it: 'Prenota una visita in negozio', en: 'Book a visit to a shop' },
          value: { it: '800 399 100', en: '800 399 100' },
          hours: { it: 'Tutti i giorni, dalle 8 alle 22', en: 'Every day, from 8 to 22' },
        },
      ],
      stores: true,
    },
    action: open('help', 'Assistenza', 'Help'),
  }),
  sim: content('sim', {
    id: 'my-sim',
    name: 'La tua SIM',
    fields: { toEsim: open('help', 'Passa a eSIM', 'Change to eSIM'), replace: open('help', 'Sostituisci la SIM', 'Replace the SIM') },
  }),
}
