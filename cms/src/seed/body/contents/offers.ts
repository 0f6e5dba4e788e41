import { content, open } from '../define.ts'
import { tramonto } from '../palettes/tramonto.ts'
import { occasions } from '../triggers.ts'

/** What Aurora sells; names and prices come from the catalogue. */
export const offers = {
  extraData: content('offer', {
    id: 'offer-extra-data',
    name: 'Offerta: 20 giga in più',
    fields: {
      offering: 'OPT-GIGA-20',
      benefits: {
        it: '20 giga che si aggiungono ai tuoi\nAttivi subito, anche in 5G\nDisdici quando vuoi',
        en: '20 GB on top of yours\nActive at once, on 5G too\nCancel any time',
      },
      image: 'data-boost',
    },
    action: open('extra-data', 'Scopri', 'Find out more'),
  }),
  weekendData: content('offer', {
    id: 'offer-weekend-data',
    name: 'Offerta: weekend senza limiti',
    tone: 'accent',
    fields: {
      offering: 'OPT-GIGA-WEEKEND',
      benefits: {
        it: 'Da venerdì sera a domenica\nSerie e partite senza pensare ai giga\nLo attivi solo quando ti serve',
        en: 'From Friday evening to Sunday\nShows and matches without counting data\nOnly when you need it',
      },
    },
  }),
  roaming: content('offer', {
    id: 'offer-roaming',
    name: 'Offerta: Europa Plus',
    tone: 'accent',
    trigger: occasions.withoutRoaming,
    fields: {
      offering: 'OPT-EUROPA',
      badge: { it: 'Parti sereno', en: 'Travel easy' },
      benefits: {
        it: '10 giga e 200 minuti in più in Europa\nSenza sorprese in fattura\nSi attiva in un minuto',
        en: '10 GB and 200 minutes more in Europe\nNo surprises on your bill\nActive in a minute',
      },
      image: 'roaming-globe',
    },
    action: open('roaming', 'Scopri', 'Find out more'),
  }),
  world: content('offer', {
    id: 'offer-world',
    name: 'Offerta: Mondo 7 giorni',
    tone: 'accent',
    palette: tramonto,
    fields: {
      offering: 'OPT-MONDO',
      benefits: {
        it: '3 giga e 60 minuti in 60 Paesi\nUna settimana dal primo uso\nNessun rinnovo automatico',
        en: '3 GB and 60 minutes in 60 countries\nOne week from first use\nNo automatic renewal',
      },
    },
    action: open('plan', 'Scopri', 'Find out more'),
  }),
  voice: content('offer', {
    id: 'offer-voice',
    name: 'Offerta: 500 minuti',
    trigger: occasions.countedMinutes,
    fields: {
      offering: 'OPT-MINUTI',
      benefits: {
        it: 'Verso tutti, fissi e mobili\nNessuno scatto alla risposta\nDisdici quando vuoi',
        en: 'To every landline and mobile\nNo connection fee\nCancel any time',
      },
    },
    action: open('extra-data', 'Confronta', 'Compare'),
  }),
  security: content('offer', {
    id: 'offer-security',
    name: 'Offerta: Navigazione Sicura',
    trigger: occasions.withoutSecurity,
    fields: {
      offering: 'OPT-SICURA',
      benefits: {
        it: 'Blocca siti e messaggi truffa\nProtegge tutti i tuoi dispositivi\nNulla da installare',
        en: 'Blocks scam sites and messages\nProtects all your devices\nNothing to install',
      },
      image: 'safety-shield',
    },
    action: open('security', 'Scopri', 'Find out more'),
  }),
  inclusivePlan: content('offer', {
    id: 'offer-inclusive-plan',
    name: 'Offerta: Tutto 150',
    tone: 'primary',
    trigger: occasions.payAsYouGo,
    fields: {
      offering: 'OFF-TUTTO-150',
      badge: { it: 'La più scelta', en: 'Most popular' },
      benefits: {
        it: '150 giga in 5G\nMinuti e SMS illimitati\nTieni il tuo numero',
        en: '150 GB on 5G\nUnlimited minutes and texts\nKeep your number',
      },
      image: 'aurora-night',
    },
    action: open('plan', 'Scopri', 'Find out more'),
  }),
  router: content('offer', {
    id: 'offer-router',
    name: 'Offerta: Casa 5G',
    fields: {
      offering: 'OFF-CASA-5G',
      badge: { it: 'Novità', en: 'New' },
      benefits: {
        it: 'Router incluso: lo colleghi e navighi\nWi-Fi 7, nessun tecnico a casa\nRecesso gratuito entro 30 giorni',
        en: 'Router included: plug in and browse\nWi-Fi 7, no technician\nFree return within 30 days',
      },
      image: 'router-home',
    },
    action: open('home-internet', 'Scopri', 'Find out more'),
  }),
  family: content('offer', {
    id: 'offer-family',
    name: 'Offerta: Aurora Famiglia',
    fields: {
      offering: 'OFF-FAMIGLIA',
      benefits: {
        it: 'Una seconda SIM con 100 giga\nPer figli, partner o genitori\nUna sola app per tutti',
        en: 'A second SIM with 100 GB\nFor children, partner or parents\nOne app for everybody',
      },
      image: 'family-devices',
    },
    action: open('family', 'Scopri', 'Find out more'),
  }),
  office: content('offer', {
    id: 'offer-office',
    name: 'Offerta: Business Ufficio 5G',
    tone: 'primary',
    fields: {
      offering: 'OFF-BIZ-UFFICIO',
      badge: { it: 'Per aziende', en: 'For business' },
      benefits: {
        it: 'La rete dell’ufficio pronta in un giorno\nWi-Fi 7 per 64 postazioni\nConsulente dedicato',
        en: 'Your office network ready in a day\nWi-Fi 7 for 64 desks\nYour own adviser',
      },
      image: 'business-skyline',
    },
    action: open('business', 'Scopri', 'Find out more'),
  }),
  securityBusiness: content('offer', {
    id: 'offer-security-business',
    name: 'Offerta: Navigazione Sicura per aziende',
    trigger: occasions.withoutSecurity,
    fields: {
      offering: 'OPT-SICURA',
      headline: { it: 'Protezione per tutta l’azienda', en: 'Protection for the whole company' },
      benefits: {
        it: 'Protegge ogni linea, anche i tablet\nNulla da installare\nReport mensile',
        en: 'Protects every line, tablets too\nNothing to install\nMonthly report',
      },
    },
    action: open('security', 'Scopri', 'Find out more'),
  }),
}
