import type { QueryKey } from '@tanstack/react-query'
import { customerKeys } from '../customer/keys.ts'
import type { News } from './listen.ts'

/** What the desk's news are about, by query key. */
export const liveKeys = {
  /** The agent's own links of today. */
  links: ['care', 'links'],
  linksOf: (customer: string) => [...customerKeys.all(customer), 'links'] as const,
  contacts: ['care', 'contacts'],
  callBacks: ['care', 'callBacks'],
} as const

/** Whether news of a talk concern this agent: it is his, nobody's yet, or among those he sees. Pure. */
export function isMine({ id, agentId }: News, me: string, seen: readonly { id: string }[] | undefined): boolean {
  return agentId === null || agentId === me || (seen ?? []).some((contact) => contact.id === id)
}

/** Whether something on screen is to be asked for anew. Pure. */
export function isTouched(key: QueryKey, { type, customerId, agentId }: News, me: string): boolean {
  const [desk, what, customer, part] = key
  if (desk !== 'care') return false
  const isLinks = what === 'customer' && part === 'links'
  switch (type) {
    case 'handOver':
      return isLinks ? customer === customerId : what === 'links' && (agentId === null || agentId === me)
    case 'contact':
      // Talks stand in the history too; with whom this one is, is not told.
      return what === 'contacts' || (what === 'customer' && part === 'history')
    case 'callBack':
      return what === 'callBacks'
    default:
      // `reload`, and words of a newer server: better asked once too often.
      return isLinks || what === 'links' || what === 'contacts' || what === 'callBacks'
  }
}
