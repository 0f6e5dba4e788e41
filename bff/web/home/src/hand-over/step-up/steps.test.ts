import { describe, expect, it } from 'vitest'
import { createProofs } from './proofs.ts'
import { takeReturned } from './returned.ts'
import { readStep, tokenOf } from './steps.ts'

const expiresAt = '2026-11-26T08:15:00.000Z'
const proof = { grant: 'g-1', level: 'silent', place: { surface: 'summer' }, expiresAt: Date.parse(expiresAt) } as const

describe('what comes of a step', () => {
  it('is read from the answer', () => {
    expect(readStep({ status: 'proven', grant: 'g-1', level: 'silent', surface: 'summer', expiresAt })).toEqual({ status: 'proven', proof })
    const guided = readStep({ status: 'proven', grant: 'g-1', level: 'silent', guide: 'home-wifi', expiresAt })
    expect(guided).toEqual({ status: 'proven', proof: { ...proof, place: { guide: 'home-wifi' } } })
    expect(readStep({ status: 'go', location: 'https://network.example/authorize?state=s' })).toEqual({
      status: 'go',
      location: 'https://network.example/authorize?state=s',
    })
    for (const status of ['sent', 'code', 'wrong', 'over', 'tooMany', 'later', 'gone']) expect(readStep({ status })).toEqual({ status })
    expect(tokenOf(proof)).toBe('guest g-1')
  })

  it.each([
    undefined,
    'proven',
    {},
    { status: 'a word of tomorrow' },
    { status: 'proven', grant: 'g-1' },
    { status: 'go' },
    { status: 'go', location: 'javascript:alert(1)' },
    { status: 'go', location: '/here' },
    { status: 'lost' },
  ])('is to sign in, where %j says nothing else that is known', (answer) => {
    expect(readStep(answer)).toEqual({ status: 'signIn' })
  })
})

describe('the way back from the network', () => {
  const back = (pathname: string, search = '') => {
    const replaced: unknown[] = []
    const returned = takeReturned({ pathname, search }, { replaceState: (_data, _title, url) => void replaced.push(url) })
    return { returned, replaced }
  }

  it('leaves nothing in the address', () => {
    expect(back('/a/verified', '?state=s-1&code=c-1')).toEqual({ returned: { state: 's-1', code: 'c-1' }, replaced: ['/a'] })
    expect(back('/a/verified', '?state=s-1&error=login_required')).toEqual({
      returned: { state: 's-1', code: undefined },
      replaced: ['/a'],
    })
    expect(back('/a/verified')).toEqual({ returned: { state: '', code: undefined }, replaced: ['/a'] })
  })

  it.each(['/a', '/a/verify', '/a/verified/more', '/a/some-token', '/'])('is not %s', (pathname) => {
    expect(back(pathname, '?state=s-1&code=c-1')).toEqual({ returned: undefined, replaced: [] })
  })
})

describe('a proof', () => {
  const entries = new Map<string, string>()
  const storage = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  }
  const proofs = createProofs(storage)

  it('is kept as long as it is good, and forgotten', () => {
    proofs.keep({ ...proof, claim: 'claim-1' })
    expect(proofs.load(proof.expiresAt - 1)).toEqual({ ...proof, claim: 'claim-1' })
    expect(proofs.load(proof.expiresAt)).toBeUndefined()
    proofs.forget()
    expect(proofs.load(0)).toBeUndefined()
  })

  it.each([
    '',
    'x',
    'null',
    '[]',
    '{"grant":"g"}',
    '{"grant":"g","place":{"surface":"s"},"claim":"c","expiresAt":"soon"}',
    '{"grant":"g","place":{"room":"s"},"claim":"c","expiresAt":9e15}',
  ])('%s is none', (text) => {
    storage.setItem('mosaic.proof', text)
    expect(proofs.load(0)).toBeUndefined()
  })

  it('lasts as long as the page where nothing may be stored', () => {
    const full = createProofs({
      ...storage,
      setItem() {
        throw new Error('QuotaExceededError')
      },
    })
    expect(() => full.keep({ ...proof, claim: 'claim-1' })).not.toThrow()
  })
})
