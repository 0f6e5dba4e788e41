import { join } from 'node:path'
import type { World } from '../state/world.ts'
import type { Realm } from './realms.ts'
import { createExpiringMap, type ExpiringMap } from './expiring-map.ts'
import { loadSigningKey, type SigningKey } from './keys.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { createTokens, type Tokens } from './tokens.ts'

/** What a client asked for at its authorization endpoint, once it has been checked. */
export type AuthorizationRequest = { redirectUri: string; state: string; codeChallenge: string; scope: string; nonce?: string }

/** A sign-in that is going on, and the browser it goes on in. */
export type Transaction = AuthorizationRequest & { browser: string }

/** What a code was given for. `sessionId` is set once it was used: a second use ends that session. */
export type Grant = AuthorizationRequest & { personId: string; sessionId?: string }

/** The identity provider's state. */
export type Provider = {
  issuer: string
  realm: Realm
  key: SigningKey
  tokens: Tokens
  sessions: Sessions
  transactions: ExpiringMap<Transaction>
  codes: ExpiringMap<Grant>
}

const limit = 1_000

/** The provider of one realm. With a data folder the signing key and the sessions are kept in its `simulator` folder. @throws {MosaicError} SIGNING_KEY_UNREADABLE */
export async function createProvider(world: Pick<World, 'origin' | 'now'>, realm: Realm, dataDir: string | undefined): Promise<Provider> {
  const issuer = `${world.origin}${realm.path}`
  const folder = dataDir && join(dataDir, 'simulator')
  const now = () => world.now()
  const key = await loadSigningKey(folder && join(folder, `signing-key${realm.suffix}.json`))
  return {
    issuer,
    realm,
    key,
    tokens: createTokens({ issuer, ...realm }, key, now),
    sessions: createSessions(folder && join(folder, `sessions${realm.suffix}.json`), now),
    transactions: createExpiringMap(30 * 60_000, limit, now),
    codes: createExpiringMap(60_000, limit, now),
  }
}
