import type { Locale } from '@mosaic/schemas/text'
import type { OptionId } from './plans.ts'
import type { Device, InTwoLanguages, LineKind, LineStatus, Payment, PlanType, Segment } from './types.ts'

/** What is decided about a line; everything else about it is drawn. */
export type LineSpec = {
  kind: LineKind
  device: Device
  payment: Payment
  planType: PlanType
  activeDays: number
  /** @default 'active' */
  status?: LineStatus
  /** Prepaid and hybrid lines only. @default drawn */
  creditCents?: number
  options?: readonly OptionId[]
  /** How much of every limited allowance is gone, 0..1. @default drawn */
  usedShare?: number
}

/** What is decided about a customer; everything else is drawn. */
export type CustomerSpec = {
  segment: Segment
  lines: readonly [LineSpec, ...LineSpec[]]
  /** An organisation's name, or a person's given and family name. @default drawn */
  name?: string | readonly [givenName: string, familyName: string]
  birthDate?: string
  /** @default 'it' */
  language?: Locale
  /** A bill is past its due date and not paid. @default false */
  isInDebt?: boolean
  /** How long ago the newest bill was issued. @default 8 to 27, drawn */
  lastBillDays?: number
  /** @default drawn */
  autopay?: boolean
  /** @default written from the facts */
  description?: InTwoLanguages
}
