import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCareSystem, type CareSystem } from '../testing/care-system.ts'

/* Somebody who guesses from where he is, behind a proxy of ours, and pretends to be elsewhere. */

let system: CareSystem
beforeAll(async () => void (system = await startCareSystem({ env: { HAND_OVER_OPENING_LIMIT: '20', TRUSTED_PROXIES: '1' } })))
afterAll(() => system.close())

test('guesses from one address are stopped, whatever it says of itself; who comes from elsewhere opens at once', async () => {
  const { token } = await system.sendLink()
  // What he writes himself stands to the left of what the proxy adds.
  const from = (address: string, n = 0) => ({ 'x-forwarded-for': `203.0.113.${n % 250}, ${address}` })
  const guesses = await Promise.all(
    Array.from({ length: 500 }, (_, n) => system.open(String(n).padStart(22, 'x'), from('198.51.100.7', n))),
  )
  const refused = guesses.filter(({ status }) => status === 429)
  expect([guesses.filter(({ status, body }) => status === 200 && body.includes('"gone"')).length, refused.length]).toEqual([20, 480])
  const waits = refused.map(({ headers }) => Number(headers['retry-after']))
  expect(Math.min(...waits)).toBeGreaterThan(0)
  expect(Math.max(...waits)).toBeLessThanOrEqual(600)
  // From there the right link is refused like any other, and that does not use it up.
  const [right, wrong] = [await system.open(token, from('198.51.100.7')), await system.open('y'.repeat(22), from('198.51.100.7'))]
  expect([right.status, right.body]).toEqual([429, wrong.body])
  expect(right.body).toContain('TOO_MANY')
  expect((await system.open(token, from('198.51.100.8'))).body).toContain('"open"')
  const metrics = await (await fetch(`${system.bff.url}/metrics`)).text()
  expect(metrics).toContain('bff_hand_over_openings_total{outcome="refused"} 482')
  expect(metrics).not.toMatch(/198\.51\.100|203\.0\.113/)
})
