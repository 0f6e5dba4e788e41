import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { sendJson } from '../http/handler.ts'
import { soon } from '../http/testing/soon.ts'
import { createLog } from '../log.ts'
import { createIdentity, type Identity } from './identity.ts'
import type { Session } from './session.ts'
import { createVerified } from './verified.ts'

const minute = 60_000
const longest = 5 * minute
const noon = Date.parse('2026-11-22T12:00:00Z')
const session: Session = {
  serial: 1,
  brand: 'aurora',
  customerId: 'C-1',
  partyId: 'P-1',
  partyType: 'individual',
  name: 'Ada',
  locale: 'it',
  lines: ['L-1'],
}

describe('what has been verified is kept', () => {
  let now = noon
  const open = () => {
    now = noon
    return createVerified(() => now)
  }

  test('until the token ends, to the millisecond', () => {
    const verified = open()
    verified.set('Bearer a', session, noon + 1_000)
    now = noon + 999
    expect(verified.get('Bearer a')).toBe(session)
    now = noon + 1_000
    expect(verified.get('Bearer a')).toBeUndefined()
  })

  test('and no longer than five minutes, however long the token is good', () => {
    const verified = open()
    verified.set('Bearer a', session, Number.POSITIVE_INFINITY)
    now = noon + longest - 1
    expect(verified.get('Bearer a')).toBe(session)
    now = noon + longest
    expect(verified.get('Bearer a')).toBeUndefined()
    // What is over is over: a clock that goes back does not bring it again.
    now = noon
    expect(verified.get('Bearer a')).toBeUndefined()
  })

  test.each(['Bearer A', 'bearer a', 'Bearer a ', ' Bearer a', 'Bearer  a', 'a', ''])(
    'found by its whole text only, not as "%s"',
    (text) => {
      const verified = open()
      verified.set('Bearer a', session, noon + minute)
      expect(verified.get(text)).toBeUndefined()
    },
  )

  test('within bounds: so many tokens take no more memory than said, and the one used last stays', () => {
    const verified = open()
    const used = `Bearer used${'x'.repeat(700)}`
    verified.set(used, session, noon + minute)
    const tokens = Array.from({ length: 50_000 }, (_, index) => `Bearer ${index}${'x'.repeat(700)}`)
    for (const token of tokens) {
      verified.set(token, session, noon + minute)
      verified.get(used)
    }
    expect(verified.get(used)).toBe(session)
    // 80 MiB, a session and a token of more than 700 characters each.
    const kept = tokens.filter((token) => verified.get(token) !== undefined).length
    expect(kept).toBeGreaterThan(20_000)
    expect(kept).toBeLessThan(23_000)
  })
})

