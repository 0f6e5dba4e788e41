import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStages, type Stages } from '../../home/testing/stages.ts'
import { createLog } from '../../log.ts'
import { createMetrics } from '../../metrics.ts'
import { openSqliteShelf } from '../../store/sqlite.ts'
import { releaseBody } from '../../testing/release-body.ts'
import type { Contact } from '../contract.ts'
import { createSendTalk, talkOf } from './talk.ts'
import { createTalks } from './talks.ts'

/* Talks on their way over the real data layer into a register that fails. */

let stages: Stages
beforeAll(async () => void (stages = await openStages({ body: releaseBody() })))
afterAll(() => stages.close())

const contact: Contact = {
  id: 'c'.repeat(32), brand: 'aurora', channel: 'callBack', callId: undefined, msisdn: undefined, customerId: 'C-0008', agentId: 'S-anna',
  reason: undefined, text: undefined, state: 'closed', startedAt: new Date('2026-11-22T09:40:00Z'), endedAt: new Date('2026-11-22T09:50:00Z'),
} // prettier-ignore

test('a register that is down, then writes and loses its answer, then says that it has it: one talk stands in it', async () => {
  const { simulator, bss } = stages
  const clock = { now: stages.now }
  const send = createSendTalk({ bss, engine: { get: () => stages.release } })
  const shelf = openSqliteShelf(':memory:')
  const talks = createTalks({ shelf, send, now: () => clock.now, log: createLog('silent'), metrics: createMetrics() })
  const written = async () => {
    const answer = await fetch(`${simulator.url}/tmf-api/partyInteraction/v4/partyInteraction?relatedParty.id=C-0008`)
    return (await answer.json()) as { note: { id: string }[] }[]
  }
  const later = async () => {
    clock.now += 10 * 60_000
    stages.now = clock.now
    await talks.work(() => false)
  }
  simulator.faults.set('recordContact', { kind: 'error', status: 503 })
  await talks.write(contact)
  expect(await written()).toEqual([])
  simulator.faults.set('recordContact', { kind: 'reset', afterHandling: true })
  await later()
  expect(await written()).toHaveLength(1)
  simulator.faults.clear()
  await later()
  await later()
  expect(await written()).toMatchObject([
    { direction: 'outbound', note: [{ id: contact.id, author: 'S-anna' }], interactionDate: { startDateTime: '2026-11-22T09:40:00.000Z' } },
  ])
  const [end] = await shelf.find('talkEvent', { key: `stream:${talkOf(contact)?.input.idempotencyKey}`, limit: 1, newestFirst: true })
  expect(end?.body).toEqual({ type: 'written' })
  await shelf.close()
})

test('a brand that is not live has nowhere to write to, for now', async () => {
  const talk = talkOf(contact)
  if (!talk) throw new TypeError('It is over')
  expect(await createSendTalk({ bss: stages.bss, engine: { get: () => undefined } })(talk)).toBe('BRAND_NOT_PUBLISHED')
})

test('what still goes on, is nobody’s or is with nobody is no talk; one that ended before it began took no time', () => {
  for (const missing of ['customerId', 'agentId', 'endedAt'] as const) expect(talkOf({ ...contact, [missing]: undefined })).toBeUndefined()
  const { input } = talkOf({ ...contact, endedAt: new Date('2026-11-22T09:00:00Z') }) ?? {}
  expect([input?.startedAt, input?.endedAt]).toEqual(['2026-11-22T09:40:00.000Z', '2026-11-22T09:40:00.000Z'])
})
