import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { Type, type Static } from 'typebox'
import { Value } from 'typebox/value'

/** A sign-in that goes on by refresh tokens. Only hashes of the tokens are kept: those that are good, and those used lately. */
const Session = Type.Object({
  id: Type.String(),
  personId: Type.String(),
  scope: Type.String(),
  live: Type.Array(Type.String()),
  used: Type.Array(Type.Object({ hash: Type.String(), at: Type.Number() })),
  expiresAt: Type.Number(),
})
type Session = Static<typeof Session>

export type Refreshed = { sessionId: string; personId: string; scope: string; refreshToken: string }

export type Sessions = {
  start(personId: string, scope: string): Refreshed
  /** A new token for an old one, once; `undefined` when the token is not, or no longer, good. */
  rotate(refreshToken: string): Refreshed | undefined
  /** Ends the session of a refresh token. */
  revoke(refreshToken: string): void
  end(sessionId: string): void
}

const lifetimeMs = 30 * 86_400_000
/** Two tabs may refresh with the same token at once: its second use within this time is no theft, and both go on. */
const graceMs = 10_000
const maxLive = 4
const maxUsed = 20
const maxSessions = 2_000

/** Sessions in memory and, with a file, also there, so that they survive a restart. */
export function createSessions(file: string | undefined, now: () => Date): Sessions {
  const sessions = new Map<string, Session>(read(file).map((session) => [session.id, session]))

  const save = () => {
    for (const [id, session] of sessions) if (session.expiresAt <= now().getTime() || sessions.size > maxSessions) sessions.delete(id)
    if (!file) return
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.new`, JSON.stringify([...sessions.values()]), { mode: 0o600 })
    renameSync(`${file}.new`, file)
  }
  // A token begins with its session's id, so that a token of the past still tells which session it belongs to.
  const owner = (token: string) => {
    const session = sessions.get(token.split('.')[0] ?? '')
    return session && session.expiresAt > now().getTime() ? session : undefined
  }
  const issue = (session: Session): Refreshed => {
    const refreshToken = `${session.id}.${randomBytes(32).toString('base64url')}`
    // Set anew, the session becomes the youngest: the bound takes those that nobody uses.
    sessions.delete(session.id)
    sessions.set(session.id, {
      ...session,
      live: [...session.live, hash(refreshToken)].slice(-maxLive),
      expiresAt: now().getTime() + lifetimeMs,
    })
    save()
    return { sessionId: session.id, personId: session.personId, scope: session.scope, refreshToken }
  }
  const end = (sessionId: string) => {
    if (sessions.delete(sessionId)) save()
  }

  return {
    start: (personId, scope) => issue({ id: randomUUID(), personId, scope, live: [], used: [], expiresAt: 0 }),
    rotate(token) {
      const session = owner(token)
      if (!session) return undefined
      const digest = hash(token)
      const at = now().getTime()
      if (session.live.includes(digest)) {
        return issue({
          ...session,
          live: session.live.filter((one) => one !== digest),
          used: [...session.used, { hash: digest, at }].slice(-maxUsed),
        })
      }
      const earlier = session.used.find((one) => one.hash === digest)
      if (earlier && at - earlier.at <= graceMs) return issue(session)
      // A token that was used long ago comes again: nobody can tell who of the two is the thief, so it ends for both.
      if (earlier) end(session.id)
      return undefined
    },
    revoke(token) {
      const session = owner(token)
      if (session?.live.includes(hash(token))) end(session.id)
    },
    end,
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
    return Array.isArray(content) ? content.filter((entry): entry is Session => Value.Check(Session, entry)) : []
  } catch {
    return []
  }
}
