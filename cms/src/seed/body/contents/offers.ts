import { content, open } from '../define.ts'
import { occasions } from '../triggers.ts'

/** What Aurora sells; names and prices come from the catalogue. */
export const offers = {
  extraData: content('offer', {
    id: 'offer-extra-data',
    name: 'Offerta: 10 giga extra',
    fields: {
      offering: 'opt-extra-10gb',
      benefits: {
        it: 'Disponibili subito\nValidi 30 giorni\nNessun rinnovo automatico',
        en: 'Available at once\nValid for 30 days\nNo automatic renewal',
      },
      image: 'data-boost',
    },
    action: open('extra-data', 'Scopri', 'Find out more'),
  }),
  roaming: content('offer', {
    id: 'offer-roaming',
    name: 'Offerta: roaming',
    tone: 'accent',
    trigger: occasions.withoutRoaming,
    fields: {
      offering: 'opt-roaming-eu',
      badge: { it: 'Parti sereno', en: 'Travel easy' },
      benefits: {
        it: 'In tutta Europa e nel Regno Unito\nDati e minuti senza sorprese\nSi attiva in un minuto',
        en: 'All over Europe and the UK\nData and minutes without surprises\nActive in a minute',
      },
      image: 'roaming-globe',
    },
    action: open('roaming', 'Scopri', 'Find out more'),
  }),
  voice: content('offer', {
    id: 'offer-voice',
    name: 'Offerta: minuti illimitati',
    fields: {
      offering: 'opt-voice-unlimited',
      benefits: {
        it: 'Verso tutti, fissi e mobili\nNessuno scatto alla risposta\nDisdici quando vuoi',
        en: 'To every landline and mobile\nNo connection fee\nCancel any time',
      },
    },
  }),
  security: content('offer', {
    id: 'offer-security',
    name: 'Offerta: Aurora Shield',
    trigger: occasions.withoutSecurity,
    fields: {
      offering: 'opt-security',
      benefits: {
        it: 'Blocca siti e messaggi truffa\nFunziona su tutta la rete Aurora\nPrimo mese gratis',
        en: 'Blocks scam sites and messages\nWorks on the whole Aurora network\nFirst month free',
      },
      image: 'safety-shield',
    },
    action: open('security', 'Scopri', 'Find out more'),
  }),
  inclusivePlan: content('offer', {
    id: 'offer-inclusive-plan',
    name: 'Offerta: Tutto 150',
    tone: 'primary',
    fields: {
      offering: 'plan-inclusive-150',
      badge: { it: 'La più scelta', en: 'Most popular' },
      benefits: {
        it: '150 giga in 5G\nMinuti e SMS illimitati\nSempre lo stesso prezzo',
        en: '150 GB on 5G\nUnlimited minutes and texts\nAlways the same price',
      },
      image: 'aurora-night',
    },
  }),
  router: content('offer', {
    id: 'offer-router',
    name: 'Offerta: router 5G',
    fields: {
      offering: 'dev-router-5g',
      badge: { it: 'Novità', en: 'New' },
      benefits: {
        it: 'Lo colleghi e navighi, senza tecnico\nWi-Fi 7 fino a 64 dispositivi\nReso gratuito entro 30 giorni',
        en: 'Plug it in and browse, no technician\nWi-Fi 7 for up to 64 devices\nFree return within 30 days',
      },
      image: 'router-home',
    },
    action: open('home-internet', 'Scopri', 'Find out more'),
  }),
  family: content('offer', {
    id: 'offer-family',
    name: 'Offerta: Family',
    fields: {
      offering: 'opt-family',
      benefits: {
        it: 'Una seconda SIM a metà prezzo\nGiga da condividere\nUna sola app per tutti',
        en: 'A second SIM at half price\nData to share\nOne app for everybody',
      },
      image: 'family-devices',
    },
    action: open('family', 'Scopri', 'Find out more'),
  }),
  businessCloud: content('offer', {
    id: 'offer-business-cloud',
    name: 'Offerta: Business Cloud',
    tone: 'primary',
    fields: {
      offering: 'opt-business-cloud',
      badge: { it: 'Per aziende', en: 'For business' },
      benefits: {
        it: '100 GB di backup automatico\nDati in Italia, cifrati\nRipristino in un clic',
        en: '100 GB of automatic backup\nData in Italy, encrypted\nRestore in one click',
      },
      image: 'business-skyline',
    },
    action: open('business', 'Scopri', 'Find out more'),
  }),
  securityBusiness: content('offer', {
    id: 'offer-security-business',
    name: 'Offerta: Aurora Shield per aziende',
    trigger: occasions.withoutSecurity,
    fields: {
      offering: 'opt-security',
      headline: { it: 'Aurora Shield per tutta l’azienda', en: 'Aurora Shield for the whole company' },
      benefits: {
        it: 'Protegge ogni linea, anche i tablet\nNulla da installare\nReport mensile',
        en: 'Protects every line, tablets too\nNothing to install\nMonthly report',
      },
    },
    action: open('security', 'Scopri', 'Find out more'),
  }),
}
