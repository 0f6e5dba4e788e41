import { plusDays } from './dates.ts'
import { createRandom } from './random.ts'
import type { SimCustomer } from './types.ts'

/** Something a customer reported, as his operator's desk keeps it. */
export type SimTicket = {
  id: string
  name: string
  status: 'acknowledged' | 'inProgress' | 'pending' | 'resolved'
  /** Absent where it is about no line. */
  lineId?: string
  openedOn: Date
  expectedOn?: Date
  resolvedOn?: Date
}

/** Which line (from 0), and days from today; in the past a negative number. */
type Plan = Pick<SimTicket, 'name' | 'status'> & { line: number; opened: number; expected?: number; resolved?: number }

const personas: Readonly<Record<string, readonly Plan[]>> = {
  'C-0005': [{ name: 'Il router dell’ufficio si riavvia da solo', status: 'inProgress', line: 5, opened: -2, expected: 1 }],
  'C-0011': [{ name: 'Internet di casa non funziona', status: 'acknowledged', line: 0, opened: -1, expected: 1 }],
  'C-0015': [{ name: 'Telefonate che si interrompono', status: 'pending', line: 0, opened: -4 }],
  'C-0016': [{ name: 'Segnale debole in casa', status: 'resolved', line: 0, opened: -6, resolved: -1 }],
}

const drawnPlans = [
  { name: 'Navigazione lenta la sera', status: 'inProgress', line: 0, opened: -3, expected: 2 },
  { name: 'Voce disturbata durante le chiamate', status: 'acknowledged', line: 0, opened: -1 },
  { name: 'SMS non ricevuti', status: 'resolved', line: 0, opened: -20, resolved: -15 },
] as const satisfies readonly Plan[]

/** What a customer has reported, as of `today`. */
export function ticketsOf(seed: number, customer: SimCustomer, today: Date): SimTicket[] {
  const plans = customer.isPersona ? (personas[customer.id] ?? []) : drawn(seed, customer)
  return plans.flatMap(({ name, status, line, opened, expected, resolved }, index) => {
    const reported = customer.lines[line]
    if (!reported) return []
    return {
      id: `TT-${customer.id.slice(2)}-${index + 1}`,
      name,
      status,
      lineId: reported.id,
      openedOn: plusDays(today, opened, 8),
      ...(expected !== undefined && { expectedOn: plusDays(today, expected, 16) }),
      ...(resolved !== undefined && { resolvedOn: plusDays(today, resolved, 15) }),
    }
  })
}

function drawn(seed: number, { id }: SimCustomer): readonly Plan[] {
  const random = createRandom(seed, `tickets-${id}`)
  return random.chance(0.1) ? [random.pick<readonly [Plan, ...Plan[]]>(drawnPlans)] : []
}
