import { dayMs, plusDays, startOfDay } from './dates.ts'
import type { SimCustomer } from './types.ts'

/** The points of a customer, what their programme is called, and when some of them are lost. */
export type SimPoints = { programme: string; points: number; expiresOn: Date }
export type SimReward = { id: string; name: string; description: string; points: number; endsOn: Date }

/** A month with the operator, and what each option adds to it. */
const monthDays = 30
const pointsPerMonth = 20
const pointsPerOption = 10

/** Consumers join after their first month. Points come from time alone: whoever has been here longer has more. */
export function pointsOf(customer: SimCustomer, now: Date): SimPoints | undefined {
  const today = startOfDay(now)
  const months = Math.floor((today.getTime() - startOfDay(customer.since).getTime()) / (monthDays * dayMs))
  if (customer.segment !== 'consumer' || months < 1) return undefined
  const options = customer.lines.reduce((count, line) => count + line.options.length, 0)
  const level = months >= 48 ? 'Oro' : months >= 18 ? 'Argento' : 'Base'
  return {
    programme: `Aurora Club ${level}`,
    points: months * pointsPerMonth + options * pointsPerOption,
    expiresOn: endOfYear(today),
  }
}

/** What the programme gives for points, cheapest first. */
export function rewardsAt(now: Date): SimReward[] {
  const today = startOfDay(now)
  return catalogue.map(({ days, ...reward }) => ({ ...reward, endsOn: plusDays(today, days) }))
}

const catalogue = [
  { id: 'RWD-GIGA-5', name: '5 GB in regalo', description: 'Cinque giga in più, per un mese.', points: 150, days: 120 },
  { id: 'RWD-CINEMA', name: 'Un biglietto del cinema', description: 'Valido in oltre 200 sale.', points: 500, days: 45 },
  { id: 'RWD-LIBRO', name: 'Un ebook a scelta', description: 'Fra più di mille titoli.', points: 700, days: 60 },
  { id: 'RWD-CUFFIE', name: 'Auricolari senza fili', description: 'Con custodia di ricarica.', points: 2_500, days: 90 },
]

/** Midnight of the last day of the year that is at least a month away: points that end tomorrow would be no gift. */
function endOfYear(today: Date): Date {
  const end = new Date(Date.UTC(today.getUTCFullYear(), 11, 31))
  return end.getTime() - today.getTime() >= monthDays * dayMs ? end : new Date(Date.UTC(today.getUTCFullYear() + 1, 11, 31))
}
