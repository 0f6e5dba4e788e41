import type { QueryKey } from '@tanstack/react-query'
import { customerKeys } from '../customer/keys.ts'
import type { News } from './listen.ts'

/** What the desk's news are about, by query key. */
export const liveKeys = {
  /** The agent's own links of today. */
  links: ['care', 'links'],
  linksOf: (customer: string) => [...customerKeys.all(customer), 'links'] as const,
  /** What a customer has walked lately. */
  guidesOf: (customer: string) => [...customerKeys.all(customer), 'guides'] as const,
  contacts: ['care', 'contacts'],
  callBacks: ['care', 'callBacks'],
  stuck: ['care', 'stuck'],
} as const

/** Whether news of a talk concern this agent: it is his, nobody's yet, or among those he sees. Pure. */
export function isMine({ id, agentId }: News, me: string, seen: readonly { id: string }[] | undefined): boolean {
  return agentId === null || agentId === me || (seen ?? []).some((contact) => contact.id === id)
}

/** Whether something on screen is to be asked for anew. Pure. @param stuck who is shown to be stuck: of others it is told when they are */
export function isTouched(
  key: QueryKey,
  { type, id, customerId, agentId }: News,
  me: string,
  stuck: readonly { id: string }[] = [],
): boolean {
  const [desk, what, customer, part] = key
  if (desk !== 'care') return false
  const isLinks = what === 'customer' && part === 'links'
  const isGuides = what === 'customer' && part === 'guides'
  switch (type) {
    case 'stuck':
      return what === 'stuck'
    case 'handOver':
      if (what === 'stuck') return stuck.some((link) => link.id === id)
      return isLinks ? customer === customerId : what === 'links' && (agentId === null || agentId === me)
    case 'contact':
      // Talks stand in the history too; with whom this one is, is not told.
      return what === 'contacts' || (what === 'customer' && part === 'history')
    case 'callBack':
      return what === 'callBacks'
    case 'guide':
      return isGuides && customer === customerId
    default:
      // `reload`, and words of a newer server: better asked once too often.
      return isLinks || isGuides || ['links', 'contacts', 'callBacks', 'stuck'].some((name) => name === what)
  }
}
