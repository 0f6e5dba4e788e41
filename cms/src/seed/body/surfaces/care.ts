import type { Surface } from '@mosaic/schemas/release'
import { actions } from '../contents/actions.ts'
import { alerts } from '../contents/alerts.ts'
import { banners, heroes } from '../contents/banners.ts'
import { care } from '../contents/care.ts'
import { help } from '../contents/help.ts'
import { money } from '../contents/money.ts'
import { offers } from '../contents/offers.ts'
import { plan } from '../contents/plan.ts'
import { shop } from '../contents/shop.ts'
import { carousel, grid, home, place, sizes } from '../define.ts'
import { aurora } from '../palettes/aurora.ts'
import { notte } from '../palettes/notte.ts'
import { tramonto } from '../palettes/tramonto.ts'
import { titles } from './titles.ts'

/** Homes for customers who have something to sort out: what it is stands first, and nothing is sold to those who owe. */
export const careHomes: Surface[] = [
  home('in-debt', {
    name: 'Home: in debito',
    title: { it: 'La tua situazione', en: 'Where you stand' },
    palette: notte,
    sections: [
      grid('now', [place(alerts.overdue, sizes.strip), place(money.paymentDueUrgent, sizes.half), place(heroes.settle, sizes.half)]),
      grid('line', [place(care.usage, sizes.wide), place(care.credit, sizes.card), place(care.lines, sizes.half)], titles.yourLine),
      grid('know', [place(alerts.autopayOff, sizes.half), place(alerts.eveningSupport, sizes.half)], titles.goodToKnow),
    ],
  }),

  home('suspended', {
    name: 'Home: linea sospesa',
    title: { it: 'Linea sospesa', en: 'Line suspended' },
    palette: notte,
    sections: [
      grid('now', [place(alerts.suspended, sizes.strip), place(heroes.reactivate, sizes.hero)]),
      grid('pay', [place(care.billToPay, sizes.card), place(care.credit, sizes.card), place(care.topUp, sizes.card)], titles.spending),
      grid(
        'line',
        [
          place(plan.orders, sizes.half),
          place(help.sim, sizes.half),
          place(help.appointments, sizes.half),
          place(care.lines, sizes.half),
          place(alerts.eveningSupport, sizes.half),
        ],
        titles.yourLine,
      ),
    ],
  }),

  home('invoice-issued', {
    name: 'Home: fattura appena emessa',
    title: { it: 'La tua fattura è pronta', en: 'Your bill is ready' },
    palette: aurora,
    sections: [
      grid('bill', [
        place(alerts.billDueSoon, sizes.strip),
        place(money.paymentDue, sizes.strip),
        place(care.billNew, sizes.card),
        place(heroes.invoice, sizes.wide),
        place(alerts.autopayOff, sizes.strip),
      ]),
      grid('line', [place(care.usage, sizes.half), place(care.creditHybrid, sizes.half), place(care.lines, sizes.half)], titles.yourLine),
      carousel(
        'offers',
        [place(offers.security, sizes.card), place(offers.roaming, sizes.card), place(offers.family, sizes.card)],
        titles.more,
      ),
    ],
  }),

  home('low-credit', {
    name: 'Home: credito quasi finito',
    title: { it: 'Ricarica e riparti', en: 'Top up and go' },
    palette: tramonto,
    sections: [
      grid('credit', [
        place(alerts.lowCredit, sizes.strip),
        place(alerts.renewalShort, sizes.strip),
        place(care.creditLow, sizes.card),
        place(care.topUpNow, sizes.wide),
      ]),
      grid('hero', [place(heroes.lowCredit, sizes.hero), place(actions.autoTopUp, sizes.half)]),
      grid('line', [place(care.usage, sizes.half), place(care.lines, sizes.half), place(banners.birthday, sizes.half)], titles.yourLine),
      grid('offers', [place(offers.inclusivePlan, sizes.half), place(shop.bestOffer, sizes.half)], titles.more),
    ],
  }),
]
