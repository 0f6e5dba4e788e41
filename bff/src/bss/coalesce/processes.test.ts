import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sendAccount, startBackEnd, type BackEnd } from '../../testing/back-end.ts'
import { isRedisMissing, redisHint, startRedis, type RedisServer } from '../../testing/servers/redis.ts'
import type { InstanceJob, InstanceReport, InstanceStart } from '../testing/instance-main.ts'

/* Instances as they really are: processes, one of which dies or stands still while it is its turn to ask. */

let redis: RedisServer
let backEnd: BackEnd
let instances: ChildProcess[] = []
let customer = 0

beforeAll(async () => {
  if (isRedisMissing) return
  redis = await startRedis()
  backEnd = await startBackEnd()
  const apis = Object.fromEntries(Object.entries(backEnd.apis).map(([name, url]) => [name, url.href]))
  const start: InstanceStart = { apis, redis: { url: redis.url, deadlineMs: 500 } }
  instances = await Promise.all(
    Array.from({ length: 3 }, async () => {
      const child = fork(join(import.meta.dirname, '..', 'testing', 'instance-main.ts'), [JSON.stringify(start)])
      await once(child, 'message')
      return child
    }),
  )
})
afterAll(async () => {
  for (const child of instances) child.kill('SIGKILL')
  await backEnd?.close()
  await redis?.stop()
})
beforeEach(() => {
  customer++
  if (backEnd) backEnd.calls = 0
})
afterEach(() => {
  for (const child of instances) child.kill('SIGCONT')
})

async function ask(child: ChildProcess, times: number, changes: InstanceJob['changes'] = {}): Promise<InstanceReport> {
  const answered = once(child, 'message')
  child.send({ customerId: `C-${customer}`, times, changes } satisfies InstanceJob)
  return ((await answered) as [InstanceReport])[0]
}
const owes = (euros: number) => JSON.stringify({ due: euros * 100, isStale: false })
const patient = { readTimeoutMs: 20_000 }

describe.skipIf(isRedisMissing)(`processes${isRedisMissing ? ` (${redisHint})` : ''}`, () => {
  test('ask together', async () => {
    backEnd.answer = (response) => void setTimeout(() => sendAccount(response, 1), 100)
    const reports = await Promise.all(instances.map((child) => ask(child, 100, patient)))
    expect(new Set(reports.flatMap(({ answers }) => answers))).toEqual(new Set([owes(1)]))
    expect(backEnd.calls).toBe(1)
  })

  test('that stands still while it is its turn is overtaken, and what it brings later does not replace what is newer', async () => {
    const [slow, quick, third] = instances as [ChildProcess, ChildProcess, ChildProcess]
    let letGo = () => undefined as void
    backEnd.answer = (response) => void (letGo = () => sendAccount(response, 1))
    const late = ask(slow, 1, patient)
    await expect.poll(() => backEnd.calls).toBe(1)
    slow.kill('SIGSTOP')
    backEnd.answer = (response) => sendAccount(response, 2)
    expect((await ask(quick, 10, patient)).answers).toEqual([owes(2)])
    expect(backEnd.calls).toBe(2)
    letGo()
    slow.kill('SIGCONT')
    await late
    expect((await ask(third, 1, patient)).answers).toEqual([owes(2)])
    expect(backEnd.calls).toBe(2)
  })

  test('that is killed while it is its turn is followed by one other, within the time a turn lasts', async () => {
    const [leader, ...others] = instances as [ChildProcess, ...ChildProcess[]]
    backEnd.answer = () => undefined
    leader.send({ customerId: `C-${customer}`, times: 1, changes: patient } satisfies InstanceJob)
    await expect.poll(() => backEnd.calls).toBe(1)
    const followers = Promise.all(others.map((child) => ask(child, 50, patient)))
    backEnd.answer = (response) => sendAccount(response, 3)
    leader.kill('SIGKILL')
    const reports = await followers
    expect(new Set(reports.flatMap(({ answers }) => answers))).toEqual(new Set([owes(3)]))
    expect(backEnd.calls).toBe(2)
    expect(Math.max(...reports.flatMap(({ waits }) => waits))).toBeLessThan(2_500)
  })
})
