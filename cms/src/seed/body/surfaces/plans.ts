import type { Surface } from '@mosaic/schemas/release'
import { actions } from '../contents/actions.ts'
import { alerts } from '../contents/alerts.ts'
import { banners, heroes } from '../contents/banners.ts'
import { care } from '../contents/care.ts'
import { editorial } from '../contents/editorial.ts'
import { money } from '../contents/money.ts'
import { offers } from '../contents/offers.ts'
import { plan } from '../contents/plan.ts'
import { shop } from '../contents/shop.ts'
import { carousel, grid, home, place, sizes } from '../define.ts'
import { aurora } from '../palettes/aurora.ts'
import { notte } from '../palettes/notte.ts'
import { titles } from './titles.ts'

/** Homes by the plan of an ordinary line, and the one for everybody else. */
export const planHomes: Surface[] = [
  home('inclusive-postpaid', {
    name: 'Home: abbonamento tutto incluso',
    title: { it: 'Tutto incluso', en: 'All included' },
    palette: aurora,
    sections: [
      grid('hero', [
        place(banners.birthday, sizes.strip),
        place(heroes.inclusivePostpaid, sizes.hero),
        place(editorial.shortcutsPostpaid, sizes.strip),
      ]),
      grid(
        'line',
        [
          place(care.usage, sizes.wide),
          place(care.bill, sizes.card),
          place(alerts.dataNearlyUsedUp, sizes.strip),
          place(care.lines, sizes.half),
          place(plan.options, sizes.half),
          place(plan.contract, sizes.half),
        ],
        titles.yourLine,
      ),
      grid('club', [place(shop.points, sizes.half)]),
      carousel(
        'offers',
        [
          place(offers.roaming, sizes.card),
          place(offers.router, sizes.card),
          place(offers.family, sizes.card),
          place(offers.security, sizes.card),
        ],
        titles.forYou,
      ),
      grid('know', [place(editorial.recommendSurvey, sizes.strip), place(editorial.news, sizes.strip)], titles.goodToKnow),
    ],
  }),

  home('inclusive-prepaid', {
    name: 'Home: ricaricabile tutto incluso',
    title: { it: 'La tua offerta', en: 'Your plan' },
    palette: aurora,
    sections: [
      grid('now', [
        place(alerts.renewalShort, sizes.strip),
        place(care.usage, sizes.half),
        place(plan.summary, sizes.half),
        place(heroes.inclusivePrepaid, sizes.half),
        place(alerts.dataNearlyUsedUp, sizes.strip),
        place(alerts.renewalSoon, sizes.strip),
        place(actions.autoTopUpTip, sizes.strip),
        place(editorial.shortcutsPrepaid, sizes.strip),
      ]),
      grid(
        'credit',
        [place(care.credit, sizes.card), place(care.topUp, sizes.card), place(care.lines, sizes.card), place(banners.birthday, sizes.half)],
        titles.spending,
      ),
      grid(
        'offers',
        [
          place(banners.oneMoreLine, sizes.half),
          place(offers.extraData, sizes.half),
          place(offers.security, sizes.half),
          place(shop.points, sizes.half),
        ],
        titles.forYou,
      ),
      grid('shelf', [place(shop.shelf, sizes.hero)]),
    ],
  }),

  home('base-postpaid', {
    name: 'Home: abbonamento a consumo',
    title: { it: 'La tua linea', en: 'Your line' },
    palette: notte,
    sections: [
      grid('bill', [place(care.bill, sizes.card), place(care.usage, sizes.wide), place(alerts.autopayOff, sizes.strip)], titles.yourLine),
      grid('hero', [
        place(money.chargesSummary, sizes.half),
        place(heroes.basePostpaid, sizes.half),
        place(money.costHistory, sizes.half),
        place(care.lines, sizes.half),
      ]),
      grid(
        'offers',
        [place(offers.inclusivePlan, sizes.card), place(shop.bestOffer, sizes.card), place(offers.extraData, sizes.card)],
        titles.forYou,
      ),
    ],
  }),

  home('everyone', {
    name: 'Home: tutti gli altri',
    title: { it: 'La tua home', en: 'Your home' },
    palette: aurora,
    sections: [
      grid('hero', [place(heroes.everyone, sizes.hero), place(editorial.shortcutsPrepaid, sizes.strip)]),
      grid(
        'line',
        [
          place(care.credit, sizes.tile),
          place(care.bill, sizes.tile),
          place(care.topUp, sizes.low),
          place(care.usageVoice, sizes.half),
          place(care.usageData, sizes.half),
          place(actions.sendCredit, sizes.half),
        ],
        titles.yourLine,
      ),
      grid(
        'more',
        [
          place(alerts.creditExpiring, sizes.half),
          place(care.lines, sizes.half),
          place(banners.weekend, sizes.half),
          place(editorial.news, sizes.half),
        ],
        titles.goodToKnow,
      ),
      grid(
        'offers',
        [place(offers.inclusivePlan, sizes.half), place(offers.voice, sizes.half), place(shop.points, sizes.half)],
        titles.forYou,
      ),
    ],
  }),
]
