import type { AskContext } from '../../contract.ts'
import { listOf, objectsOrBad, text, type Json } from '../../tolerant/shape.ts'
import type { RestRequest } from './connector.ts'

/** The most that TMF630 servers commonly give at once. */
const pageSize = 100
/** The longest list that is read whole: beyond it the answer ends, so that one customer cannot keep a connection for ever. */
const maxPages = 20

/**
 * A TM Forum collection, all its pages, each element once. The end is a page that is not full, unless a total says there is more; a page
 * that brings nothing new ends it too: some systems do not know offsets, and some totals are wrong.
 */
export async function listAll({ send }: AskContext<'rest'>, what: string, request: RestRequest): Promise<Json[]> {
  const found = new Map<string, Json>()
  for (let page = 0; page < maxPages; page++) {
    const { body, header } = await send({ ...request, query: { ...request.query, offset: page * pageSize, limit: pageSize } })
    const items = objectsOrBad(what, listOf(what, body))
    const before = found.size
    for (const item of items) found.set(text(item['id']) ?? `#${found.size}`, item)
    const total = Number(header('x-total-count') ?? 0)
    if (found.size === before || (items.length < pageSize && !(total > found.size))) break
  }
  return [...found.values()]
}
