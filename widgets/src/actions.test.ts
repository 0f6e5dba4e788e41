import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSafeDeepLink, isSafeWebUrl } from './actions.ts'

describe('isSafeDeepLink', () => {
  test.each(['aurora://bills', 'aurora://offers/OPT-1?from=home', 'https://www.aurora.example/app'])('opens a place: %s', (link) => {
    expect(isSafeDeepLink(link)).toBe(true)
  })

  test.each([
    'javascript://%0aalert(1)',
    'JAVASCRIPT://x',
    ' javascript://x',
    'data://text/html,x',
    'file:///etc/passwd',
    'intent://x',
    'bills',
    '',
  ])('is refused: %j', (link) => expect(isSafeDeepLink(link)).toBe(false))
})

describe('isSafeWebUrl', () => {
  test.each(['/', '/bills', '/bills?x=//y', 'https://aurora.example/bills'])('is the web: %s', (url) =>
    expect(isSafeWebUrl(url)).toBe(true),
  )

  test.each(['//evil.example', '/\\evil.example', '/\t/evil.example', 'javascript:alert(1)', 'aurora://bills', 'bills', ''])(
    'is refused: %j',
    (url) => expect(isSafeWebUrl(url)).toBe(false),
  )

  test('a path that passes never leaves the site', () => {
    const anyPath = fc.string({ unit: fc.constantFrom('/', '\\', '.', ':', '@', 'a', '\t', '\n', '?', '#') }).map((rest) => `/${rest}`)
    fc.assert(
      fc.property(anyPath, (path) => {
        fc.pre(isSafeWebUrl(path))
        expect(new URL(path, 'https://home.example').origin).toBe('https://home.example')
      }),
      { numRuns: 5_000 },
    )
  })
})
