import { expect, test } from 'vitest'
import { createMetrics } from '../metrics.ts'
import { describeShelves } from '../store/testing/suite.ts'
import { createHandOvers } from './hand-overs.ts'
import { addressOf, createOpenings } from './openings.ts'
import { noLimits, wanted } from './testing/wanted.ts'

const clockOf = () => ({ now: Date.parse('2026-03-05T10:00:00Z') })
const codeOf = async (asked: Promise<unknown>) =>
  asked.then(
    (answer) => (answer as { status: string }).status,
    (error: unknown) => (error as { code: string }).code,
  )

describeShelves((open) => {
  test('100,000 guesses from one address: none right, few looked up; its link opens at once from elsewhere, and from there ten minutes later', async () => {
    const clock = clockOf()
    const handOvers = createHandOvers({ shelf: open(), dayOf: () => '2026-03-05', limits: noLimits, now: () => clock.now, openingMs: 0 })
    let looked = 0
    const counted = { open: (...args: Parameters<typeof handOvers.open>) => (looked++, handOvers.open(...args)) }
    const metrics = createMetrics()
    const openings = createOpenings({ handOvers: counted, settings: { mostFailed: 300, proxies: 0 }, now: () => clock.now, metrics })
    const { token = '' } = await handOvers.issue(wanted())
    const other = await handOvers.issue(wanted({ key: 'another' }))
    const begun = performance.now()
    const answers = new Map<string, number>()
    for (let n = 0; n < 100_000; n += 1_000)
      await Promise.all(
        Array.from({ length: 1_000 }, async (_, m) => {
          const answer = await codeOf(openings.open(String(n + m).padStart(22, 'x'), undefined, '198.51.100.7'))
          answers.set(answer, (answers.get(answer) ?? 0) + 1)
        }),
      )
    expect([Object.fromEntries(answers), looked]).toEqual([{ TOO_MANY: 99_700, gone: 300 }, 300])
    expect(performance.now() - begun).toBeLessThan(30_000)
    // A right one from there is told the same, and is not used up by it.
    expect(await codeOf(openings.open(token, undefined, '::ffff:198.51.100.7'))).toBe('TOO_MANY')
    expect(await codeOf(openings.open(token, undefined, '198.51.100.8'))).toBe('open')
    clock.now += 10 * 60_000
    expect(await codeOf(openings.open(other.token ?? '', undefined, '198.51.100.7'))).toBe('open')
  })

  test('a mobile network, hundreds of openings behind one address and some that are old: nobody is stopped', async () => {
    const clock = clockOf()
    const handOvers = createHandOvers({ shelf: open(), dayOf: () => '2026-03-05', limits: noLimits, now: () => clock.now, openingMs: 0 })
    const openings = createOpenings({ handOvers, settings: { mostFailed: 50, proxies: 0 }, now: () => clock.now, metrics: createMetrics() })
    for (let n = 0; n < 40; n++) {
      const { token = '' } = await handOvers.issue(wanted({ key: `k${n}` }))
      expect(await codeOf(openings.open(token, 'x'.repeat(22), '198.51.100.7'))).toBe('open')
      // The same phone again, ten times over.
      for (let again = 0; again < 10; again++) expect(await codeOf(openings.open(token, 'x'.repeat(22), '198.51.100.7'))).toBe('open')
      expect(await codeOf(openings.open(`old-${n}`, undefined, '198.51.100.7'))).toBe('gone')
    }
  })
})

test('a network of IPv6 is one, however its addresses are written; others are others', async () => {
  const openings = createOpenings({
    handOvers: { open: () => Promise.resolve(undefined) },
    settings: { mostFailed: 2, proxies: 0 },
    now: () => 0,
    metrics: createMetrics(),
  })
  const tryFrom = (address: string | undefined) => codeOf(openings.open('guess', undefined, address))
  expect(await tryFrom('2001:db8:0:1::1')).toBe('gone')
  expect(await tryFrom('2001:0DB8:0000:0001:ffff:ffff:ffff:ffff')).toBe('gone')
  for (const same of ['2001:db8:0:1:2:3:4:5', '[2001:db8::1:0:0:0:9]', '2001:db8:0:1::', '2001:db8:0:1::1%eth0'])
    expect(await tryFrom(same)).toBe('TOO_MANY')
  for (const other of ['2001:db8:0:2::1', '2001:db8::1', '::1', '192.0.2.1']) expect(await tryFrom(other)).toBe('gone')
  // Who has no address is somebody, too.
  expect([await tryFrom(undefined), await tryFrom(''), await tryFrom(undefined)]).toEqual(['gone', 'gone', 'TOO_MANY'])
})

test('a store that does not answer counts against nobody', async () => {
  let isDown = true
  const openings = createOpenings({
    handOvers: {
      open: () => (isDown ? Promise.reject(Object.assign(new Error('down'), { code: 'STORE_UNAVAILABLE' })) : Promise.resolve(undefined)),
    },
    settings: { mostFailed: 1, proxies: 0 },
    now: () => 0,
    metrics: createMetrics(),
  })
  const tries = () => codeOf(openings.open('token', undefined, '192.0.2.1'))
  expect([await tries(), await tries()]).toEqual(['STORE_UNAVAILABLE', 'STORE_UNAVAILABLE'])
  isDown = false
  expect([await tries(), await tries()]).toEqual(['gone', 'TOO_MANY'])
})

test.each([
  ['no proxy: what anybody may write is nobody’s word', 0, '203.0.113.9', '10.0.0.1'],
  ['one: what it has added', 1, '203.0.113.9, 198.51.100.7', '198.51.100.7'],
  ['two', 2, '203.0.113.9,198.51.100.7 , 10.0.0.2', '198.51.100.7'],
  ['one that adds nothing', 1, undefined, '10.0.0.1'],
  ['fewer than there are', 2, '198.51.100.7', '10.0.0.1'],
])('behind proxies, %s', (_what, proxies, forwardedFor, address) => {
  expect(addressOf('10.0.0.1', forwardedFor, proxies)).toBe(address)
})
