import { content, open } from '../define.ts'
import { tramonto } from '../palettes/tramonto.ts'
import { occasions } from '../triggers.ts'

/** What each home opens with. */
export const heroes = {
  welcomePrepaid: content('banner', {
    id: 'hero-welcome-prepaid',
    name: 'Benvenuto, nuova ricaricabile',
    tone: 'primary',
    fields: {
      headline: { it: 'Benvenuto in Aurora!', en: 'Welcome to Aurora!' },
      body: {
        it: 'La tua SIM è attiva. In tre passi scopri credito, giga e come ricaricare.',
        en: 'Your SIM is active. Three steps to your credit, your data and topping up.',
      },
      image: 'welcome-sim',
      overlay: 'dark',
    },
    action: open('welcome-guide', 'Inizia da qui', 'Start here'),
  }),
  welcomePostpaid: content('banner', {
    id: 'hero-welcome-postpaid',
    name: 'Benvenuto, nuovo abbonamento',
    tone: 'primary',
    fields: {
      headline: { it: 'Che bello averti con noi', en: 'Great to have you with us' },
      body: {
        it: 'Ecco come funzionano la prima fattura, i giga e l’assistenza.',
        en: 'How your first bill, your data and our support work.',
      },
      image: 'gift',
      overlay: 'dark',
    },
    action: open('welcome-guide', 'Scopri la tua offerta', 'Discover your plan'),
  }),
  settle: content('banner', {
    id: 'hero-settle',
    name: 'Come mettersi in regola',
    fields: {
      headline: { it: 'Rimettiamo tutto in ordine', en: 'Let’s put things right' },
      body: {
        it: 'Puoi pagare online o dividere l’importo in tre rate senza costi.',
        en: 'Pay online, or split the amount in three at no cost.',
      },
      image: 'bill-payment',
      overlay: 'dark',
    },
    action: open('bill', 'Vedi le soluzioni', 'See your options'),
  }),
  reactivate: content('banner', {
    id: 'hero-reactivate',
    name: 'Come riattivare la linea',
    fields: {
      headline: { it: 'La tua linea può ripartire oggi', en: 'Your line can be back today' },
      body: {
        it: 'Dopo il pagamento la riattivazione è automatica, di solito entro un’ora.',
        en: 'Once paid, it comes back by itself, usually within the hour.',
      },
      image: 'bill-payment',
      overlay: 'dark',
    },
    action: open('bill', 'Riattiva', 'Reactivate'),
  }),
  fleet: content('banner', {
    id: 'hero-fleet',
    name: 'Aziende con più linee',
    tone: 'primary',
    fields: {
      headline: { it: 'Tutta l’azienda, una sola pagina', en: 'The whole company on one page' },
      body: {
        it: 'Linee, consumi e fatture del tuo parco, sempre aggiornati.',
        en: 'Lines, usage and bills of your fleet, always up to date.',
      },
      image: 'business-skyline',
      overlay: 'dark',
    },
    action: open('business', 'Servizi per l’azienda', 'Services for business'),
  }),
  tabletBusiness: content('banner', {
    id: 'hero-tablet-business',
    name: 'Dati per lavorare ovunque',
    fields: {
      headline: { it: 'L’ufficio è dove sei tu', en: 'The office is wherever you are' },
      body: {
        it: 'Giga per i tablet del team e una rete d’ufficio pronta in un giorno.',
        en: 'Data for the team’s tablets, and an office network ready in a day.',
      },
      image: 'business-skyline',
      overlay: 'dark',
    },
    action: open('business', 'Scopri di più', 'Find out more'),
  }),
  businessVoice: content('banner', {
    id: 'hero-business-voice',
    name: 'Linea aziendale',
    fields: {
      headline: { it: 'Il tuo lavoro, sempre raggiungibile', en: 'Your work, always within reach' },
      body: {
        it: 'Un consulente dedicato risponde al 40710, dal lunedì al sabato.',
        en: 'Your own adviser answers at 40710, Monday to Saturday.',
      },
      image: 'safety-shield',
      overlay: 'dark',
    },
    action: open('business', 'Servizi per l’azienda', 'Services for business'),
  }),
  invoice: content('banner', {
    id: 'hero-invoice',
    name: 'La fattura spiegata',
    tone: 'primary',
    fields: {
      headline: { it: 'La tua fattura è pronta', en: 'Your bill is ready' },
      body: { it: 'Leggila voce per voce, senza sorprese.', en: 'Read it item by item, without surprises.' },
      image: 'bill-payment',
      overlay: 'dark',
    },
    action: open('bill', 'Capisci la fattura', 'Understand your bill'),
  }),
  lowCredit: content('banner', {
    id: 'hero-low-credit',
    name: 'Ricarica con bonus',
    tone: 'accent',
    fields: {
      headline: { it: 'Ricarica oggi: 2 giga in regalo', en: 'Top up today, get 2 GB free' },
      body: {
        it: 'Con almeno 15 €. I giga durano 30 giorni e arrivano con il credito.',
        en: 'With €15 or more. The data lasts 30 days and comes with your credit.',
      },
      image: 'gift',
      overlay: 'dark',
    },
    action: open('top-up', 'Ricarica', 'Top up'),
  }),
  tablet: content('banner', {
    id: 'hero-tablet',
    name: 'Tablet in famiglia',
    tone: 'accent',
    fields: {
      headline: { it: 'Film, compiti e videochiamate', en: 'Films, homework and video calls' },
      body: {
        it: 'Il tuo tablet è sempre connesso, anche dove il Wi-Fi non arriva.',
        en: 'Your tablet is always connected, even where Wi-Fi does not reach.',
      },
      image: 'family-devices',
      overlay: 'dark',
    },
    action: open('extra-data', 'Giga in più', 'More data'),
  }),
  router: content('banner', {
    id: 'hero-router',
    name: 'Internet di casa',
    tone: 'primary',
    fields: {
      headline: { it: 'Casa connessa, stanza per stanza', en: 'A connected home, room by room' },
      body: {
        it: 'Dove mettere il router e come scegliere la rete Wi-Fi migliore.',
        en: 'Where to put the router and how to choose the best Wi-Fi network.',
      },
      image: 'router-home',
      overlay: 'dark',
    },
    action: open('home-internet', 'I nostri consigli', 'Our advice'),
  }),
  hybrid: content('banner', {
    id: 'hero-hybrid',
    name: 'Linea ibrida',
    fields: {
      headline: { it: 'Canone fisso, extra sotto controllo', en: 'One fixed fee, extras in check' },
      body: {
        it: 'Il canone va in fattura, tutto il resto si paga con il credito.',
        en: 'The fee goes on your bill; your credit pays for all the rest.',
      },
      image: 'aurora-night',
      overlay: 'dark',
    },
    action: open('welcome-guide', 'Come funziona', 'How it works'),
  }),
  inclusivePostpaid: content('banner', {
    id: 'hero-inclusive-postpaid',
    name: 'Tutto incluso in abbonamento',
    tone: 'primary',
    fields: {
      headline: { it: 'Tutto incluso, anche in viaggio', en: 'All included, travel too' },
      body: {
        it: 'In Europa usi i tuoi giga come a casa. Scopri quanti sono per Paese.',
        en: 'In Europe your data works as at home. See how much for each country.',
      },
      image: 'roaming-globe',
      overlay: 'dark',
    },
    action: open('roaming', 'Prepara il viaggio', 'Plan your trip'),
  }),
  inclusivePrepaid: content('banner', {
    id: 'hero-inclusive-prepaid',
    name: 'Tutto incluso ricaricabile',
    tone: 'primary',
    fields: {
      headline: { it: 'Giga in 5G, minuti senza limiti', en: '5G data, minutes without limits' },
      body: {
        it: 'La tua offerta ha tutto: tieni d’occhio consumi e rinnovo qui.',
        en: 'Your plan has it all: keep an eye on usage and renewal here.',
      },
      image: 'data-boost',
      overlay: 'dark',
    },
    action: open('family', 'Porta la famiglia', 'Bring your family'),
  }),
  basePostpaid: content('banner', {
    id: 'hero-base-postpaid',
    name: 'Abbonamento a consumo',
    fields: {
      headline: { it: 'Paghi solo quello che usi', en: 'Pay only for what you use' },
      body: {
        it: 'Se superi spesso i 10 € al mese, Tutto 150 può farti risparmiare.',
        en: 'If you often spend over €10 a month, Tutto 150 can save you money.',
      },
      image: 'aurora-night',
      overlay: 'dark',
    },
    action: open('extra-data', 'Confronta', 'Compare'),
  }),
  everyone: content('banner', {
    id: 'hero-everyone',
    name: 'Home per tutti',
    tone: 'primary',
    fields: {
      headline: { it: 'Buona giornata da Aurora', en: 'Good day from Aurora' },
      body: {
        it: 'La tua linea, i tuoi consumi e le novità in un colpo d’occhio.',
        en: 'Your line, your usage and what’s new at a glance.',
      },
      image: 'aurora-night',
      overlay: 'dark',
    },
    action: open('welcome-guide', 'Scopri l’app', 'Discover the app'),
  }),
}

