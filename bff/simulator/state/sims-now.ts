import { createRandom } from '../population/random.ts'
import { simOf, type SimCard } from '../population/sims-of.ts'
import type { SimCustomer, SimLine } from '../population/types.ts'
import type { World } from './world.ts'

/** The SIM of a line as its replacements have left it, and the number printed on it. */
export type SimNow = SimCard & { iccid: string }

/** While another is on its way the old one is still the one there is; each that came has a number of its own. An eSIM is not in a device yet. */
export function simNow(world: World, customer: SimCustomer, line: SimLine): SimNow {
  const own: SimNow = { ...simOf(world.seed, line), iccid: line.iccid }
  const orders = world.orders.of(customer.id).filter(({ lineId, category }) => lineId === line.id && category === 'sim')
  return orders.reduceRight((before, { id, state, items }): SimNow => {
    const form = items[0]?.simForm
    if (form === undefined || state === 'failed' || state === 'cancelled') return before
    if (state !== 'completed') return { ...before, state: 'replacing' }
    const { device: _, ...rest } = before
    const iccid = numberOf(world.seed, line.iccid, id)
    return form === 'esim' ? { ...rest, form, state: 'toInstall', iccid } : { ...before, form, state: 'active', iccid }
  }, own)
}

/** The maker's part stays, the serial number is another one. */
function numberOf(seed: number, iccid: string, orderId: string): string {
  const serial = String(createRandom(seed, `iccids-${iccid}-${orderId}`).integer(0, 99_999_999)).padStart(8, '0')
  return iccid.slice(0, -serial.length) + serial
}
