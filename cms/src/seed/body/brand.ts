import type { Brand } from '@mosaic/schemas/release'
import { care } from './care.ts'

export const brand: Brand = {
  id: 'aurora',
  name: 'Aurora Mobile',
  locales: ['it', 'en'],
  defaultLocale: 'it',
  timeZone: 'Europe/Rome',
  currency: 'EUR',
  care,
}
