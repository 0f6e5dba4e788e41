import type { Content } from '@mosaic/schemas/release'
import { actions } from './contents/actions.ts'
import { alerts } from './contents/alerts.ts'
import { banners, heroes } from './contents/banners.ts'
import { care } from './contents/care.ts'
import { editorial } from './contents/editorial.ts'
import { help } from './contents/help.ts'
import { pages } from './contents/landing.ts'
import { money } from './contents/money.ts'
import { offers } from './contents/offers.ts'
import { plan } from './contents/plan.ts'
import { shop } from './contents/shop.ts'

export const contents: Content[] = [care, plan, money, actions, alerts, offers, heroes, banners, pages, shop, help, editorial].flatMap(
  (group): Content[] => Object.values(group),
)
