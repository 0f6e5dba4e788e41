import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBff, type Bff } from '../server.ts'
import { createLog } from '../log.ts'
import { releaseBody } from '../testing/release-body.ts'
import { startSystem, type System } from '../testing/system.ts'

/* A policy is published content: what operations change is live in every instance, without a restart. */

const customer = 'C-0014'
let system: System
let second: Bff
beforeAll(async () => {
  system = await startSystem({ body: releaseBody({ policies: { balance: { t1Ms: 3_600_000, t2Ms: 7_200_000 } } }) })
  second = await startBff(system.config, { log: createLog('silent') })
})
afterAll(async () => {
  await second.close()
  await system.close()
})

async function creditIs({ url }: { url: string }): Promise<{ state: string; code: string | undefined }> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await system.simulator.issueToken(customer)}` },
    body: JSON.stringify({
      query: '{ mosaic { widgets { id state issue { code } ... on BalanceWidget { balance { amount { text } } } } } }',
    }),
  })
  const body = (await response.json()) as { data: { mosaic: { widgets: { id: string; state: string; issue: { code: string } | null }[] } } }
  const credit = body.data.mosaic.widgets.find(({ id }) => id === 'credit')
  return { state: credit?.state ?? 'nothing', code: credit?.issue?.code }
}

test('a new policy holds in all instances seconds after it was published, also for what is cached', async () => {
  const instances = [system.bff, second]
  for (const instance of instances) expect(await creditIs(instance)).toEqual({ state: 'READY', code: undefined })
  const calls = system.simulator.calls.of('balance').total
  for (const instance of instances) await creditIs(instance)
  expect(system.simulator.calls.of('balance').total).toBe(calls)

  // Nothing from cache any more, and a system that is too slow for the new patience.
  await system.publish(releaseBody({ policies: { balance: { t1Ms: 0, t2Ms: 0, readTimeoutMs: 50, retries: 0 } } }), { number: 2 })
  system.simulator.faults.set('balance', { kind: 'latency', ms: 400 })
  for (const instance of instances)
    await expect.poll(() => creditIs(instance), { timeout: 10_000 }).toEqual({ state: 'FAILED', code: 'BSS_TIMEOUT' })

  await system.publish(releaseBody({ policies: { balance: { readTimeoutMs: 2_000 } } }), { number: 3 })
  for (const instance of instances)
    await expect.poll(() => creditIs(instance), { timeout: 10_000 }).toEqual({ state: 'READY', code: undefined })
})
