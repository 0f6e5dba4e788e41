import { createHash } from 'node:crypto'
import type { Bss } from '../../bss/bss.ts'
import type { ReleaseEngine } from '../../release/engine.ts'
import type { Contact } from '../contract.ts'
import type { SendTalk, Talk } from './contract.ts'

/** What is known of a talk that is over; undefined for one that is nobody's, is with nobody, or still goes on. */
export function talkOf({ id, brand, channel, customerId, agentId, reason, text, startedAt, endedAt }: Contact): Talk | undefined {
  if (customerId === undefined || agentId === undefined || endedAt === undefined) return undefined
  const input = {
    contactId: id,
    agentId,
    channel,
    ...(reason !== undefined && { about: reason }),
    ...(text !== undefined && { text }),
    startedAt: startedAt.toISOString(),
    // Words of the network come in any order.
    endedAt: (endedAt < startedAt ? startedAt : endedAt).toISOString(),
    idempotencyKey: createHash('sha256')
      .update(JSON.stringify([brand, id, customerId, reason, text]))
      .digest('hex'),
  }
  return { brand, customerId, input }
}

/** Writes through the customers' data layer, so that what a page shows of it is asked for anew. */
export function createSendTalk({ bss, engine }: { bss: Pick<Bss, 'write'>; engine: Pick<ReleaseEngine, 'get'> }): SendTalk {
  return async ({ brand, customerId, input }) => {
    const release = engine.get(brand)
    if (!release) return 'BRAND_NOT_PUBLISHED'
    const scope = { brand, currency: release.brand.currency, policies: release.policies, params: { customerId } }
    const outcome = await bss.write(scope, 'recordContact', input)
    return outcome.status === 'failed' ? outcome.code : undefined
  }
}
