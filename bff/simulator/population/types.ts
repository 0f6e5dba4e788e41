import type { Line as LineResult } from '@mosaic/schemas/bss'
import type { Locale } from '@mosaic/schemas/text'
import type { OptionId } from './plans.ts'

export type Payment = LineResult['payment']
export type LineKind = LineResult['kind']
export type Device = LineResult['device']
export type PlanType = LineResult['planType']
export type LineStatus = LineResult['status']
export type Segment = 'consumer' | 'business'
export type InTwoLanguages = Record<Locale, string>

/** Amounts are integer cents everywhere inside the simulator; TM Forum's floats exist only in its answers. */
export type SimOption = { id: string; offeringId: OptionId; name: string; monthlyCents: number; activatedOn: Date }

/** Data in MB, voice in minutes, SMS in messages. `total` absent = unlimited. */
export type SimCounter = {
  id: string
  type: 'data' | 'voice' | 'sms'
  name: string
  used: number
  total?: number
  resetsOn: Date
  /** For use abroad only. */
  isRoaming?: true
}

/** One SIM. Only prepaid and hybrid lines have a `creditCents`. */
export type SimLine = {
  id: string
  msisdn: string
  iccid: string
  kind: LineKind
  device: Device
  payment: Payment
  status: LineStatus
  planId: string
  planName: string
  planType: PlanType
  monthlyCents: number
  activatedOn: Date
  renewsOn?: Date
  creditCents?: number
  creditExpiresOn?: Date
  options: readonly SimOption[]
  counters: readonly SimCounter[]
}

export type SimBill = {
  id: string
  number: string
  amountCents: number
  remainingCents: number
  issuedOn: Date
  dueOn: Date
  paidOn?: Date
  periodStart: Date
}

/** The billing account of a customer with at least one postpaid or hybrid line. Bills are newest first. */
export type SimAccount = { id: string; autopay: boolean; bills: readonly SimBill[]; dueCents: number; overdueCents: number; openedOn: Date }

export type SimCustomer = {
  id: string
  partyId: string
  segment: Segment
  partyType: 'individual' | 'organization'
  displayName: string
  givenName?: string
  familyName?: string
  birthDate?: Date
  language: Locale
  email: string
  city: string
  postCode: string
  street: string
  since: Date
  /** The account credit is topped up to. */
  partyAccountId: string
  lines: readonly SimLine[]
  account?: SimAccount
  /** Who this is, in a sentence for the sign-in page. */
  description: InTwoLanguages
  isPersona: boolean
}

/** Everybody the operator knows, and where to find them. */
export type Population = {
  /** How many customers there are; their numbers run from 1. */
  size: number
  /** The first of them, whom lists and pages show: the personas, and somebody for every combination. The others are found by their ids alone. */
  customers: readonly SimCustomer[]
  customerById: Directory
  customerByPartyId: Directory
  /** The owner of a line. */
  customerByLineId: Directory
  /** The same by its telephone number. */
  customerByNumber: Directory
}
export type Directory = { get(id: string): SimCustomer | undefined }
