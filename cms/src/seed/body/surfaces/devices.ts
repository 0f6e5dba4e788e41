import type { Surface } from '@mosaic/schemas/release'
import { alerts } from '../contents/alerts.ts'
import { banners, heroes } from '../contents/banners.ts'
import { care } from '../contents/care.ts'
import { help } from '../contents/help.ts'
import { offers } from '../contents/offers.ts'
import { shop } from '../contents/shop.ts'
import { plan } from '../contents/plan.ts'
import { carousel, grid, home, place, sizes } from '../define.ts'
import { aurora } from '../palettes/aurora.ts'
import { notte } from '../palettes/notte.ts'
import { tramonto } from '../palettes/tramonto.ts'
import { titles } from './titles.ts'

/** Homes of lines that are no ordinary phone: tablets, routers, and lines paid in two ways. */
export const deviceHomes: Surface[] = [
  home('consumer-tablet', {
    name: 'Home: tablet',
    title: { it: 'Il tuo tablet', en: 'Your tablet' },
    palette: tramonto,
    sections: [
      grid('hero', [place(heroes.tablet, sizes.wide), place(care.usageData, sizes.card), place(alerts.dataNearlyUsedUp, sizes.strip)]),
      grid(
        'line',
        [place(care.credit, sizes.card), place(care.bill, sizes.card), place(care.topUp, sizes.card), place(care.lines, sizes.half)],
        titles.yourLine,
      ),
      carousel(
        'offers',
        [place(offers.extraData, sizes.card), place(offers.family, sizes.card), place(offers.security, sizes.card)],
        titles.forYou,
      ),
    ],
  }),

  home('consumer-router', {
    name: 'Home: internet di casa',
    title: { it: 'Casa', en: 'Home' },
    palette: notte,
    sections: [
      grid('data', [place(help.outage, sizes.strip), place(care.usageHome, sizes.hero), place(alerts.dataNearlyUsedUp, sizes.strip)]),
      grid('hero', [place(heroes.router, sizes.wide), place(care.bill, sizes.card)], { it: 'Il tuo Wi-Fi', en: 'Your Wi-Fi' }),
      grid('help', [place(help.appointments, sizes.half), place(help.troublesHome, sizes.half)], titles.goodToKnow),
      grid('line', [place(care.credit, sizes.card), place(care.topUp, sizes.card), place(care.lines, sizes.card)], titles.spending),
      grid('offers', [place(offers.router, sizes.half), place(offers.security, sizes.half)], titles.forYou),
    ],
  }),

  home('hybrid', {
    name: 'Home: linea ibrida',
    title: { it: 'La tua linea', en: 'Your line' },
    palette: aurora,
    sections: [
      grid(
        'money',
        [
          place(care.creditHybrid, sizes.tile),
          place(care.bill, sizes.tile),
          place(care.topUp, sizes.low),
          place(alerts.creditExpiring, sizes.strip),
        ],
        titles.spending,
      ),
      grid(
        'usage',
        [
          place(care.usage, sizes.half),
          place(heroes.hybrid, sizes.half),
          place(plan.options, sizes.half),
          place(plan.thirdParty, sizes.half),
          place(care.lines, sizes.half),
          place(banners.birthday, sizes.half),
        ],
        titles.yourLine,
      ),
      grid(
        'offers',
        [place(offers.extraData, sizes.card), place(offers.roaming, sizes.card), place(offers.security, sizes.card)],
        titles.more,
      ),
      grid('shelf', [place(shop.shelf, sizes.hero)]),
    ],
  }),
]
