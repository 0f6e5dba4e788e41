import type { Surface } from '@mosaic/schemas/release'
import { alerts } from '../contents/alerts.ts'
import { heroes } from '../contents/banners.ts'
import { care } from '../contents/care.ts'
import { help } from '../contents/help.ts'
import { editorial } from '../contents/editorial.ts'
import { pages } from '../contents/landing.ts'
import { money } from '../contents/money.ts'
import { offers } from '../contents/offers.ts'
import { plan } from '../contents/plan.ts'
import { grid, home, place, sizes } from '../define.ts'
import { bosco } from '../palettes/bosco.ts'
import { titles } from './titles.ts'

/** Homes of companies: the lines and the bill first, an adviser at hand. */
export const businessHomes: Surface[] = [
  home('business-fleet', {
    name: 'Home: aziende con parco linee',
    title: { it: 'Il tuo parco linee', en: 'Your fleet' },
    palette: bosco,
    sections: [
      grid('fleet', [place(heroes.fleet, sizes.hero), place(editorial.shortcutsBusiness, sizes.strip)]),
      grid(
        'lines',
        [
          place(care.fleet, sizes.wide),
          place(care.billBusiness, sizes.card),
          place(money.limit, sizes.half),
          place(alerts.billDueSoon, sizes.strip),
        ],
        titles.company,
      ),
      grid('usage', [place(care.usage, sizes.half), place(pages.businessHelp, sizes.half)], titles.yourLine),
      grid('help', [place(help.appointments, sizes.half), place(help.callUsBusiness, sizes.half)], titles.goodToKnow),
      grid('offers', [place(offers.office, sizes.half), place(offers.securityBusiness, sizes.half)], titles.forYou),
    ],
  }),

  home('business-tablet-data', {
    name: 'Home: aziende, linea dati',
    title: { it: 'Dati per lavorare', en: 'Data for work' },
    palette: bosco,
    sections: [
      grid('data', [
        place(alerts.dataNearlyUsedUp, sizes.strip),
        place(care.usageData, sizes.card),
        place(heroes.tabletBusiness, sizes.wide),
      ]),
      grid(
        'company',
        [place(care.billBusiness, sizes.half), place(pages.businessHelp, sizes.half), place(care.lines, sizes.half)],
        titles.company,
      ),
      grid('offers', [place(offers.extraData, sizes.half), place(offers.office, sizes.half)], titles.forYou),
    ],
  }),

  home('business-voice', {
    name: 'Home: aziende, linea voce',
    title: { it: 'La tua linea di lavoro', en: 'Your work line' },
    palette: bosco,
    sections: [
      grid('now', [place(alerts.voiceNearlyUsedUp, sizes.strip), place(care.usage, sizes.wide), place(care.billBusiness, sizes.card)]),
      grid('hero', [place(heroes.businessVoice, sizes.hero), place(editorial.shortcutsBusiness, sizes.strip)]),
      grid(
        'company',
        [
          place(money.billsRecent, sizes.half),
          place(plan.contract, sizes.half),
          place(pages.businessHelp, sizes.half),
          place(care.lines, sizes.half),
        ],
        titles.company,
      ),
      grid('offers', [place(offers.voice, sizes.half), place(offers.securityBusiness, sizes.half)], titles.forYou),
    ],
  }),
]
