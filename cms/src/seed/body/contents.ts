import type { Content } from '@mosaic/schemas/release'
import { alerts } from './contents/alerts.ts'
import { banners, heroes } from './contents/banners.ts'
import { care } from './contents/care.ts'
import { pages } from './contents/landing.ts'
import { offers } from './contents/offers.ts'

export const contents: Content[] = [care, alerts, offers, heroes, banners, pages].flatMap((group): Content[] => Object.values(group))
