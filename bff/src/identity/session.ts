import type { Locale } from '@mosaic/schemas/text'

/** The signed-in customer, as his token says. Lives for one request. */
export type Session = {
  /** Names this very session in this process. */
  serial: number
  brand: string
  customerId: string
  partyId: string
  partyType: 'individual' | 'organization'
  name: string
  locale: Locale | undefined
  /** The lines that are his: no other exists for him. */
  lines: readonly string[]
  /** For whoever makes its homes: see `home/for-session.ts`. */
  kept?: unknown
}