/** Shown on several homes, to those they concern. */
export const banners = {
  birthday: content('banner', {
    id: 'banner-birthday',
    name: 'Auguri di compleanno',
    tone: 'accent',
    trigger: occasions.birthday,
    fields: {
      headline: { it: 'Tanti auguri! Oggi 5 giga sono tuoi', en: 'Happy birthday! 5 GB are yours today' },
      body: {
        it: 'Il nostro regalo: attivi fino a mezzanotte di domani, senza fare nulla.',
        en: 'Our gift: active until midnight tomorrow, nothing to do.',
      },
      image: 'gift',
      overlay: 'dark',
    },
  }),
  guide: content('banner', {
    id: 'banner-guide',
    name: 'Guida per i nuovi clienti',
    trigger: occasions.newCustomer,
    fields: {
      headline: { it: 'Passi da un altro operatore?', en: 'Coming from another operator?' },
      body: {
        it: 'Segui la portabilità del tuo numero e configura il telefono.',
        en: 'Follow the transfer of your number and set up your phone.',
      },
    },
    action: open('welcome-guide', 'Apri la guida', 'Open the guide'),
  }),
  weekend: content('banner', {
    id: 'banner-weekend',
    name: 'Weekend senza pensieri',
    tone: 'accent',
    trigger: occasions.weekend,
    fields: {
      headline: { it: 'Weekend fuori porta?', en: 'A weekend away?' },
      body: { it: 'Scarica le mappe a casa e parti con i giga giusti.', en: 'Download your maps at home and leave with enough data.' },
      image: 'roaming-globe',
      overlay: 'dark',
    },
    action: open('roaming', 'Consigli di viaggio', 'Travel advice'),
  }),
  oneMoreLine: content('banner', {
    id: 'banner-one-more-line',
    name: 'Una seconda linea',
    tone: 'primary',
    palette: tramonto,
    trigger: occasions.singleLine,
    fields: {
      headline: { it: 'E per chi ami?', en: 'And for those you love?' },
      body: {
        it: 'Con Aurora Famiglia una seconda SIM ha 100 giga, e la gestisci da qui.',
        en: 'With Aurora Famiglia a second SIM has 100 GB, and you manage it from here.',
      },
      image: 'family-devices',
      overlay: 'dark',
    },
    action: open('family', 'Scopri Famiglia', 'Discover Famiglia'),
  }),
}
