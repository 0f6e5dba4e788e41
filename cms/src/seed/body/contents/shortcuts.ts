import { content, open } from '../define.ts'

/** Where customers go most, by what they pay and what they are. */
export const shortcuts = {
  shortcutsPrepaid: content('quickActions', {
    id: 'shortcuts-prepaid',
    name: 'Scorciatoie: ricaricabili',
    fields: {
      items: [
        { icon: 'bolt', link: open('top-up', 'Ricarica', 'Top up') },
        { icon: 'data', link: open('extra-data', 'Aggiungi giga', 'Add data') },
        { icon: 'plane', link: open('roaming', 'In viaggio', 'Travelling') },
        { icon: 'gift', link: open('rewards', 'Punti e premi', 'Rewards'), badge: { it: 'Nuovo', en: 'New' } },
        { icon: 'smartphone', link: open('lines', 'Le mie linee', 'My lines') },
        { icon: 'help', link: open('help', 'Assistenza', 'Help') },
      ],
    },
  }),
  shortcutsPostpaid: content('quickActions', {
    id: 'shortcuts-postpaid',
    name: 'Scorciatoie: abbonamenti',
    fields: {
      items: [
        { icon: 'bill', link: open('bill', 'Fattura', 'Bill') },
        { icon: 'plane', link: open('roaming', 'In viaggio', 'Travelling') },
        { icon: 'people', link: open('family', 'Famiglia', 'Family') },
        { icon: 'router', link: open('home-internet', 'Internet di casa', 'Home internet') },
        { icon: 'shield', link: open('security', 'Protezione', 'Protection') },
        { icon: 'help', link: open('help', 'Assistenza', 'Help') },
      ],
    },
  }),
  shortcutsBusiness: content('quickActions', {
    id: 'shortcuts-business',
    name: 'Scorciatoie: aziende',
    fields: {
      title: { it: 'Gestisci la tua azienda', en: 'Run your company' },
      items: [
        { icon: 'smartphone', link: open('lines', 'Tutte le linee', 'All lines') },
        { icon: 'bill', link: open('bill', 'Fatture', 'Bills') },
        { icon: 'people', link: open('business', 'Il tuo consulente', 'Your adviser') },
        { icon: 'help', link: open('help', 'Assistenza', 'Help') },
      ],
    },
  }),
}
