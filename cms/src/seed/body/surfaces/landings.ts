import type { Surface } from '@mosaic/schemas/release'
import { actions } from '../contents/actions.ts'
import { alerts } from '../contents/alerts.ts'
import { care } from '../contents/care.ts'
import { editorial } from '../contents/editorial.ts'
import { help } from '../contents/help.ts'
import { pages } from '../contents/landing.ts'
import { money } from '../contents/money.ts'
import { offers } from '../contents/offers.ts'
import { plan } from '../contents/plan.ts'
import { shop } from '../contents/shop.ts'
import { grid, landing, place, sizes } from '../define.ts'
import { aurora } from '../palettes/aurora.ts'
import { bosco } from '../palettes/bosco.ts'
import { notte } from '../palettes/notte.ts'
import { tramonto } from '../palettes/tramonto.ts'
import { titles } from './titles.ts'

/** Pages that contents lead to, and that a care agent may send somebody. */
export const landings: Surface[] = [
  landing('welcome-guide', {
    name: 'Guida per i nuovi clienti',
    title: { it: 'I primi passi', en: 'First steps' },
    palette: tramonto,
    sections: [
      grid('open', [place(pages.welcome, sizes.hero)]),
      grid('steps', [place(pages.welcomeNumber, sizes.low), place(pages.welcomeInternet, sizes.low), place(pages.welcomeHelp, sizes.low)], {
        it: 'In tre passi',
        en: 'In three steps',
      }),
      grid('line', [place(care.usage, sizes.half), place(care.topUp, sizes.half)], titles.yourLine),
    ],
  }),
  landing('help', {
    name: 'Assistenza',
    title: { it: 'Assistenza', en: 'Help' },
    palette: aurora,
    sections: [
      grid('open', [
        place(help.networkState, sizes.strip),
        place(help.appointmentsToMove, sizes.strip),
        place(help.troubles, sizes.half),
        place(help.callUs, sizes.half),
      ]),
      grid('know', [place(editorial.contacts, sizes.half), place(editorial.news, sizes.half)], titles.goodToKnow),
    ],
  }),
  landing('shops', {
    name: 'Negozi',
    title: { it: 'Negozi', en: 'Shops' },
    palette: aurora,
    sections: [grid('open', [place(help.shops, sizes.wide)])],
  }),
  landing('thanks', {
    name: 'Grazie della risposta',
    title: { it: 'Grazie', en: 'Thank you' },
    palette: aurora,
    sections: [grid('open', [place(editorial.thanks, sizes.hero), place(editorial.contacts, sizes.half)])],
  }),
  landing('roaming', {
    name: 'Roaming',
    title: { it: 'In viaggio', en: 'Travelling' },
    palette: aurora,
    sections: [
      grid('open', [
        place(pages.roaming, sizes.hero),
        place(pages.roamingTips, sizes.strip),
        place(care.usageData, sizes.half),
        place(editorial.roamingGuide, sizes.half),
      ]),
      grid('offers', [place(offers.roaming, sizes.half), place(offers.world, sizes.half)], {
        it: 'Per il tuo viaggio',
        en: 'For your trip',
      }),
    ],
  }),
  landing('top-up', {
    name: 'Ricarica',
    title: { it: 'Ricarica', en: 'Top up' },
    palette: aurora,
    sections: [
      grid('open', [
        place(pages.topUp, sizes.strip),
        place(care.credit, sizes.card),
        place(care.topUpNow, sizes.wide),
        place(actions.autoTopUp, sizes.half),
        place(actions.sendCredit, sizes.half),
        place(alerts.creditExpiring, sizes.strip),
      ]),
    ],
  }),
  landing('bill', {
    name: 'Fattura e pagamenti',
    title: { it: 'Fattura', en: 'Your bill' },
    palette: notte,
    sections: [
      grid('open', [
        place(alerts.overdue, sizes.strip),
        place(care.bill, sizes.card),
        place(pages.bill, sizes.wide),
        place(money.paymentDue, sizes.strip),
        place(money.bills, sizes.half),
        place(money.charges, sizes.half),
        place(pages.billHow, sizes.half),
        place(editorial.billGuide, sizes.half),
        place(editorial.billSurvey, sizes.half),
        place(alerts.autopayOff, sizes.half),
      ]),
    ],
  }),
  landing('extra-data', {
    name: 'Giga extra',
    title: { it: 'Giga in più', en: 'More data' },
    palette: aurora,
    sections: [
      grid('open', [place(pages.extraData, sizes.hero), place(care.usageData, sizes.half), place(money.dataHistory, sizes.half)]),
      grid(
        'offers',
        [place(offers.extraData, sizes.card), place(offers.weekendData, sizes.card), place(offers.inclusivePlan, sizes.card)],
        titles.forYou,
      ),
      grid('once', [place(plan.addOnce, sizes.wide)]),
    ],
  }),
  landing('rewards', {
    name: 'Aurora Club',
    title: { it: 'Punti e premi', en: 'Points and rewards' },
    palette: tramonto,
    sections: [
      grid('open', [place(shop.programme, sizes.strip), place(shop.rewards, sizes.wide)]),
      grid('offers', [place(offers.extraData, sizes.half), place(offers.family, sizes.half)], titles.more),
    ],
  }),
  landing('family', {
    name: 'Aurora Famiglia',
    title: { it: 'Famiglia', en: 'Family' },
    palette: tramonto,
    sections: [
      grid('open', [place(pages.family, sizes.hero), place(care.linesAll, sizes.half), place(care.usage, sizes.half)]),
      grid('offers', [place(offers.family, sizes.half)], titles.forYou),
    ],
  }),
  landing('security', {
    name: 'Navigazione Sicura',
    title: { it: 'Protezione', en: 'Protection' },
    palette: notte,
    sections: [grid('open', [place(pages.security, sizes.hero)]), grid('offers', [place(offers.security, sizes.half)], titles.forYou)],
  }),
  landing('home-internet', {
    name: 'Internet di casa',
    title: { it: 'Internet di casa', en: 'Home internet' },
    palette: aurora,
    sections: [
      grid('open', [place(pages.homeInternet, sizes.hero), place(editorial.wifiGuide, sizes.wide)]),
      grid('offers', [place(offers.router, sizes.half)], titles.forYou),
    ],
  }),
  landing('business', {
    name: 'Aurora Business',
    title: { it: 'Aurora Business', en: 'Aurora Business' },
    palette: bosco,
    sections: [
      grid('open', [
        place(pages.business, sizes.hero),
        place(pages.businessHelp, sizes.strip),
        place(editorial.contactsBusiness, sizes.half),
        place(help.callUsBusiness, sizes.half),
      ]),
      grid('offers', [place(offers.office, sizes.half), place(offers.securityBusiness, sizes.half)], titles.forYou),
      grid('shelf', [place(shop.shelfBusiness, sizes.hero)], titles.more),
    ],
  }),
  landing('plan', {
    name: 'Piano e opzioni',
    title: { it: 'Piano e opzioni', en: 'Plan and options' },
    palette: aurora,
    sections: [
      grid('open', [
        place(plan.details, sizes.wide),
        place(plan.contract, sizes.card),
        place(plan.options, sizes.wide),
        place(plan.thirdPartyAll, sizes.half),
        place(plan.orders, sizes.half),
      ]),
      grid('add', [place(plan.addOptions, sizes.wide)], titles.more),
    ],
  }),
  landing('lines', {
    name: 'Linee',
    title: { it: 'Le tue linee', en: 'Your lines' },
    palette: aurora,
    sections: [
      grid('open', [
        place(care.linesAll, sizes.wide),
        place(help.sim, sizes.card),
        place(care.usage, sizes.half),
        place(care.bill, sizes.half),
        place(actions.shareCredit, sizes.half),
      ]),
    ],
  }),
]
