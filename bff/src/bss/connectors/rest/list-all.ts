import type { AskContext } from '../../contract.ts'
import { Reading } from '../../tolerant/reading.ts'
import type { RestRequest } from './connector.ts'

/** The most that TMF630 servers commonly give at once. */
const pageSize = 100
/** The longest list that is read whole: beyond it the answer ends, so that one customer cannot keep a connection for ever. */
const maxPages = 20

/**
 * A TM Forum collection, all its pages, each element once. The end is a page that is not full, unless a total says there is more; a page
 * that brings nothing new ends it too: some systems do not know offsets, and some totals are wrong.
 */
export async function listAll({ send }: Pick<AskContext<'rest'>, 'send'>, request: RestRequest): Promise<Reading[]> {
  const found = new Map<string, Reading>()
  let offset = 0
  for (let page = 0; page < maxPages; page++) {
    const { body, header } = await send({ ...request, query: { ...request.query, offset, limit: pageSize } })
    const items = itemsOf(new Reading(body, page === 0 ? request.path : `${request.path}?offset=${offset}`))
    // Not the page's size that was asked for: a system may give less.
    offset += items.length
    const before = found.size
    for (const item of items) found.set(item.at('id').text() ?? `#${found.size}`, item)
    const total = Number(header('x-total-count') ?? 0)
    if (found.size === before || (items.length < pageSize && !(total > found.size))) break
  }
  return [...found.values()]
}

/** An empty collection is an empty list, so nothing at all is no answer. */
function itemsOf(page: Reading): Reading[] {
  if (!page.isThere()) throw page.bad('a list')
  return page.wholeItems()
}
