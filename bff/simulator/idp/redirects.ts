/** Where people may be sent after signing in or out: programs on this machine, on any port. */
export function parseRedirect(text: string | null): URL | undefined {
  const url = text ? URL.parse(text) : null
  if (!url || url.protocol !== 'http:' || url.username || url.password || url.hash) return undefined
  return url.hostname === '127.0.0.1' || url.hostname === 'localhost' ? url : undefined
}

/** The origin of a page on this machine, else nothing: who may read the token endpoint's answers from a browser. */
export function localOrigin(origin: string | undefined): string | undefined {
  const url = origin ? parseRedirect(origin) : undefined
  return url?.origin
}
