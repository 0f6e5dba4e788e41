import type { LinkAction } from '@mosaic/schemas/release'
import { content, open } from '../define.ts'
import { shortcuts } from './shortcuts.ts'

/** What the editors write by themselves: shortcuts, news, guides, contacts, first steps and questions. */
export const editorial = {
  ...shortcuts,
  news: content('news', {
    id: 'news',
    name: 'Novità da Aurora',
    fields: {
      title: { it: 'Novità da Aurora', en: 'News from Aurora' },
      count: 3,
      items: [
        {
          headline: { it: 'Arriva Aurora Club', en: 'Aurora Club is here' },
          body: {
            it: 'Raccogli punti con ogni ricarica e ogni fattura, e scegli il tuo premio.',
            en: 'Collect points with every top-up and every bill, and choose your reward.',
          },
          date: '2026-11-16T08:00:00.000Z',
          image: 'gift',
          link: open('rewards', 'Scopri i premi', 'See the rewards'),
        },
        {
          headline: { it: 'Il 5G arriva in altre 40 città', en: '5G reaches 40 more cities' },
          body: { it: 'Se il tuo telefono è 5G, non devi fare nulla.', en: 'If your phone has 5G, there is nothing to do.' },
          date: '2026-10-27T08:00:00.000Z',
          image: 'data-boost',
        },
        {
          headline: { it: 'Più protezione contro le truffe', en: 'More protection from scams' },
          body: {
            it: 'Navigazione Sicura ora riconosce anche gli SMS che fingono di essere la tua banca.',
            en: 'Safe Browsing now spots texts that pretend to be your bank.',
          },
          date: '2026-09-30T08:00:00.000Z',
          image: 'safety-shield',
          link: open('security', 'Come funziona', 'How it works'),
        },
      ],
    },
  }),
  roamingGuide: content('editorial', {
    id: 'guide-roaming',
    name: 'Guida: all’estero',
    fields: {
      headline: { it: 'All’estero senza sorprese', en: 'Abroad without surprises' },
      text: {
        it: [
          'Nell’Unione europea usi la tua offerta **come in Italia**. Altrove, un pacchetto costa molto meno del traffico a consumo.',
          '## Prima di partire',
          '- Attiva il _roaming dati_ nelle impostazioni del telefono',
          '- Scarica mappe e biglietti con il Wi-Fi di casa',
          '- Controlla [quanti giga ti restano](/surface/extra-data)',
          '## Quando arrivi',
          'Il telefono sceglie da solo la rete. Se non naviga, spegnilo e riaccendilo. I consumi all’estero possono apparire con due giorni di ritardo.',
        ].join('\n'),
        en: [
          'In the EU your plan works **as in Italy**. Elsewhere, a package costs much less than paying as you go.',
          '## Before you leave',
          '- Turn on _data roaming_ in your phone’s settings',
          '- Download maps and tickets over your Wi-Fi at home',
          '- Check [how much data you have left](/surface/extra-data)',
          '## When you arrive',
          'Your phone picks the network by itself. If you cannot browse, turn it off and on. What you use abroad may show up two days late.',
        ].join('\n'),
      },
    },
  }),
  billGuide: content('editorial', {
    id: 'guide-bill',
    name: 'Guida: leggere la fattura',
    fields: {
      headline: { it: 'Come leggere la fattura', en: 'How to read your bill' },
      text: {
        it: [
          'La fattura ha **tre parti**, sempre nello stesso ordine.',
          '- **Canone**: il prezzo della tua offerta, pagato in anticipo',
          '- **Extra**: chiamate, messaggi e giga fuori dall’offerta',
          '- **Servizi**: opzioni e abbonamenti che hai attivato tu',
          'Se una voce non ti torna, [scrivici](/surface/help): la guardiamo insieme.',
        ].join('\n'),
        en: [
          'A bill has **three parts**, always in the same order.',
          '- **Fee**: the price of your plan, paid in advance',
          '- **Extras**: calls, texts and data beyond your plan',
          '- **Services**: options and subscriptions that you turned on',
          'If something looks odd, [write to us](/surface/help): we look at it together.',
        ].join('\n'),
      },
    },
  }),
  wifiGuide: content('editorial', {
    id: 'guide-wifi',
    name: 'Guida: il Wi-Fi di casa',
    fields: {
      headline: { it: 'Un Wi-Fi migliore in cinque minuti', en: 'Better Wi-Fi in five minutes' },
      text: {
        it: [
          'Quasi sempre basta **spostare il router**.',
          '- In alto e al centro della casa, vicino a una finestra',
          '- Lontano da specchi, acquari e microonde',
          '- Mai dentro un mobile chiuso',
          'Non basta? [Ti aiutiamo noi](/surface/help).',
        ].join('\n'),
        en: [
          'Most of the time it is enough to **move the router**.',
          '- High up and in the middle of your home, near a window',
          '- Away from mirrors, fish tanks and microwaves',
          '- Never inside a closed cupboard',
          'Still slow? [We help you](/surface/help).',
        ].join('\n'),
      },
      image: 'router-home',
    },
  }),
  contacts: content('contacts', {
    id: 'contacts',
    name: 'Contatti',
    fields: {
      title: { it: 'Parla con noi', en: 'Talk to us' },
      channels: [
        {
          type: 'phone',
          label: { it: 'Dalla tua linea Aurora', en: 'From your Aurora line' },
          value: { it: '40700', en: '40700' },
          hours: { it: 'Gratis, tutti i giorni dalle 8 a mezzanotte', en: 'Free, every day from 8 to midnight' },
        },
        {
          type: 'phone',
          label: { it: 'Dall’estero', en: 'From abroad' },
          value: { it: '+39 06 40700', en: '+39 06 40700' },
          hours: { it: 'Sempre, gratis dal tuo numero Aurora', en: 'Around the clock, free from your Aurora number' },
        },
        {
          type: 'mail',
          label: { it: 'Scrivici', en: 'Write to us' },
          value: { it: 'Aurora, Casella postale 40700, 00100 Roma', en: 'Aurora, PO Box 40700, 00100 Rome' },
        },
        {
          type: 'shop',
          label: { it: 'In negozio', en: 'In a shop' },
          link: open('shops', 'Trova un negozio', 'Find a shop'),
        },
      ],
    },
  }),
  contactsBusiness: content('contacts', {
    id: 'contacts-business',
    name: 'Contatti per le aziende',
    fields: {
      title: { it: 'Il tuo consulente', en: 'Your adviser' },
      channels: [
        {
          type: 'phone',
          label: { it: 'Assistenza aziende', en: 'Business support' },
          value: { it: '40710', en: '40710' },
          hours: { it: 'Dal lunedì al sabato, dalle 8 alle 20', en: 'Monday to Saturday, 8 to 20' },
        },
        {
          type: 'phone',
          label: { it: 'Guasti, a ogni ora', en: 'Faults, at any hour' },
          value: { it: '40711', en: '40711' },
        },
      ],
    },
  }),
  firstStepsPrepaid: content('onboarding', {
    id: 'first-steps-prepaid',
    name: 'Primi passi: ricaricabili',
    tone: 'positive',
    fields: {
      title: { it: 'I tuoi primi passi', en: 'Your first steps' },
      steps: [
        {
          label: { it: 'Attiva la SIM', en: 'Activate your SIM' },
          text: { it: 'Se è una eSIM, si installa dal telefono.', en: 'An eSIM is installed from the phone.' },
          link: open('welcome-guide', 'Come si fa', 'How to do it'),
          doneWhen: 'simActive',
        },
        {
          label: { it: 'Metti del credito', en: 'Add some credit' },
          text: { it: 'Serve per il rinnovo e per gli extra.', en: 'It pays for the renewal and for extras.' },
          link: open('top-up', 'Scegli quanto', 'Choose how much'),
          doneWhen: 'firstTopUp',
        },
        {
          label: { it: 'Attiva la ricarica automatica', en: 'Turn automatic top-up on' },
          text: { it: 'Il credito non finisce più sul più bello.', en: 'Your credit never runs out at the wrong moment.' },
          link: open('top-up', 'Scegli quanto', 'Choose how much'),
          doneWhen: 'autoTopUpOn',
        },
        {
          label: { it: 'Aggiungi un’opzione', en: 'Add an option' },
          text: { it: 'Giga, minuti o estero: solo quello che ti serve.', en: 'Data, minutes or abroad: only what you need.' },
          link: open('extra-data', 'Guarda le opzioni', 'See the options'),
          doneWhen: 'hasOption',
        },
        {
          label: { it: 'Scopri come funziona', en: 'See how it works' },
          link: open('welcome-guide', 'Apri la guida', 'Open the guide'),
          doneWhen: 'never',
        },
      ],
    },
  }),
  firstStepsPostpaid: content('onboarding', {
    id: 'first-steps-postpaid',
    name: 'Primi passi: abbonamenti',
    tone: 'positive',
    fields: {
      title: { it: 'I tuoi primi passi', en: 'Your first steps' },
      steps: [
        {
          label: { it: 'Attiva l’addebito automatico', en: 'Turn automatic payment on' },
          text: { it: 'Così non pensi più alle scadenze.', en: 'So you need not think of due dates.' },
          link: open('bill', 'Come si fa', 'How to do it'),
          doneWhen: 'autopayOn',
        },
        {
          label: { it: 'Aggiungi un metodo di pagamento', en: 'Add a payment method' },
          text: { it: 'Per pagare con un tocco, quando vuoi tu.', en: 'To pay with a tap, whenever you like.' },
          link: open('bill', 'Come si fa', 'How to do it'),
          doneWhen: 'paymentMethodSet',
        },
        {
          label: { it: 'Aggiungi un’opzione', en: 'Add an option' },
          text: { it: 'Giga, minuti o estero: solo quello che ti serve.', en: 'Data, minutes or abroad: only what you need.' },
          link: open('extra-data', 'Guarda le opzioni', 'See the options'),
          doneWhen: 'hasOption',
        },
        {
          label: { it: 'Scopri come funziona', en: 'See how it works' },
          link: open('welcome-guide', 'Apri la guida', 'Open the guide'),
          doneWhen: 'never',
        },
      ],
    },
  }),
  billSurvey: content('survey', {
    id: 'survey-bill',
    name: 'Sondaggio: la fattura è chiara?',
    fields: {
      question: { it: 'La tua fattura è chiara?', en: 'Is your bill clear?' },
      body: { it: 'Bastano pochi secondi, e sappiamo cosa migliorare.', en: 'It takes a few seconds, and we know what to improve.' },
      answers: [
        { link: answer('yes', 'Sì, tutto', 'Yes, all of it') },
        { link: answer('mostly', 'Quasi tutto', 'Most of it') },
        { link: answer('no', 'Non proprio', 'Not really') },
      ],
      record: true,
      comment: true,
      days: 60,
    },
  }),
  recommendSurvey: content('survey', {
    id: 'survey-recommend',
    name: 'Sondaggio: consiglieresti Aurora?',
    tone: 'primary',
    fields: {
      question: { it: 'Consiglieresti Aurora a un amico?', en: 'Would you recommend Aurora to a friend?' },
      look: 'scale',
      answers: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'].map((mark) => ({ link: answer(mark, mark, mark) })),
      low: { it: 'Per niente', en: 'Not at all' },
      high: { it: 'Certamente', en: 'Certainly' },
      record: true,
      days: 180,
      thanks: {
        it: 'Grazie, ne parliamo con chi lavora ai nostri servizi.',
        en: 'Thank you, we share it with those who work on our services.',
      },
    },
  }),
  thanks: content('banner', {
    id: 'page-thanks',
    name: 'Pagina grazie: apertura',
    tone: 'positive',
    fields: {
      headline: { it: 'Grazie, ci aiuti a migliorare', en: 'Thank you, you help us improve' },
      body: {
        it: 'Se qualcosa non ti torna, parlane con noi: qui sotto trovi come.',
        en: 'If something is not right, talk to us: here is how.',
      },
      image: 'aurora-night',
      overlay: 'dark',
    },
  }),
}

/** An answer is told by the page it opens. */
function answer(value: string, it: string, en: string): LinkAction {
  const { label, deepLink, webUrl } = open('thanks', it, en)
  return { label, deepLink: `${deepLink}?answer=${value}`, webUrl: `${webUrl}?answer=${value}` }
}
