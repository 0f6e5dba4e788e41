import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose'
import * as oauth from 'oauth4webapi'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSimulator, type Simulator } from '../start.ts'
import { createAuthorization, createBrowser, redirectUri, signIn } from '../testing/browser.ts'

type TokenAnswer = { access_token: string; refresh_token: string; id_token: string; error: string; error_description: string }

describe('the identity provider', () => {
  let simulator: Simulator
  let clock: Date | undefined
  beforeAll(async () => {
    simulator = await startSimulator({ port: 0, now: () => clock ?? new Date() })
  })
  afterAll(() => simulator.close())

  const token = async (form: Record<string, string>) => {
    const response = await fetch(`${simulator.issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: 'mosaic-web', ...form }),
    })
    return { status: response.status, headers: response.headers, json: (await response.json()) as TokenAnswer }
  }
  const redeem = ({ code, verifier }: { code: string; verifier: string }, changes: Record<string, string> = {}) =>
    token({ grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri, ...changes })
  const refresh = (refreshToken: string) => token({ grant_type: 'refresh_token', refresh_token: refreshToken })
  const verify = (accessToken: string) =>
    jwtVerify(accessToken, createRemoteJWKSet(new URL(`${simulator.issuer}/jwks`)), {
      issuer: simulator.issuer,
      audience: 'mosaic',
      typ: 'at+jwt',
      algorithms: ['ES256'],
    })

  test('signs a standard client in: discovery, code with PKCE, tokens, refresh, revocation', async () => {
    const insecure = { [oauth.allowInsecureRequests]: true } as const
    const issuer = new URL(simulator.issuer)
    const server = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, insecure))
    const client: oauth.Client = { client_id: 'mosaic-web' }
    const nonce = oauth.generateRandomNonce()
    const { code, verifier, location } = await signIn(simulator.url, 'C-0013', createAuthorization({ nonce }))
    expect(code).not.toBe('')
    const parameters = oauth.validateAuthResponse(server, client, new URL(location), 'a-state')
    const first = await oauth.processAuthorizationCodeResponse(
      server,
      client,
      await oauth.authorizationCodeGrantRequest(server, client, oauth.None(), parameters, redirectUri, verifier, insecure),
      { expectedNonce: nonce, requireIdToken: true },
    )
    expect(oauth.getValidatedIdTokenClaims(first)).toMatchObject({ sub: 'C-0013', name: 'Paolo Mancini', aud: 'mosaic-web' })
    const second = await oauth.processRefreshTokenResponse(
      server,
      client,
      await oauth.refreshTokenGrantRequest(server, client, oauth.None(), first.refresh_token ?? '', insecure),
    )
    expect((await verify(second.access_token)).payload.sub).toBe('C-0013')
    await oauth.processRevocationResponse(await oauth.revocationRequest(server, client, oauth.None(), second.refresh_token ?? '', insecure))
    expect((await refresh(second.refresh_token ?? '')).json.error).toBe('invalid_grant')
  })

  test('puts the agreed claims in an access token', async () => {
    const { json, headers } = await redeem(await signIn(simulator.url, 'C-0005'))
    const { payload, protectedHeader } = await verify(json.access_token)
    expect(protectedHeader).toMatchObject({ alg: 'ES256', typ: 'at+jwt' })
    expect(payload).toMatchObject({
      iss: simulator.issuer,
      aud: 'mosaic',
      sub: 'C-0005',
      brand: 'aurora',
      party_id: 'P-0005',
      party_type: 'organization',
      name: 'Idraulica Fratelli Moretti S.r.l.',
      locale: 'it',
      lines: ['L-0005-1', 'L-0005-2', 'L-0005-3', 'L-0005-4', 'L-0005-5', 'L-0005-6'],
    })
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3_600)
    expect(payload.jti).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(decodeJwt(await simulator.issueToken('C-0019')).locale).toBe('en')
  })

  test('issues wrong tokens too, for those who must refuse them', async () => {
    await expect(verify(await simulator.issueToken('C-0001'))).resolves.toBeDefined()
    const wrong = {
      ERR_JWT_EXPIRED: { expiresIn: -60 },
      ERR_JWS_SIGNATURE_VERIFICATION_FAILED: { signWith: 'other' },
    } as const
    for (const [code, overrides] of Object.entries(wrong))
      await expect(verify(await simulator.issueToken('C-0001', overrides))).rejects.toMatchObject({ code })
    for (const [claim, overrides] of [
      ['aud', { audience: 'another' }],
      ['iss', { issuer: 'http://127.0.0.1:1/idp' }],
      ['typ', { type: 'JWT' }],
    ] as const) {
      await expect(verify(await simulator.issueToken('C-0001', overrides))).rejects.toMatchObject({
        code: 'ERR_JWT_CLAIM_VALIDATION_FAILED',
        claim,
      })
    }
    expect(decodeJwt(await simulator.issueToken('C-0001', { claims: { lines: ['L-0002-1'], brand: undefined } }))).toMatchObject({
      lines: ['L-0002-1'],
    })
    const unsigned = await simulator.issueToken('C-0001', { signWith: 'none' })
    expect(decodeProtectedHeader(unsigned).alg).toBe('none')
    await expect(simulator.issueToken('C-9999')).rejects.toThrow(RangeError)
  })

  test.each<[string, Record<string, string | undefined>]>([
    ['another client', { client_id: 'somebody' }],
    ['no client', { client_id: undefined }],
    ['another machine', { redirect_uri: 'http://example.com/callback' }],
    ['a machine that only looks like this one', { redirect_uri: 'http://127.0.0.1.example.com/' }],
    ['a name before an at sign', { redirect_uri: 'http://127.0.0.1@example.com/' }],
    ['https to this machine', { redirect_uri: 'https://127.0.0.1/' }],
    ['a script', { redirect_uri: 'javascript://127.0.0.1/%0aalert(1)' }],
    ['a fragment', { redirect_uri: 'http://127.0.0.1:4000/#x' }],
    ['nowhere', { redirect_uri: undefined }],
  ])('sends nobody anywhere for %s', async (_, changes) => {
    const answer = await createBrowser().visit(simulator.url + createAuthorization(changes).path)
    expect(answer.status).toBe(400)
    expect(answer.location).toBe('')
    expect(answer.headers.get('content-type')).toContain('text/html')
  })

  test.each<[string, Record<string, string | undefined>]>([
    ['unsupported_response_type', { response_type: 'token' }],
    ['invalid_request', { code_challenge_method: 'plain' }],
    ['invalid_request', { code_challenge_method: undefined }],
    ['invalid_request', { code_challenge: 'short' }],
    ['invalid_request', { code_challenge: undefined }],
    ['invalid_request', { state: undefined }],
    ['login_required', { prompt: 'none' }],
  ])('tells the client about %s of %j', async (error, changes) => {
    const { status, location } = await createBrowser().visit(simulator.url + createAuthorization(changes).path)
    expect(status).toBe(303)
    const answer = new URL(location)
    expect(answer.origin + answer.pathname).toBe(redirectUri)
    expect(answer.searchParams.get('error')).toBe(error)
    expect(answer.searchParams.get('iss')).toBe(simulator.issuer)
  })

  test('accepts any port and path of this machine, and keeps the query that was there', async () => {
    const redirect = 'http://localhost:51234/some/place?keep=this'
    const { location } = await signIn(simulator.url, 'C-0001', createAuthorization({ redirect_uri: redirect }))
    expect(location.startsWith('http://localhost:51234/some/place?keep=this&code=')).toBe(true)
  })

  test('gives the code only to the browser that the sign-in was opened in, once, for a customer there is', async () => {
    const { path } = createAuthorization()
    const browser = createBrowser()
    const { location, headers } = await browser.visit(simulator.url + path)
    expect(headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/)
    const transaction = new URL(location, simulator.url).searchParams.get('transaction') ?? ''
    const form = { transaction, person: 'C-0001' }

    const stranger = createBrowser()
    await stranger.visit(simulator.url + path)
    expect((await stranger.post(`${simulator.url}/idp/sign-in`, form)).status).toBe(400)
    expect((await stranger.visit(`${simulator.url}/idp/sign-in?transaction=${transaction}`)).status).toBe(400)
    expect((await browser.post(`${simulator.url}/idp/sign-in`, form, { origin: 'http://127.0.0.1:9' })).status).toBe(400)
    expect((await browser.post(`${simulator.url}/idp/sign-in`, { ...form, person: 'C-9999' })).status).toBe(400)
    expect((await browser.post(`${simulator.url}/idp/sign-in`, form, { origin: simulator.url })).status).toBe(303)
    expect((await browser.post(`${simulator.url}/idp/sign-in`, form)).status).toBe(400)
  })

  test('takes a code once, in time, from the client it was for, with the right verifier', async () => {
    const wrong: [Record<string, string>, string][] = [
      [{ code: 'guess' }, 'invalid_grant'],
      [{ code_verifier: 'x'.repeat(43) }, 'invalid_grant'],
      [{ code_verifier: '' }, 'invalid_grant'],
      [{ redirect_uri: 'http://127.0.0.1:4000/other' }, 'invalid_grant'],
      [{ client_id: 'somebody' }, 'invalid_client'],
      [{ grant_type: 'password' }, 'unsupported_grant_type'],
    ]
    for (const [changes, error] of wrong) expect((await redeem(await signIn(simulator.url, 'C-0001'), changes)).json.error).toBe(error)

    const signedIn = await signIn(simulator.url, 'C-0001')
    const first = await redeem(signedIn)
    expect(first.status).toBe(200)
    expect((await redeem(signedIn)).json.error).toBe('invalid_grant')
    // Somebody else has seen the code: what it gave is gone as well.
    expect((await refresh(first.json.refresh_token)).json.error).toBe('invalid_grant')

    const late = await signIn(simulator.url, 'C-0001')
    clock = new Date(Date.now() + 61_000)
    expect((await redeem(late)).json.error).toBe('invalid_grant')
    clock = undefined
  })

  test('turns refresh tokens over, forgives two tabs, and ends the session of a stolen one', async () => {
    const first = (await redeem(await signIn(simulator.url, 'C-0001'))).json
    const [one, two] = await Promise.all([refresh(first.refresh_token), refresh(first.refresh_token)])
    expect([one.status, two.status]).toEqual([200, 200])
    for (const tab of [one, two]) expect((await refresh(tab.json.refresh_token)).status).toBe(200)

    const next = (await redeem(await signIn(simulator.url, 'C-0001'))).json
    const rotated = (await refresh(next.refresh_token)).json
    clock = new Date(Date.now() + 11_000)
    expect((await refresh(next.refresh_token)).json.error).toBe('invalid_grant')
    expect((await refresh(rotated.refresh_token)).json.error).toBe('invalid_grant')
    clock = undefined

    const idle = (await redeem(await signIn(simulator.url, 'C-0001'))).json
    clock = new Date(Date.now() + 31 * 86_400_000)
    expect((await refresh(idle.refresh_token)).json.error).toBe('invalid_grant')
    clock = undefined
    for (const nonsense of ['', '.', 'x.y', `${idle.refresh_token}x`]) expect((await refresh(nonsense)).json.error).toBe('invalid_grant')
    expect((await refresh(idle.refresh_token)).status).toBe(200)
  })

  test('ends a session, and leads back only to this machine', async () => {
    const { id_token, refresh_token } = (await redeem(await signIn(simulator.url, 'C-0001'))).json
    const end = (query: Record<string, string>) => createBrowser().visit(`${simulator.issuer}/end_session?${new URLSearchParams(query)}`)
    // A token that is not the provider's ends nothing.
    await end({ id_token_hint: id_token.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')).replace(/\.[^.]+$/, '.AAAA') })
    const alive = await refresh(refresh_token)
    expect(alive.status).toBe(200)
    const answer = await end({ id_token_hint: id_token, post_logout_redirect_uri: 'http://localhost:4000/', state: 's' })
    expect(answer.location).toBe('http://localhost:4000/?state=s')
    expect((await refresh(alive.json.refresh_token)).json.error).toBe('invalid_grant')
    expect((await end({ post_logout_redirect_uri: 'https://example.com/' })).status).toBe(400)
    expect((await end({ ui_locales: 'en' })).text).toContain('You are signed out')
  })

  test('lets pages of this machine read tokens, and no others', async () => {
    const preflight = (origin: string) =>
      fetch(`${simulator.issuer}/token`, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } })
    const allowed = await preflight('http://localhost:4000')
    expect(allowed.status).toBe(204)
    expect(allowed.headers.get('access-control-allow-origin')).toBe('http://localhost:4000')
    for (const origin of ['https://example.com', 'http://127.0.0.1.example.com', 'null']) {
      expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull()
    }
    const response = await fetch(`${simulator.issuer}/.well-known/openid-configuration`, { headers: { origin: 'http://127.0.0.1:4000' } })
    expect(response.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:4000')
    expect(response.headers.get('vary')).toBe('Origin')
  })

  test('refuses a form that says something twice or is no form', async () => {
    const send = (body: string, type = 'application/x-www-form-urlencoded') =>
      fetch(`${simulator.issuer}/token`, { method: 'POST', headers: { 'content-type': type }, body })
    expect(await (await send('client_id=mosaic-web&client_id=mosaic-web')).json()).toMatchObject({ error: 'invalid_request' })
    expect((await send('{}', 'application/json')).status).toBe(415)
  })
})

test('a key and the sessions survive a restart, and no token is on the disk', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'simulator-'))
  try {
    const form = (values: Record<string, string>) => ({ method: 'POST', body: new URLSearchParams({ client_id: 'mosaic-web', ...values }) })
    const first = await startSimulator({ port: 0, dataDir })
    const { code, verifier } = await signIn(first.url, 'C-0001')
    const answer = await fetch(
      `${first.issuer}/token`,
      form({ grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: redirectUri }),
    )
    const tokens = (await answer.json()) as TokenAnswer
    await first.close()
    const kept = await readFile(join(dataDir, 'simulator/sessions.json'), 'utf8')
    expect(kept).toContain('C-0001')
    expect(kept).not.toContain(tokens.refresh_token.split('.')[1])

    const second = await startSimulator({ port: 0, dataDir })
    try {
      const keys = createRemoteJWKSet(new URL(`${second.issuer}/jwks`))
      await expect(jwtVerify(tokens.access_token, keys)).resolves.toBeDefined()
      expect(
        (await fetch(`${second.issuer}/token`, form({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token }))).status,
      ).toBe(200)
    } finally {
      await second.close()
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
})
