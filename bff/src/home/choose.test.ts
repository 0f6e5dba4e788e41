import { afterEach, beforeEach, expect, test } from 'vitest'
import { all, content, releaseBody, rule, surface } from '../testing/release-body.ts'
import { openStages, type Stages } from './testing/stages.ts'

/* Back-ends are asked side by side wherever it is known what will be needed: a home takes as long as its longest chain of questions. */

const customerId = 'C-0031'
const hour = 3_600_000
/** One that hangs has time until it has been seen what was asked meanwhile. */
const policy = { t1Ms: hour, t2Ms: 2 * hour, readTimeoutMs: 1_500, retries: 0, failureMemoryMs: 0 }

let stages: Stages

beforeEach(async () => {
  const body = releaseBody({
    triggers: [
      { id: 'has-credit', name: 'Has credit', rule: all(rule('balance.amount', '>=', 0)) },
      { id: 'in-debt', name: 'In debt', rule: all(rule('account.isInDebt', '=', true)) },
    ],
    clusters: [{ id: 'everyone', name: 'Everyone', priority: 1, home: 'home-all' }],
    surfaces: [surface('home-all', ['counters', 'debt'])],
    contents: [
      { ...content('counters', 'usage'), trigger: 'has-credit' },
      { ...content('debt', 'alert', { subject: 'plain', headline: { it: 'Paga', en: 'Pay' } }), trigger: 'in-debt' },
    ],
    policies: { balance: policy, account: policy, usage: policy },
  })
  stages = await openStages({ body })
})
afterEach(() => stages.close())

const asked = () => stages.simulator.calls.of('usage').total

test('what a content is drawn from is asked for as soon as its trigger is true, while other triggers wait for theirs', async () => {
  stages.simulator.faults.set('account', { kind: 'hang' })
  let isChosen = false
  const choosing = Promise.resolve(stages.choose(stages.session(customerId))).finally(() => (isChosen = true))
  await expect.poll(asked).toBe(1)
  expect(isChosen).toBe(false)
  const { loaded } = await choosing
  expect(loaded.map((one) => one.content.content.id)).toEqual(['counters'])
})

test('what stood on a customer’s page is asked for again while rules wait for new facts', async () => {
  const { choice } = await stages.choose(stages.session(customerId))
  expect(asked()).toBe(1)
  stages.now += 3 * hour
  stages.simulator.faults.set('balance', { kind: 'hang' })
  let isChosen = false
  const choosing = Promise.resolve(stages.choose(stages.session(customerId), {}, choice)).finally(() => (isChosen = true))
  await expect.poll(asked).toBe(2)
  expect(isChosen).toBe(false)
  // Nobody knows whether he has credit: what was asked for is not shown for that.
  expect((await choosing).loaded).toEqual([])
})
