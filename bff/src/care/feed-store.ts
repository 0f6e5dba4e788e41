import { LRUCache } from 'lru-cache'
import type { GuideRun } from '../guides/contract.ts'
import type { HandOverFacts } from '../hand-over/contract.ts'
import type { RecordKind, Shelf, StoredRecord } from '../store/contract.ts'
import type { DeskNews } from './contract.ts'
import type { Elsewhere } from './feed.ts'
import { newsOfStuck } from './hand-over-news.ts'

/** Whose a link is, or a walk, never changes: so many are known. */
const ownersKept = 5_000

type Options = {
  /** So much of one kind may be new at a time; then everything is asked for anew. @default 500 */
  mostAtOnce?: number
}

/** What all processes of a store have done, by its records: the way news find from one to the desks of another. */
export function createNewsOfStore(shelf: Shelf, { mostAtOnce = 500 }: Options = {}): Elsewhere {
  const owners = new LRUCache<string, Owner>({ max: ownersKept })
  const walkers = new LRUCache<string, string>({ max: ownersKept })

  return {
    async newsSince(brand, since) {
      const found = await Promise.all(
        kinds.map(async (kind) => ({ kind, records: await shelf.find(kind, { key: `brand:${brand}`, since, limit: mostAtOnce }) })),
      )
      const crowded = found.find(({ records }) => records.length === mostAtOnce)
      if (crowded) {
        const last = crowded.records.at(-1)?.at ?? since
        return [{ id: `reload:${crowded.kind}:${last.getTime()}`, news: { type: 'reload', brand, at: last } }]
      }
      const told = await Promise.all(
        found.flatMap(({ kind, records }) =>
          records.map(async (record) => ({ id: `${kind}:${record.id}`, news: await newsOf(kind, brand, record) })),
        ),
      )
      const stuck = found.flatMap(({ kind, records }) =>
        records.flatMap(({ id, at, body }) =>
          kind === 'handOverEvent' ? newsOfStuck(brand, streamOf(id), body, at).map((news) => ({ id: `stuck:${id}`, news })) : [],
        ),
      )
      return [...told.flatMap(({ id, news }) => (news ? [{ id, news }] : [])), ...stuck]
    },
  }

  async function newsOf(kind: NewsKind, brand: string, { id, at, body }: StoredRecord): Promise<DeskNews | undefined> {
    switch (kind) {
      case 'handOverEvent': {
        const owner = await ownerOf(streamOf(id))
        return owner && { type: 'handOver', brand, at, id: streamOf(id), ...owner }
      }
      case 'contactEvent':
        return { type: 'contact', brand, at, id: streamOf(id), agentId: agentOf(body) }
      case 'callBack':
        return { type: 'callBack', brand, at, id }
      case 'callBackEvent':
        return { type: 'callBack', brand, at, id: streamOf(id) }
      case 'guideRun':
        return { type: 'guide', brand, at, id, customerId: (body as GuideRun).customerId }
      case 'guideEvent': {
        const customerId = await walkerOf(streamOf(id))
        return customerId === undefined ? undefined : { type: 'guide', brand, at, id: streamOf(id), customerId }
      }
    }
  }

  async function walkerOf(run: string): Promise<string | undefined> {
    const known = walkers.get(run)
    if (known !== undefined) return known
    const head = await shelf.get('guideRun', run)
    if (!head) return undefined
    const { customerId } = head.body as GuideRun
    walkers.set(run, customerId)
    return customerId
  }

  async function ownerOf(handOver: string): Promise<Owner | undefined> {
    const known = owners.get(handOver)
    if (known) return known
    const head = await shelf.get('handOver', handOver)
    if (!head) return undefined
    const { customerId, sender } = head.body as Pick<HandOverFacts, 'customerId' | 'sender'>
    const owner = { customerId, agentId: sender.kind === 'agent' ? sender.id : undefined }
    owners.set(handOver, owner)
    return owner
  }
}

/** The kinds of records of which a new one is news. */
const kinds = [
  'handOverEvent',
  'contactEvent',
  'callBack',
  'callBackEvent',
  'guideRun',
  'guideEvent',
] as const satisfies readonly RecordKind[]
type NewsKind = (typeof kinds)[number]
type Owner = { customerId: string; agentId: string | undefined }

/** The n-th event of a stream has its id, and the number. */
function streamOf(event: string): string {
  return event.replace(/:\d+$/, '')
}

function agentOf(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('agentId' in body)) return undefined
  return typeof body.agentId === 'string' ? body.agentId : undefined
}