describe('the identity of a request', () => {
  let provider: Provider
  let identity: Identity
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: noon })
    provider = await startProvider()
    identity = createIdentity({ issuer: provider.issuer, audience: 'mosaic', log: createLog('silent') })
  })
  afterEach(async () => {
    vi.useRealTimers()
    await provider.close()
  })
  const refusal = (authorization: string) =>
    expect(Promise.resolve(identity.sessionOf(authorization))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })

  test('a token is verified once; from then on it is the same session, at once', async () => {
    const authorization = `Bearer ${await provider.token()}`
    const first = identity.sessionOf(authorization)
    expect(first).toBeInstanceOf(Promise)
    expect(identity.sessionOf(authorization)).toBeInstanceOf(Promise)
    await expect(first).resolves.toMatchObject({ customerId: 'C-1', lines: ['L-1'] })
    const known = identity.sessionOf(authorization)
    expect(known).not.toBeInstanceOf(Promise)
    expect(identity.sessionOf(authorization)).toBe(known)
  })

  test('it ends with its last second, and what clocks may differ by', async () => {
    const authorization = `Bearer ${await provider.token({ seconds: 60 })}`
    await identity.sessionOf(authorization)
    vi.setSystemTime(noon + 90_000 - 1)
    expect(identity.sessionOf(authorization)).not.toBeInstanceOf(Promise)
    vi.setSystemTime(noon + 90_000)
    await refusal(authorization)
  })

  test('kept and verified anew say the same at every moment', async () => {
    const authorization = `Bearer ${await provider.token({ seconds: 60 })}`
    await identity.sessionOf(authorization)
    const fresh = () => createIdentity({ issuer: provider.issuer, audience: 'mosaic', log: createLog('silent') }).sessionOf(authorization)
    const said = (session_: Session | Promise<Session>) => Promise.resolve(session_).then(() => 'good', () => 'refused') // prettier-ignore
    for (const ms of [0, 59_999, 60_000, 89_000, 89_999, 90_000, 90_001]) {
      vi.setSystemTime(noon + ms)
      expect([ms, await said(identity.sessionOf(authorization))]).toEqual([ms, await said(fresh())])
    }
  })

  test('another token with the same signature, or the same payload, is not taken for it', async () => {
    const good = await provider.token()
    const [header, payload, signature] = good.split('.') as [string, string, string]
    await identity.sessionOf(`Bearer ${good}`)
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object
    const forged = Buffer.from(JSON.stringify({ ...claims, sub: 'C-2' })).toString('base64url')
    const otherSignature = (await provider.token({ claims: { sub: 'C-3' } })).split('.')[2]
    for (const token of [
      `${header}.${forged}.${signature}`,
      `${header}.${payload}.${otherSignature}`,
      `${header}.${payload}.`,
      `${header}.${payload}`,
    ]) {
      // Twice: a forgery that has been refused is as unknown as before.
      await refusal(`Bearer ${token}`)
      await refusal(`Bearer ${token}`)
    }
    expect(identity.sessionOf(`Bearer ${good}`)).toMatchObject({ customerId: 'C-1' })
  })

  test('a key that was withdrawn stops working, also for who is in already', async () => {
    const authorization = `Bearer ${await provider.token({ seconds: 24 * 3_600 })}`
    await identity.sessionOf(authorization)
    await provider.renewKey()
    // Keys are renewed beside the requests, ten minutes after they were got; tokens are looked at again after five.
    const asked = provider.keysAsked()
    vi.setSystemTime(noon + 11 * minute)
    await Promise.resolve(identity.sessionOf(authorization)).catch(() => {})
    await vi.waitFor(() => expect(provider.keysAsked()).toBeGreaterThan(asked), soon)
    // Asked for is not had yet: a token of the new key is good once they are.
    const renewed = `Bearer ${await provider.token()}`
    await expect(Promise.resolve(identity.sessionOf(renewed))).resolves.toMatchObject({ customerId: 'C-1' })
    vi.setSystemTime(noon + 17 * minute)
    await refusal(authorization)
  })

  test('two tokens of one customer are two sessions: what is kept for one ends with it', async () => {
    const [one, other] = [`Bearer ${await provider.token()}`, `Bearer ${await provider.token({ seconds: 120 })}`]
    const sessions = [await identity.sessionOf(one), await identity.sessionOf(other)]
    expect(sessions[0]).toEqual({ ...sessions[1], serial: sessions[0]?.serial })
    expect(sessions[0]?.serial).not.toBe(sessions[1]?.serial)
    expect(sessions[0]).not.toBe(sessions[1])
  })
})

/** An identity provider whose key can be replaced. */
type Provider = {
  issuer: string
  token(changes?: { seconds?: number; claims?: Record<string, unknown> }): Promise<string>
  renewKey(): Promise<void>
  /** How often its keys have been asked for. */
  keysAsked(): number
  close(): Promise<void>
}

async function startProvider(): Promise<Provider> {
  let key: { kid: string; privateKey: CryptoKey; publicJwk: JWK } | undefined
  let [keys, asked] = [0, 0]
  const renewKey = async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256')
    key = { kid: `key-${++keys}`, privateKey, publicJwk: await exportJWK(publicKey) }
  }
  await renewKey()
  const server: Server = createServer((request, response) => {
    if (request.url !== '/jwks') return sendJson(response, 200, { issuer, jwks_uri: `${issuer}/jwks` })
    asked++
    return sendJson(response, 200, { keys: [{ ...key?.publicJwk, kid: key?.kid, alg: 'ES256', use: 'sig' }] })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    issuer,
    renewKey,
    keysAsked: () => asked,
    token({ seconds = 3_600, claims = {} } = {}) {
      const now = Math.floor(Date.now() / 1_000)
      const { kid, privateKey } = key as NonNullable<typeof key>
      const own = { sub: 'C-1', brand: 'aurora', party_id: 'P-1', party_type: 'individual', name: 'Ada', lines: ['L-1'] }
      return new SignJWT({ iss: issuer, aud: 'mosaic', iat: now, exp: now + seconds, ...own, ...claims })
        .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid })
        .sign(privateKey)
    },
    async close() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
