import { dayMs, plusDays } from './dates.ts'
import { offeringById } from './plans.ts'
import { createRandom, type Random } from './random.ts'
import type { SimCustomer, SimLine } from './types.ts'

/** One thing that will be on the next bill. */
export type SimCharge = {
  id: string
  lineId: string
  name: string
  type: 'recurring' | 'oneTime' | 'usage' | 'thirdParty'
  amountCents: number
  at: Date
}

/** What has been charged since the last bill, newest first; nothing for customers who pay in advance. */
export function chargesOf(customer: SimCustomer, seed: number, today: Date): SimCharge[] {
  const { account, id } = customer
  if (!account) return []
  const random = createRandom(seed, `charges-${id}`)
  const since = account.bills[0]?.issuedOn ?? account.openedOn
  const billed = customer.lines.filter(({ payment, status }) => payment !== 'prepaid' && status !== 'terminated')
  const drawn = billed.flatMap((line, index) => [
    ...recurringOf(line, since),
    ...oneTimeOf(line, since),
    ...usageOf(line, since, today, random),
    ...(index === 0 ? (alwaysThere[id] ?? []).map((charge) => ({ ...charge, lineId: line.id, at: since })) : []),
  ])
  return drawn
    .map((charge, index) => ({ ...charge, id: `CH-${id.slice(2)}-${index + 1}` }))
    .toSorted((one, other) => other.at.getTime() - one.at.getTime())
}

/** What a business may spend between two bills before somebody looks at it; consumers have no limit. */
export function spendingLimitOf({ segment, account, lines }: SimCustomer): number | undefined {
  if (segment !== 'business' || !account) return undefined
  const monthlyCents = lines.flatMap((line) => [line, ...line.options]).reduce((sum, { monthlyCents: cents }) => sum + cents, 0)
  return Math.ceil((monthlyCents * 1.5) / limitStepCents) * limitStepCents
}

const limitStepCents = 5_000

type Charge = Omit<SimCharge, 'id'>

/** The personas whose story needs one: a journey outside the EU, and a service of somebody else. */
const alwaysThere: Readonly<Record<string, readonly Omit<Charge, 'lineId' | 'at'>[]>> = {
  'C-0001': [{ name: 'Roaming fuori UE', type: 'usage', amountCents: 640 }],
  'C-0012': [{ name: 'Oroscopo del giorno', type: 'thirdParty', amountCents: 499 }],
}

const usageNames = ['Roaming fuori UE', 'Numeri a pagamento', 'Chiamate internazionali', 'SMS internazionali'] as const

function recurringOf(line: SimLine, since: Date): Charge[] {
  const plan = { name: line.planName, monthlyCents: line.monthlyCents, activatedOn: line.activatedOn }
  const options = line.options.filter(({ offeringId }) => offeringById(offeringId).recurring)
  return [plan, ...options]
    .filter(({ monthlyCents }) => monthlyCents > 0)
    .map(({ name, monthlyCents, activatedOn }) => ({
      lineId: line.id,
      name,
      type: 'recurring',
      amountCents: monthlyCents,
      at: activatedOn > since ? activatedOn : since,
    }))
}

function oneTimeOf(line: SimLine, since: Date): Charge[] {
  return line.options
    .filter(({ offeringId, activatedOn }) => !offeringById(offeringId).recurring && activatedOn > since)
    .map(({ name, monthlyCents, activatedOn }) => ({
      lineId: line.id,
      name,
      type: 'oneTime',
      amountCents: monthlyCents,
      at: activatedOn,
    }))
}

function usageOf(line: SimLine, since: Date, today: Date, random: Random): Charge[] {
  const days = Math.max(0, Math.floor((today.getTime() - since.getTime()) / dayMs))
  return Array.from({ length: random.chance(0.4) ? random.integer(1, 2) : 0 }, () => ({
    lineId: line.id,
    name: random.pick(usageNames),
    type: 'usage' as const,
    amountCents: random.integer(30, 450),
    at: plusDays(since, random.integer(0, days)),
  }))
}
