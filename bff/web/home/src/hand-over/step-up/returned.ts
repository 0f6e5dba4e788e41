import { linkPath } from '../link.ts'

/** What the network has sent the browser back with; without a code it cannot tell whose telephone it is. */
export type Returned = { state: string; code: string | undefined }

/** Where the network sends the browser back to. */
const returnPath = '/a/verified'

/** Takes what the network says out of the address, before anything else looks at it. Undefined when this is no way back. */
export function takeReturned(
  { pathname, search }: Pick<Location, 'pathname' | 'search'>,
  past: Pick<History, 'replaceState'>,
): Returned | undefined {
  if (pathname !== returnPath) return undefined
  past.replaceState(null, '', linkPath)
  const query = new URLSearchParams(search)
  return { state: query.get('state') ?? '', code: query.get('code') ?? undefined }
}
