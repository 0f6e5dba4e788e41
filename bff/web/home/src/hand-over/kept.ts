/** What is opened on this device and not yet taken: who holds the claim may take it, once it is known who he is. */
export type OpenedLink = { claim: string; code: string; /** Instant, ms since the epoch. */ openedAt: number }

/** As long as the server knows a claim, in milliseconds. */
const claimLifetimeMs = 2 * 3600_000
/** Ids of what was put off: more than a customer is ever sent in one visit. */
const mostPutOff = 50

const openedKey = 'mosaic.opened-link'
const currentKey = 'mosaic.hand-over'
const putOffKey = 'mosaic.put-off'
const openerKey = 'mosaic.opener'
const openerPattern = /^[\w-]{43}$/

/**
 * What a tab remembers of being helped, in a `Storage` that dies with it: what has been opened (until it is known who the customer is), what is being looked at,
 * and what was put off. Ids and secrets of hand-overs alone: what they are about is asked of the server each time. The token of a link is never here.
 */
export function createKept(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) {
  const read = (key: string): unknown => {
    try {
      return JSON.parse(storage.getItem(key) ?? 'null')
    } catch {
      return undefined
    }
  }
  const write = (key: string, value: unknown) => {
    try {
      storage.setItem(key, JSON.stringify(value))
    } catch {
      // Private browsing may forbid storage: then it lasts as long as the page.
    }
  }
  let ownOpener: string | undefined
  const putOff = () => {
    const ids = read(putOffKey)
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
  }
  return {
    openedLink: (now: number): OpenedLink | undefined => {
      const { claim, code, openedAt } = (read(openedKey) ?? {}) as Partial<OpenedLink>
      if (typeof claim !== 'string' || typeof code !== 'string' || typeof openedAt !== 'number') return undefined
      return now - openedAt < claimLifetimeMs ? { claim, code, openedAt } : undefined
    },
    keepOpenedLink: (link: OpenedLink) => write(openedKey, link),
    forgetOpenedLink: () => storage.removeItem(openedKey),

    /** This tab's secret: with it the server tells a claim again whose answer was lost. The same until the tab is closed, and in no address. */
    opener: (): string => {
      const known = ownOpener ?? read(openerKey)
      ownOpener = typeof known === 'string' && openerPattern.test(known) ? known : newOpener()
      write(openerKey, ownOpener)
      return ownOpener
    },

    currentId: (): string | undefined => {
      const id = read(currentKey)
      return typeof id === 'string' ? id : undefined
    },
    keepCurrentId: (id: string) => write(currentKey, id),
    forgetCurrentId: () => storage.removeItem(currentKey),

    isPutOff: (id: string) => putOff().includes(id),
    putOff: (id: string) => write(putOffKey, [...putOff().filter((each) => each !== id), id].slice(-mostPutOff)),
  }
}

/** 256 random bits as base64url. */
function newOpener(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
