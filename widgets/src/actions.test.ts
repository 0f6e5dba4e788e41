import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAddress, isSafeDeepLink, isSafeWebUrl } from './actions.ts'

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

test('what is told without a parser is what the parser says', () => {
  const units = [
    'aurora',
    'https',
    'file',
    'javascript',
    'data',
    'blob',
    ':',
    '//',
    '/',
    '\\',
    '?',
    '=',
    '&',
    '.',
    '~',
    '-',
    '_',
    '%',
    '@',
    '#',
    '1',
    'A',
    'à',
    ' ',
    '\t',
  ]
  const anyText = fc.array(fc.constantFrom(...units), { maxLength: 8 }).map((parts) => parts.join(''))
  const anyLink = fc.oneof(
    anyText,
    anyText.map((rest) => `/${rest}`),
    anyText.map((rest) => `aurora://${rest}`),
  )
  const refused = new Set(['javascript:', 'vbscript:', 'data:', 'file:', 'blob:', 'about:', 'content:', 'intent:'])
  const home = 'https://home.invalid'
  fc.assert(
    fc.property(anyLink, (link) => {
      const isPath = link.startsWith('/') && URL.parse(link, home)?.origin === home
      const scheme = URL.parse(link)?.protocol
      expect(isSafeDeepLink(link)).toBe(scheme !== undefined && !refused.has(scheme))
      expect(isSafeWebUrl(link)).toBe(isPath || scheme === 'https:' || scheme === 'http:')
      expect(isAddress(link)).toBe(isPath || scheme !== undefined)
    }),
    { numRuns: 20_000 },
  )
})
