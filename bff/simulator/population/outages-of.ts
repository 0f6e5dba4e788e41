import { dayMs, plusDays } from './dates.ts'
import { createRandom } from './random.ts'
import type { SimCustomer } from './types.ts'

export type OutageService = 'data' | 'voice' | 'sms'

/** Something that does not work where a customer is, or will not for a while. */
export type SimOutage = {
  id: string
  isPlanned: boolean
  services: readonly OutageService[]
  since: Date
  expectedEnd?: Date
  resolvedOn?: Date
}

/** What is the matter with a persona's network; the others of them have nothing to complain about. */
const personas: Readonly<Record<string, 'fault' | 'works' | 'mended'>> = { 'C-0011': 'fault', 'C-0007': 'works', 'C-0016': 'mended' }

/** Few have a fault at a time, so every page still shows what most people see. */
const shares = { fault: 0.03, works: 0.06, mended: 0.08 }

/** The fault where a customer is, as of `today`: none, or one. Times hold still within the day. */
export function outagesOf(seed: number, customer: SimCustomer, today: Date): readonly SimOutage[] {
  const what = customer.isPersona ? personas[customer.id] : drawn(seed, customer)
  const at = (hours: number) => new Date(today.getTime() + hours * 3_600_000)
  const id = `SP-${customer.id.slice(2)}`
  const services: readonly OutageService[] = customer.lines[0]?.kind === 'voice' ? ['data', 'voice'] : ['data']
  switch (what) {
    case 'fault':
      return [{ id, isPlanned: false, services, since: at(-2), expectedEnd: at(23) }]
    case 'works':
      return [{ id, isPlanned: true, services: ['data'], since: plusDays(today, 1, 1), expectedEnd: plusDays(today, 1, 4) }]
    case 'mended':
      return [{ id, isPlanned: false, services, since: at(-9), resolvedOn: new Date(today.getTime() - dayMs / 12) }]
    default:
      return []
  }
}

function drawn(seed: number, customer: SimCustomer): 'fault' | 'works' | 'mended' | undefined {
  const share = createRandom(seed, `outages-${customer.id}`).next()
  return share < shares.fault ? 'fault' : share < shares.works ? 'works' : share < shares.mended ? 'mended' : undefined
}
