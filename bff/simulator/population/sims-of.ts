import { createRandom } from './random.ts'
import type { Device, SimLine } from './types.ts'

/** The chip of a line, and what it was last seen in. */
export type SimCard = { form: 'sim' | 'esim'; state: 'active' | 'blocked' | 'replacing' | 'toInstall'; device?: string }

const devices = {
  smartphone: ['Vela 7', 'Vela 8 Pro', 'Nordlys 5G', 'Onda Lite'],
  tablet: ['Vela Tab 10', 'Nordlys Tab'],
  router: ['Aurora Box 5G', 'Aurora Box'],
} as const satisfies Record<Device, readonly [string, ...string[]]>

/** Lines about which a persona has something to tell. */
const personas: Readonly<Record<string, SimCard>> = {
  'L-0002-1': { form: 'sim', state: 'replacing' },
  'L-0003-1': { form: 'esim', state: 'toInstall' },
  'L-0014-1': { form: 'esim', state: 'active', device: 'Vela 8 Pro' },
}

/** What unlocks a SIM: every one has codes of its own. */
export function pukOf(seed: number, iccid: string, which: 1 | 2): string {
  return String(createRandom(seed, `puks-${iccid}-${which}`).integer(0, 99_999_999)).padStart(8, '0')
}

/** What another SIM costs, in cents: a card has to be made and sent. */
export const replacementCents = { sim: 1_000, esim: 0 } as const

export function simOf(seed: number, line: SimLine): SimCard {
  const known = personas[line.id]
  if (known) return known
  const random = createRandom(seed, `sims-${line.id}`)
  const form = line.device === 'smartphone' && random.chance(0.35) ? 'esim' : 'sim'
  const device = random.chance(0.9) ? random.pick<readonly [string, ...string[]]>(devices[line.device]) : undefined
  return { form, state: line.status === 'suspended' ? 'blocked' : 'active', ...(device !== undefined && { device }) }
}
