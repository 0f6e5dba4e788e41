import { join } from 'node:path'
import type { World } from '../state/world.ts'
import { createExpiringMap, type ExpiringMap } from './expiring-map.ts'
import { loadSigningKey, type SigningKey } from './keys.ts'
import { createSessions, type Sessions } from './sessions.ts'
import { createTokens, type Tokens } from './tokens.ts'

/** What a client asked for at /idp/authorize, once it has been checked. */
export type AuthorizationRequest = { redirectUri: string; state: string; codeChallenge: string; scope: string; nonce?: string }

/** A sign-in that is going on, and the browser it goes on in. */
export type Transaction = AuthorizationRequest & { browser: string }

/** What a code was given for. `sessionId` is set once it was used: a second use ends that session. */
export type Grant = AuthorizationRequest & { customerId: string; sessionId?: string }

/** The identity provider's state. */
export type Provider = {
  issuer: string
  world: World
  key: SigningKey
  tokens: Tokens
  sessions: Sessions
  transactions: ExpiringMap<Transaction>
  codes: ExpiringMap<Grant>
}

const limit = 1_000

/** With a data folder the signing key and the sessions are kept in its `simulator` folder. @throws {MosaicError} SIGNING_KEY_UNREADABLE */
export async function createProvider(world: World, dataDir: string | undefined): Promise<Provider> {
  const issuer = `${world.origin}/idp`
  const folder = dataDir && join(dataDir, 'simulator')
  const now = () => world.now()
  const key = await loadSigningKey(folder && join(folder, 'signing-key.json'))
  return {
    issuer,
    world,
    key,
    tokens: createTokens(issuer, key, now),
    sessions: createSessions(folder && join(folder, 'sessions.json'), now),
    transactions: createExpiringMap(30 * 60_000, limit, now),
    codes: createExpiringMap(60_000, limit, now),
  }
}
