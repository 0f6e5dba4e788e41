import { expect, test } from 'vitest'
import { clients, describeShippedClients, whyEmpty } from './testing/shipped-clients.ts'

/* Apps are out there for years: what each of them asks is asked of this server, and in the test beside this one of the next. */

test('there are three versions of the app on each platform', () => {
  const versions = ['1.0', '1.5', '2.0']
  expect(clients).toEqual(['android', 'ios', 'web'].flatMap((platform) => versions.map((version) => `${platform}/${version}`)))
})

describeShippedClients('this server', [])

test.each([
  ['an unknown type without a face', { __typename: 'NewWidget', state: 'READY' }, true],
  ['an unknown type with an empty list', { __typename: 'NewWidget', state: 'READY', list: { items: [] } }, true],
  ['an unknown type with a banner', { __typename: 'NewWidget', state: 'READY', banner: { headline: {} } }, false],
  ['a known type', { __typename: 'UsageWidget', state: 'READY' }, false],
  ['a failure that does not say why', { __typename: 'UsageWidget', state: 'FAILED', issue: null }, true],
  ['a card without a title', { __typename: 'TextCardWidget', state: 'UNSUPPORTED', fallback: { title: ' ' } }, true],
])('a tile is empty or not: %s', (_what, tile, isEmpty) => {
  const whole = { id: 'x', fallback: { title: 'Card', body: 'text' }, ...tile }
  expect(whyEmpty(whole, new Set(['UsageWidget'])) !== undefined).toBe(isEmpty)
})
