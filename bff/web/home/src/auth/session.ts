/** What a signed-in tab holds. Tokens are opaque to the app: who the customer is, the BFF says. */
export type Session = { accessToken: string; refreshToken?: string | undefined; /** Instant, ms since the epoch. */ expiresAt: number }

/** What the app remembers between leaving for the identity provider and coming back. */
export type PendingSignIn = { state: string; codeVerifier: string; returnTo: string; /** Instant, ms since the epoch. */ startedAt: number }

type TokenAnswer = { access_token: string; refresh_token?: string | undefined; expires_in?: number | undefined }

/** A token is renewed this long before it expires, in milliseconds. */
const renewBeforeMs = 60_000
/** When the identity provider does not say how long a token lives, in seconds. */
const defaultLifetimeSeconds = 300
/** A sign-in left half-way is forgotten after this long, in milliseconds. */
const pendingLifetimeMs = 15 * 60_000

/** The session a token answer gives; a provider that does not rotate refresh tokens leaves the earlier one in force. */
export function sessionFrom(answer: TokenAnswer, now: number, earlier?: Session): Session {
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token ?? earlier?.refreshToken,
    expiresAt: now + (answer.expires_in ?? defaultLifetimeSeconds) * 1_000,
  }
}

/** What to do with a session before using it. */
export function sessionState(session: Session, now: number): 'usable' | 'renewable' | 'expired' {
  if (now < session.expiresAt - renewBeforeMs) return 'usable'
  if (session.refreshToken) return 'renewable'
  return now < session.expiresAt ? 'usable' : 'expired'
}

/** Only a place of this app may be returned to: never another origin. */
export function safeReturnTo(target: string | undefined): string {
  return target && /^\/(?![/\\])/.test(target) ? target : '/'
}

/**
 * The tab's session and half-done sign-in, in a `Storage` that dies with the tab. Unreadable entries count as absent.
 *
 * @param prefix of its keys: two pages of one origin share the storage, and must not find each other's session
 */
export function createSessionVault(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>, prefix = 'mosaic') {
  const sessionKey = `${prefix}.session`
  const pendingKey = `${prefix}.sign-in`
  const read = <T>(key: string, isValid: (value: Partial<T>) => boolean): T | undefined => {
    try {
      const value = JSON.parse(storage.getItem(key) ?? 'null') as Partial<T> | null
      return value && isValid(value) ? (value as T) : undefined
    } catch {
      return undefined
    }
  }
  return {
    load: () => read<Session>(sessionKey, (value) => typeof value.accessToken === 'string' && typeof value.expiresAt === 'number'),
    save: (session: Session) => storage.setItem(sessionKey, JSON.stringify(session)),
    clear: () => storage.removeItem(sessionKey),
    startSignIn: (pending: PendingSignIn) => storage.setItem(pendingKey, JSON.stringify(pending)),
    /** The sign-in under way, once: whatever comes of it, it is not used twice. */
    takeSignIn: (now: number): PendingSignIn | undefined => {
      const pending = read<PendingSignIn>(pendingKey, (value) => typeof value.state === 'string' && typeof value.codeVerifier === 'string')
      storage.removeItem(pendingKey)
      return pending && now - pending.startedAt < pendingLifetimeMs ? pending : undefined
    },
  }
}
export type SessionVault = ReturnType<typeof createSessionVault>
