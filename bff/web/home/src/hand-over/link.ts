/** Where a link of care leads; the address is only this once its token has been taken out of it. */
export const linkPath = '/a'

type Place = Pick<Location, 'pathname'>
type Past = Pick<History, 'replaceState'>

/**
 * Takes the token of a link out of the address, before anything else looks at it: it must stand in no history, no referrer and no screenshot. What it returns
 * is kept in memory alone. Undefined when this is no link; whether a token is worth anything is the server's to say.
 */
export function takeToken({ pathname }: Place, history: Past): string | undefined {
  const [, token] = /^\/a\/([^/]+)\/?$/.exec(pathname) ?? []
  if (token === undefined || pagesOfOthers.has(token)) return undefined
  history.replaceState(null, '', linkPath)
  return token
}

/** Paths beside the links' own, where the network's proof of the number begins and ends. */
const pagesOfOthers: ReadonlySet<string> = new Set(['verify', 'verified'])
