import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSimulator, type Simulator } from '../start.ts'
import { createAuthorization, createBrowser, redirectUri, signIn } from '../testing/browser.ts'

describe("the staff's identity provider", () => {
  let simulator: Simulator
  let dataDir: string
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'simulator-'))
    simulator = await startSimulator({ port: 0, dataDir })
  })
  afterAll(async () => {
    await simulator.close()
    await rm(dataDir, { recursive: true, force: true })
  })
  const desk = (changes: Record<string, string> = {}) => createAuthorization({ client_id: 'mosaic-care', ...changes }, '/staff')
  const open = async (changes: Record<string, string> = {}) => {
    const browser = createBrowser()
    const { location } = await browser.visit(simulator.url + desk(changes).path)
    return browser.visit(simulator.url + location)
  }

  test('offers the people of the desk, each with his roles, in both languages', async () => {
    const { text, status, headers } = await open({ ui_locales: 'it' })
    expect(status).toBe(200)
    expect([...text.matchAll(/name="person" value="([^"]+)"/g)].map(([, id]) => id)).toEqual(['S-anna', 'S-bruno', 'S-sandro', 'S-nadia'])
    expect(text).toContain('Entra con il tuo account aziendale')
    expect(text).toContain('Nessun ruolo')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect((await fetch(`${simulator.url}/staff/pages.css`)).headers.get('content-type')).toContain('text/css')
    expect((await open({ ui_locales: 'en' })).text).toContain('Sign in with your work account')
  })

  test('signs one of them in: its own tokens, for its own client', async () => {
    const { code, verifier } = await signIn(simulator.url, 'S-sandro', desk())
    const answer = await fetch(`${simulator.staffIssuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        client_id: 'mosaic-care',
        grant_type: 'authorization_code',
        code,
        code_verifier: verifier,
        redirect_uri: redirectUri,
      }),
    })
    const { access_token, id_token } = (await answer.json()) as { access_token: string; id_token: string }
    const keys = createRemoteJWKSet(new URL(`${simulator.staffIssuer}/jwks`))
    const { payload } = await jwtVerify(access_token, keys, { issuer: simulator.staffIssuer, audience: 'mosaic-care', typ: 'at+jwt' })
    expect(payload).toMatchObject({ sub: 'S-sandro', brand: 'aurora', name: 'Sandro Supervisore', roles: ['agent', 'supervisor'] })
    expect(payload).not.toHaveProperty('lines')
    expect(decodeJwt(id_token)).toMatchObject({ aud: 'mosaic-care', name: 'Sandro Supervisore' })
  })

  test('knows no customers, and the customers’ provider no staff', async () => {
    expect((await signIn(simulator.url, 'C-0001', desk())).code).toBe('')
    expect((await signIn(simulator.url, 'S-anna')).code).toBe('')
    expect((await createBrowser().visit(simulator.url + createAuthorization({}, '/staff').path)).status).toBe(400)
    expect((await createBrowser().visit(simulator.url + createAuthorization({ client_id: 'mosaic-care' }).path)).status).toBe(400)
  })

  test('signs with a key of its own, kept in a file of its own', async () => {
    const kids = await Promise.all(
      [simulator.issuer, simulator.staffIssuer].map(async (issuer) => {
        const { keys } = (await (await fetch(`${issuer}/jwks`)).json()) as { keys: { kid: string }[] }
        return keys.map(({ kid }) => kid).join()
      }),
    )
    expect(new Set(kids).size).toBe(2)
    expect(await readdir(join(dataDir, 'simulator'))).toEqual(expect.arrayContaining(['signing-key.json', 'signing-key-staff.json']))
    await expect(simulator.issueStaffToken('S-nobody')).rejects.toThrow(RangeError)
  })
})
