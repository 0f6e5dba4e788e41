import type { Surface } from '@mosaic/schemas/release'
import { alerts } from '../contents/alerts.ts'
import { heroes } from '../contents/banners.ts'
import { care } from '../contents/care.ts'
import { pages } from '../contents/landing.ts'
import { offers } from '../contents/offers.ts'
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
      grid('fleet', [place(heroes.fleet, sizes.hero)]),
      grid(
        'lines',
        [place(care.fleet, sizes.wide), place(care.billBusiness, sizes.card), place(alerts.billDueSoon, sizes.strip)],
        titles.company,
      ),
      grid('usage', [place(care.usage, sizes.half), place(pages.businessHelp, sizes.half)], titles.yourLine),
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
      grid('hero', [place(heroes.businessVoice, sizes.hero)]),
      grid('company', [place(pages.businessHelp, sizes.half), place(care.lines, sizes.half)], titles.company),
      grid('offers', [place(offers.voice, sizes.half), place(offers.securityBusiness, sizes.half)], titles.forYou),
    ],
  }),
]
