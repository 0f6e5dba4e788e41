import type { Contact } from '../calls/types.ts'
import type { HandOver } from '../send/types.ts'

/** Signs that the server takes. */
export const longestTopic = 600

/** What a call-back is most likely about: what the open talk is noted to be, else the link he is stuck at, else the newest one sent in this talk. Pure. */
export function topicOf(talk: Contact | undefined, links: readonly HandOver[]): string {
  const reason = talk?.reason?.trim()
  if (reason) return reason.slice(0, longestTopic)
  const stuck = links.find(({ state }) => state === 'stuck')
  const sent = talk && links.find(({ issuedAt }) => Date.parse(issuedAt) >= Date.parse(talk.startedAt))
  return (stuck ?? sent)?.target ?? ''
}
