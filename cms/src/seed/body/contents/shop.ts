import { content, open } from '../define.ts'

/** What the operator gives back, and what it would sell to whom. */
export const shop = {
  points: content('rewards', {
    id: 'rewards-points',
    name: 'Punti e premi',
    fields: {
      title: { it: 'Aurora Club', en: 'Aurora Club' },
      count: 2,
    },
    action: open('rewards', 'Tutti i premi', 'All rewards'),
  }),
  rewards: content('rewards', {
    id: 'rewards-all',
    name: 'Pagina premi: tutti i premi',
    fields: {
      title: { it: 'I tuoi punti', en: 'Your points' },
      body: {
        it: 'Ogni mese con noi vale venti punti, ogni opzione dieci.',
        en: 'Every month with us is worth twenty points, every option ten.',
      },
      count: 6,
    },
  }),
  programme: content('banner', {
    id: 'page-rewards',
    name: 'Pagina premi: apertura',
    tone: 'primary',
    fields: {
      headline: { it: 'Chi resta con noi ci guadagna', en: 'Staying with us pays off' },
      body: {
        it: 'I punti arrivano da soli, mese dopo mese. Li usi per giga, cinema e libri, quando vuoi.',
        en: 'Points come by themselves, month after month. Use them for data, cinema and books, whenever you like.',
      },
    },
  }),
  shelf: content('offers', {
    id: 'offers-for-you',
    name: 'Vetrina: consigliate per la linea',
    fields: {
      title: { it: 'Scelte per te', en: 'Chosen for you' },
      order: 'onlyRecommended',
      buyNow: true,
      items: [
        {
          offering: 'OPT-GIGA-20',
          text: { it: '20 giga che si aggiungono ai tuoi, attivi subito', en: '20 GB on top of yours, active at once' },
          image: 'data-boost',
          link: open('extra-data', 'Scopri', 'Find out more'),
        },
        {
          offering: 'OPT-MINUTI',
          text: { it: '500 minuti verso tutti, senza scatto alla risposta', en: '500 minutes to everybody, without a connection fee' },
        },
        {
          offering: 'OFF-TUTTO-150',
          text: { it: '150 giga in 5G, minuti e SMS illimitati', en: '150 GB on 5G, unlimited minutes and texts' },
          badge: { it: 'La più scelta', en: 'Most popular' },
          image: 'aurora-night',
        },
        {
          offering: 'OPT-EUROPA',
          text: { it: '10 giga e 200 minuti in più in Europa', en: '10 GB and 200 minutes more in Europe' },
          image: 'roaming-globe',
          link: open('roaming', 'Scopri', 'Find out more'),
        },
        {
          offering: 'OFF-FAMIGLIA',
          text: { it: 'Una seconda SIM con 100 giga per chi ami', en: 'A second SIM with 100 GB for those you love' },
          image: 'family-devices',
          link: open('family', 'Scopri', 'Find out more'),
        },
        {
          offering: 'OFF-CASA-5G',
          text: { it: 'Internet di casa senza fili, con il router incluso', en: 'Home internet without wires, router included' },
          image: 'router-home',
          link: open('home-internet', 'Scopri', 'Find out more'),
        },
        {
          offering: 'OPT-SICURA',
          text: { it: 'Blocca siti e messaggi truffa su tutti i dispositivi', en: 'Blocks scam sites and messages on all devices' },
          image: 'safety-shield',
          link: open('security', 'Scopri', 'Find out more'),
        },
      ],
    },
  }),
  shelfBusiness: content('offers', {
    id: 'offers-business',
    name: 'Vetrina: per le aziende',
    fields: {
      title: { it: 'Per la tua azienda', en: 'For your company' },
      order: 'recommended',
      items: [
        {
          offering: 'OFF-BIZ-UFFICIO',
          text: { it: 'La rete dell’ufficio pronta in un giorno', en: 'Your office network ready in a day' },
          image: 'business-skyline',
        },
        {
          offering: 'OPT-SICURA',
          text: { it: 'Telefoni e tablet protetti da siti truffa', en: 'Phones and tablets safe from scam sites' },
          link: open('security', 'Scopri', 'Find out more'),
        },
        {
          offering: 'OPT-EUROPA',
          text: { it: 'Giga e minuti in più per chi viaggia', en: 'More data and minutes for those who travel' },
          link: open('roaming', 'Scopri', 'Find out more'),
        },
      ],
    },
  }),
  bestOffer: content('offer', {
    id: 'offer-best',
    name: 'Offerta: la più consigliata',
    tone: 'accent',
    fields: {
      offering: 'OPT-SICURA',
      benefits: {
        it: 'Blocca siti e messaggi truffa\nProtegge tutti i tuoi dispositivi\nNulla da installare',
        en: 'Blocks scam sites and messages\nProtects all your devices\nNothing to install',
      },
      profiled: 'first',
      buyNow: true,
      callback: open('help', 'Fatti richiamare', 'Be called back'),
    },
  }),
}
