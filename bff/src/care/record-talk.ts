import { createHash } from 'node:crypto'
import { identify } from '../home/identify.ts'
import type { Contact, Person } from './contract.ts'
import type { CareContext } from './graphql/context.ts'
import { sessionOfPerson } from './person-session.ts'

/**
 * Writes a talk that is over into the operator's own register of contacts (TMF683), once whatever is repeated. It stands in the desk's history either way, so
 * nobody is kept waiting by a system that does not answer: that it could not be written is in the log.
 */
export async function recordTalk(context: CareContext, contact: Contact, person: Person): Promise<void> {
  const { id, brand, channel, agentId, reason, text, startedAt, endedAt } = contact
  if (agentId === undefined || endedAt === undefined) return
  const device = { platform: undefined, appVersion: undefined, formFactor: undefined, languages: undefined }
  const session = sessionOfPerson(person, brand)
  const { scope } = identify(context.engine, { session, device, line: undefined, now: context.moment })
  const outcome = await context.bss.write(scope, 'recordContact', {
    contactId: id,
    agentId,
    channel,
    ...(reason !== undefined && { about: reason }),
    ...(text !== undefined && { text }),
    startedAt: startedAt.toISOString(),
    endedAt: (endedAt < startedAt ? startedAt : endedAt).toISOString(),
    idempotencyKey: createHash('sha256')
      .update(JSON.stringify([brand, id, reason, text]))
      .digest('hex'),
  })
  if (outcome.status === 'failed') context.log.warn({ contact: id, code: outcome.code }, 'a talk stands only in the history of the desk')
}
