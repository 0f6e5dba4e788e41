import type { Simulator } from '../../../../simulator/start.ts'
import { paths, type PathName } from '../../../../simulator/tmf/paths.ts'
import type { System } from '../../../testing/system.ts'

/** A collection of the operator's system, as it is now. */
export async function listOf({ simulator }: Pick<System, 'simulator'>, path: PathName, query: string): Promise<Record<string, unknown>[]> {
  return (await (await fetch(`${simulator.url}${paths[path]}?limit=100&${query}`)).json()) as Record<string, unknown>[]
}

/** The orders that a customer has placed since the start: all of them, and those carried out. */
export async function ordersOf(system: System, customerId: string): Promise<{ placed: number; completed: number }> {
  const placed = (await listOf(system, 'productOrder', `relatedParty.id=${customerId}`)).filter(({ id }) => String(id).startsWith('PO-N'))
  return { placed: placed.length, completed: placed.filter(({ state }) => state === 'completed').length }
}

/** The first line of a customer. */
export function lineOf({ customers }: Simulator, customerId: string): string {
  const line = customers.find(({ id }) => id === customerId)?.lines[0]?.id
  if (!line) throw new Error(`The customer ${customerId} has no line`)
  return line
}
