import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** A sign-in that goes on by refresh tokens. Only hashes of the tokens are kept. */
type Session = { id: string; customerId: string; scope: string; current: string; previous?: string; rotatedAt: number; expiresAt: number }

export type Refreshed = { sessionId: string; customerId: string; scope: string; refreshToken: string }

export type Sessions = {
  start(customerId: string, scope: string): Refreshed
  /** A new token for an old one, once; `undefined` when the token is not, or no longer, good. */
  rotate(refreshToken: string): Refreshed | undefined
  /** Ends the session of a refresh token. */
  revoke(refreshToken: string): void
  end(sessionId: string): void
}

const lifetimeMs = 30 * 86_400_000
/** Two tabs may refresh with the same token at once: its second use within this time is no theft. */
const graceMs = 10_000
const limit = 2_000

/** Sessions in memory and, with a file, also there, so that they survive a restart. */
export function createSessions(file: string | undefined, now: () => Date): Sessions {
  const sessions = new Map<string, Session>(read(file).map((session) => [session.id, session]))

  const save = () => {
    for (const [id, session] of sessions) if (session.expiresAt <= now().getTime() || sessions.size > limit) sessions.delete(id)
    if (!file) return
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.new`, JSON.stringify([...sessions.values()]), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  // A token begins with its session's id, so a token of the past still tells which session it belongs to.
  const owner = (token: string) => {
    const session = sessions.get(token.split('.')[0] ?? '')
    return session && session.expiresAt > now().getTime() ? session : undefined
  }
  const issue = (session: Session): Refreshed => {
    const refreshToken = `${session.id}.${randomBytes(32).toString('base64url')}`
    session.previous = session.current
    session.current = hash(refreshToken)
    session.rotatedAt = now().getTime()
    session.expiresAt = now().getTime() + lifetimeMs
    sessions.delete(session.id)
    sessions.set(session.id, session)
    save()
    return { sessionId: session.id, customerId: session.customerId, scope: session.scope, refreshToken }
  }

  return {
    start: (customerId, scope) => issue({ id: randomUUID(), customerId, scope, current: '', rotatedAt: 0, expiresAt: 0 }),
    rotate(token) {
      const session = owner(token)
      if (!session) return undefined
      const digest = hash(token)
      const isSecondTab = digest === session.previous && now().getTime() - session.rotatedAt <= graceMs
      if (digest === session.current || isSecondTab) return issue(session)
      // Somebody uses a token that was used before: nobody can tell who is who, so the session ends for both.
      sessions.delete(session.id)
      save()
      return undefined
    },
    revoke(token) {
      const session = owner(token)
      if (session && [session.current, session.previous].includes(hash(token))) {
        sessions.delete(session.id)
        save()
      }
    },
    end(sessionId) {
      if (sessions.delete(sessionId)) save()
    },
  }
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** Lost sessions only mean that people sign in again: a file that cannot be read is no reason not to start. */
function read(file: string | undefined): Session[] {
  if (!file) return []
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return Array.isArray(content) ? content.filter(isSession) : []
  } catch {
    return []
  }
}

function isSession(value: unknown): value is Session {
  if (typeof value !== 'object' || value === null) return false
  const session = value as Record<string, unknown>
  const texts = ['id', 'customerId', 'scope', 'current'].every((name) => typeof session[name] === 'string')
  return texts && typeof session.rotatedAt === 'number' && typeof session.expiresAt === 'number'
}
