import { expect, test } from 'vitest'
import { describeShelves } from '../../store/testing/suite.ts'
import { createHandOvers } from '../hand-overs.ts'
import type { HandOverSettings } from '../settings.ts'
import { wanted } from '../testing/wanted.ts'

/* Somebody who has an agent's computer, or an agent who is angry with a number. */

const limits: HandOverSettings = { agent: { inTenMinutes: 20, aDay: 150 }, number: { inTenMinutes: 3, aDay: 8 } }
const now = () => Date.parse('2026-03-05T09:00:00Z')

describeShelves((open) => {
  const two = () =>
    Array.from({ length: 2 }, () => createHandOvers({ shelf: open(), dayOf: () => '2026-03-05', limits, now, openingMs: 0 }))
  /** One after the other would never meet. */
  const all = (handOvers: ReturnType<typeof two>, count: number, changes: (n: number) => Parameters<typeof wanted>[0]) =>
    Promise.allSettled(Array.from({ length: count }, (_, n) => handOvers[n % 2]!.issue(wanted(changes(n)))))
  const sentBy = (answers: PromiseSettledResult<unknown>[]) => answers.filter(({ status }) => status === 'fulfilled').length
  const refusals = (answers: PromiseSettledResult<unknown>[]) =>
    new Set(answers.flatMap((answer) => (answer.status === 'rejected' ? [(answer.reason as { code: string }).code] : [])))

  test('1,000 links at once by one agent, to 1,000 numbers, over two servers on one store: as many as he may send', async () => {
    const handOvers = two()
    const answers = await all(handOvers, 1_000, (n) => ({ msisdn: `+3939900${String(n).padStart(5, '0')}` }))
    expect([sentBy(answers), [...refusals(answers)]]).toEqual([20, ['TOO_MANY']])
  }, 60_000)

  test('60 links at once to one number, by 60 agents: as many as it may be sent', async () => {
    const handOvers = two()
    const answers = await all(handOvers, 60, (n) => ({ sender: { kind: 'agent', id: `S-${n}`, name: 'Somebody' } }))
    expect([sentBy(answers), [...refusals(answers)]]).toEqual([3, ['TOO_MANY']])
  }, 60_000)
})
