import type { Surface } from '@mosaic/schemas/release'
import { alerts } from '../contents/alerts.ts'
import { banners, heroes } from '../contents/banners.ts'
import { care } from '../contents/care.ts'
import { editorial } from '../contents/editorial.ts'
import { offers } from '../contents/offers.ts'
import { plan } from '../contents/plan.ts'
import { grid, home, place, sizes } from '../define.ts'
import { tramonto } from '../palettes/tramonto.ts'
import { titles } from './titles.ts'

/** Homes of the first thirty days: a welcome, the first things to do, and little to buy. */
export const welcomeHomes: Surface[] = [
  home('new-prepaid', {
    name: 'Home: nuovi clienti ricaricabili',
    title: { it: 'Benvenuto', en: 'Welcome' },
    palette: tramonto,
    sections: [
      grid('welcome', [place(heroes.welcomePrepaid, sizes.hero), place(alerts.renewalShort, sizes.strip)]),
      grid(
        'start',
        [
          place(editorial.firstStepsPrepaid, sizes.wide),
          place(plan.portIn, sizes.wide),
          place(care.credit, sizes.card),
          place(care.topUpFirst, sizes.wide),
        ],
        {
          it: 'Per cominciare',
          en: 'To begin with',
        },
      ),
      grid('line', [place(care.usage, sizes.half), place(banners.guide, sizes.half), place(care.lines, sizes.half)], titles.yourLine),
      grid('offers', [place(offers.family, sizes.half), place(offers.security, sizes.half)], titles.forYou),
    ],
  }),

  home('new-postpaid', {
    name: 'Home: nuovi clienti in abbonamento',
    title: { it: 'Benvenuto', en: 'Welcome' },
    palette: tramonto,
    sections: [
      grid('welcome', [place(heroes.welcomePostpaid, sizes.wide), place(care.bill, sizes.card)]),
      grid(
        'line',
        [
          place(editorial.firstStepsPostpaid, sizes.half),
          place(care.usage, sizes.half),
          place(banners.guide, sizes.half),
          place(alerts.autopayOff, sizes.strip),
          place(plan.portIn, sizes.half),
          place(care.lines, sizes.half),
        ],
        {
          it: 'La tua nuova linea',
          en: 'Your new line',
        },
      ),
      grid('offers', [place(offers.router, sizes.half), place(offers.family, sizes.half)], titles.forYou),
    ],
  }),
]
