import { expect, test } from 'vitest'
import { takeToken } from './link.ts'

const take = (pathname: string) => {
  const entries: unknown[][] = []
  const token = takeToken({ pathname }, { replaceState: (...entry) => void entries.push(entry) })
  return { token, entries }
}

test('the token leaves the address at once, and no entry of the history knows it', () => {
  expect(take('/a/AbC-123_xyzAbC-123_xyzA')).toEqual({ token: 'AbC-123_xyzAbC-123_xyzA', entries: [[null, '', '/a']] })
})

test.each(['/a/x', '/a/x/', '/a/%00', `/a/${'x'.repeat(3_000)}`])(
  '%s is a link like any other: only the server knows which are good',
  (pathname) => {
    expect(take(pathname).entries).toEqual([[null, '', '/a']])
  },
)

test.each(['/', '/a', '/a/', '/a/x/y', '/ab/x', '/surface/a', '/a/verify', '/a/verified'])(
  '%s is no link, and stays as it is',
  (pathname) => {
    expect(take(pathname)).toEqual({ token: undefined, entries: [] })
  },
)
