import { dayMs, plusDays } from './dates.ts'
import { offerings, type Offering } from './plans.ts'
import { createRandom } from './random.ts'
import type { SimCustomer, SimLine } from './types.ts'

export type ProductCategory = 'option' | 'service' | 'thirdParty' | 'device'

/** What a line has beside its plan: its options, services of the operator and of others, devices paid in instalments. */
export type SimProduct = {
  id: string
  category: ProductCategory
  name: string
  offeringId?: string
  /** Who provides it, where that is not the operator. */
  provider?: string
  cents: number
  isRecurring: boolean
  startedOn: Date
  /** When it renews by itself. */
  renewsOn?: Date
  /** When it ends by itself. */
  endsOn?: Date
  /** When it was turned off. */
  endedOn?: Date
  instalments?: { paid: number; of: number }
}

/** What binds a line to its plan for a time. */
export type SimContract = { startsOn: Date; endsOn: Date; months: number; penaltyCents: number }

const monthDays = 30

/** The products of one line as its customer has them without any order: a pure function of the seed, the line and the day. */
export function productsOf(seed: number, customer: SimCustomer, line: SimLine, today: Date): SimProduct[] {
  return [...line.options.map((option) => optionOf(option, line, today)), ...attachedOf(seed, customer, line, today)]
}

/** The contract of a line; most of the old ones have run out. */
export function contractOf(seed: number, customer: SimCustomer, line: SimLine, today: Date): SimContract | undefined {
  if (line.payment === 'prepaid' || line.monthlyCents === 0 || line.status === 'terminated') return undefined
  const random = createRandom(seed, `contract-${line.id}`)
  const isDrawn = random.chance(0.4)
  const daysGone = known[line.id]?.contractDays ?? (customer.isPersona || !isDrawn ? undefined : random.integer(20, contractDays + 60))
  if (daysGone === undefined) return undefined
  const startsOn = plusDays(today, -daysGone, 9)
  return { startsOn, endsOn: plusDays(startsOn, contractDays), months: contractDays / monthDays, penaltyCents: 4_900 }
}

/** An offering of the catalogue as a product, from the moment it is turned on. */
export function productFrom(offering: Offering, id: string, startedOn: Date, renewsOn: Date): SimProduct | undefined {
  // A plan makes a new line, and a SIM is no product of its own: neither is anything that a line has.
  if (offering.category === 'plan' || (offering.category === 'device' && !offering.recurring)) return undefined
  const isDevice = offering.category === 'device'
  return {
    id,
    category: isDevice ? 'device' : categoryOf(offering),
    name: offering.name,
    offeringId: offering.id,
    cents: offering.cents,
    isRecurring: offering.recurring,
    startedOn,
    ...(isDevice && { instalments: { paid: 0, of: 24 }, endsOn: plusDays(startedOn, 24 * monthDays) }),
    ...(!isDevice && offering.recurring && { renewsOn }),
    ...(!offering.recurring && { endsOn: plusDays(startedOn, 7) }),
  }
}

/** When what renews each month renews next. */
export function nextRenewal(line: SimLine, today: Date): Date {
  return line.renewsOn ?? plusDays(today, monthDays - (Math.round((today.getTime() - line.activatedOn.getTime()) / dayMs) % monthDays))
}

const contractDays = 24 * monthDays

function optionOf(option: SimLine['options'][number], line: SimLine, today: Date): SimProduct {
  const offering: Offering | undefined = offerings.find(({ id }) => id === option.offeringId)
  return {
    id: option.id,
    category: offering ? categoryOf(offering) : 'option',
    name: option.name,
    offeringId: option.offeringId,
    cents: option.monthlyCents,
    isRecurring: true,
    startedOn: option.activatedOn,
    renewsOn: nextRenewal(line, today),
  }
}

