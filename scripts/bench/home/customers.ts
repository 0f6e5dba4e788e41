import { customerId } from '../home.ts'
import type { World } from './stage.ts'

/** How many customers are warm where it is not one. */
const warmCount = 200

/** Customers as loads need them: like the one of all measurements, and others, whom nobody has asked about. */
export async function customersOf(world: World): Promise<{ warm: string[]; cold: string[] }> {
  const alike = world.customers.filter(({ id, payment }) => payment === 'hybrid' && id !== customerId).map(({ id }) => id)
  const warm = alike.slice(0, warmCount)
  const cold = world.customers.map(({ id }) => id).filter((id) => id !== customerId && !warm.includes(id))
  return { warm: await world.tokensOf(warm), cold: await world.tokensOf(cold) }
}
