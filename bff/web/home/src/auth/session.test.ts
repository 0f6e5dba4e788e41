import { describe, expect, it } from 'vitest'
import { createSessionVault, safeReturnTo, sessionFrom, sessionState } from './session.ts'

const now = Date.parse('2026-11-22T10:00:00Z')

describe('a session', () => {
  it('keeps the earlier refresh token when the answer has none', () => {
    const first = sessionFrom({ access_token: 'a', refresh_token: 'r1', expires_in: 3600 }, now)
    expect(sessionFrom({ access_token: 'b', expires_in: 3600 }, now, first)).toEqual({
      accessToken: 'b',
      refreshToken: 'r1',
      expiresAt: now + 3_600_000,
    })
    expect(sessionFrom({ access_token: 'b', refresh_token: 'r2', expires_in: 3600 }, now, first).refreshToken).toBe('r2')
  })

  it.each([
    [{ expiresAt: now + 61_000, refreshToken: 'r' }, 'usable'],
    [{ expiresAt: now + 60_000, refreshToken: 'r' }, 'renewable'],
    [{ expiresAt: now - 3_600_000, refreshToken: 'r' }, 'renewable'],
    [{ expiresAt: now + 1 }, 'usable'],
    [{ expiresAt: now }, 'expired'],
  ] as const)('%j is %s', (part, state) => {
    expect(sessionState({ accessToken: 'a', ...part }, now)).toBe(state)
  })
})

describe('the vault', () => {
  it('gives back what it was given until cleared', () => {
    const vault = createSessionVault(memory())
    const session = { accessToken: 'a', refreshToken: 'r', expiresAt: now }
    vault.save(session)
    expect(vault.load()).toEqual(session)
    vault.clear()
    expect(vault.load()).toBeUndefined()
  })

  it.each(['{', '[]', 'null', '"text"', '{"accessToken":1,"expiresAt":2}'])('takes %s for no session', (stored) => {
    expect(createSessionVault(memory({ 'mosaic.session': stored })).load()).toBeUndefined()
  })

  it('keeps apart what two pages of one origin put into the same storage', () => {
    const storage = memory()
    const [home, desk] = [createSessionVault(storage), createSessionVault(storage, 'mosaic.care')]
    const session = { accessToken: 'a', refreshToken: 'r', expiresAt: now }
    home.save(session)
    home.startSignIn({ state: 's', codeVerifier: 'v', returnTo: '/', startedAt: now })
    expect([desk.load(), desk.takeSignIn(now)]).toEqual([undefined, undefined])
    desk.clear()
    expect(home.load()).toEqual(session)
  })

  it('hands out a sign-in once, and only while it is fresh', () => {
    const vault = createSessionVault(memory())
    const pending = { state: 's', codeVerifier: 'v', returnTo: '/', startedAt: now }
    vault.startSignIn(pending)
    expect(vault.takeSignIn(now + 1_000)).toEqual(pending)
    expect(vault.takeSignIn(now + 1_000)).toBeUndefined()
    vault.startSignIn(pending)
    expect(vault.takeSignIn(now + 15 * 60_000)).toBeUndefined()
  })
})

describe('the way back', () => {
  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', undefined])('refuses %s', (target) => {
    expect(safeReturnTo(target)).toBe('/')
  })
  it('keeps a place of the app', () => {
    expect(safeReturnTo('/?a=1#b')).toBe('/?a=1#b')
  })
})

function memory(entries: Record<string, string> = {}) {
  const map = new Map(Object.entries(entries))
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  }
}