/** What gives minutes, messages or data is an option; what does something else is a service. */
function categoryOf({ allowance }: Offering): ProductCategory {
  return Object.keys(allowance).length > 0 ? 'option' : 'service'
}

function attachedOf(seed: number, customer: SimCustomer, line: SimLine, today: Date): SimProduct[] {
  const random = createRandom(seed, `products-${line.id}`)
  const [hasService, hasDevice] = [random.chance(0.2), random.chance(0.25)]
  const drawnService = thirdParty[random.integer(0, thirdParty.length - 1)]
  const drawnInstalments = random.integer(1, 23)
  const isDrawn = !customer.isPersona && customer.segment === 'consumer' && line.kind === 'voice' && line.status === 'active'
  const own = known[line.id]

  const service = own ? own.service : isDrawn && hasService ? drawnService : undefined
  const stopped = own?.stopped
  const paid = own ? own.instalments : isDrawn && hasDevice && line.payment === 'postpaid' ? drawnInstalments : undefined
  return [
    ...(own?.endedOption ? [endedOption(own.endedOption, line, today)].flat() : []),
    ...(service ? [serviceOf(service, `${line.id}-S1`, line, today)] : []),
    ...(stopped ? [{ ...serviceOf(stopped, `${line.id}-S2`, line, today), endedOn: plusDays(today, -4, 16) }] : []),
    ...(paid === undefined ? [] : [deviceOf(paid, line, today)]),
  ]
}

/** An option that was turned off some days ago: who changes his mind finds it again. */
function endedOption(offeringId: string, line: SimLine, today: Date): SimProduct[] {
  const offering: Offering | undefined = offerings.find(({ id }) => id === offeringId)
  const product = offering && productFrom(offering, `${line.id}-X1`, plusDays(today, -70, 10), nextRenewal(line, today))
  return product ? [{ ...product, endedOn: plusDays(today, -9, 15) }] : []
}

function serviceOf({ name, provider, cents }: (typeof thirdParty)[number], id: string, line: SimLine, today: Date): SimProduct {
  return {
    id,
    category: 'thirdParty',
    name,
    provider,
    cents,
    isRecurring: true,
    startedOn: plusDays(today, -48, 20),
    renewsOn: nextRenewal(line, today),
  }
}

function deviceOf(paid: number, line: SimLine, today: Date): SimProduct {
  const of = 24
  const startedOn = plusDays(today, -(paid * monthDays + 6), 9)
  return {
    id: `${line.id}-D1`,
    category: 'device',
    name: 'Orizzonte 5 Pro 5G 256 GB',
    offeringId: 'OFF-SMARTPHONE',
    cents: 1_250,
    isRecurring: true,
    startedOn,
    endsOn: plusDays(startedOn, of * monthDays),
    instalments: { paid, of },
  }
}

/** Services that others provide and the operator puts on the bill. */
const thirdParty = [
  { name: 'Sonora Musica', provider: 'Sonora Media S.r.l.', cents: 499 },
  { name: 'Cinelandia Serie e Film', provider: 'Cinelandia S.p.A.', cents: 799 },
  { name: 'Oroscopo del giorno', provider: 'Stelle e Segni S.r.l.', cents: 299 },
] as const

type Known = {
  service?: (typeof thirdParty)[number]
  stopped?: (typeof thirdParty)[number]
  instalments?: number
  endedOption?: string
  contractDays?: number
}

/** What the lines of the personas have; everybody else's is drawn. */
const known: Readonly<Record<string, Known>> = {
  'L-0004-1': { contractDays: 12 },
  'L-0007-1': { contractDays: contractDays - 40 },
  'L-0012-1': { service: thirdParty[0] },
  'L-0013-1': { endedOption: 'OPT-EUROPA', instalments: 14, contractDays: 14 * monthDays + 6 },
  'L-0015-1': { stopped: thirdParty[2] },
  'L-0018-1': { service: thirdParty[1], instalments: 5, contractDays: 5 * monthDays + 6 },
}
