import type { HandOverEvent } from '../hand-over/contract.ts'
import type { DeskNews } from './contract.ts'

const ofStuck: ReadonlySet<unknown> = new Set<HandOverEvent['type']>(['stuck', 'taken', 'givenBack'])

/** What of a hand-over concerns also who has not sent it: that somebody is stuck, and who helps. Nothing of any other event. */
export function newsOfStuck(brand: string, id: string, event: unknown, at: Date): DeskNews[] {
  const type = typeof event === 'object' && event !== null && 'type' in event ? event.type : undefined
  return ofStuck.has(type) ? [{ type: 'stuck', brand, at, id }] : []
}
