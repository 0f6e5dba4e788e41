import { once } from 'node:events'
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { createMetrics } from '../../metrics.ts'
import type { RecordKind, Shelf } from '../../store/contract.ts'
import { describeShelves } from '../../store/testing/suite.ts'
import { createContacts } from '../contacts.ts'
import type { Contact } from '../contract.ts'
import type { SendTalk, Talk } from './contract.ts'
import { createEndedTalks } from './ended.ts'
import { createTalks, mostTries } from './talks.ts'

const [second, minute, hour] = [1_000, 60_000, 3_600_000]
const noon = Date.parse('2026-11-26T12:00:00Z')
const talker = fileURLToPath(new URL('./testing/talker-main.ts', import.meta.url))

const contact = (more: Partial<Contact> = {}): Contact => ({
  id: 'a'.repeat(32), brand: 'aurora', channel: 'call', callId: 'call-1', msisdn: '+393990000001', customerId: 'C-0001', agentId: 'S-anna',
  reason: 'high-bill', text: 'Ha visto il dettaglio', state: 'closed', startedAt: new Date(noon - 4 * minute), endedAt: new Date(noon), ...more,
}) // prettier-ignore

/** The operator's register: what it was sent, and what stands in it, which is once for each key. */
function createRegister() {
  const sent: Talk[] = []
  const kept = new Map<string, Talk>()
  const register: { sent: Talk[]; kept: Map<string, Talk>; faults: ('BSS_UNAVAILABLE' | 'lost')[]; send: SendTalk } = {
    sent,
    kept,
    /** What becomes of the next attempts; then they succeed. `lost`: it was written, and the answer did not come. */
    faults: [],
    send: async (talk) => {
      sent.push(talk)
      const fault = register.faults.shift()
      if (fault !== 'BSS_UNAVAILABLE') kept.set(talk.input.idempotencyKey, talk)
      return fault === 'lost' ? 'BSS_TIMEOUT' : fault
    },
  }
  return register
}

const never = () => false

describeShelves((open, where) => {
  const start = (register = createRegister(), clock = { now: noon }, shelf: Shelf = open()) => {
    const log = { warn: vi.fn<(...said: unknown[]) => void>(), error: vi.fn<(...said: unknown[]) => void>() }
    const metrics = createMetrics()
    const talks = createTalks({ shelf, send: register.send, now: () => clock.now, log, metrics })
    const contacts = createContacts({ shelf, now: () => clock.now })
    const findEnded = createEndedTalks({ contacts, talks, engine: { state: () => [{ brand: 'aurora' }] as never }, now: () => clock.now })
    const round = async () => {
      await findEnded(never)
      await talks.work(never)
    }
    const counted = async () =>
      Object.fromEntries((await metrics.talks.get()).values.map(({ labels, value }) => [labels['outcome'], value]))
    return { register, clock, shelf, log, talks, contacts, round, counted }
  }
  const left = async (shelf: Shelf) => (await shelf.find('talk', { key: 'due', limit: 100 })).length

  test('a talk is written at once, and once however often it is said', async () => {
    const { talks, register, round, clock, shelf, counted } = start()
    await Promise.all(Array.from({ length: 20 }, () => talks.write(contact())))
    clock.now += hour
    await round()
    await talks.write(contact())
    await round()
    expect(register.sent).toEqual([
      {
        brand: 'aurora',
        customerId: 'C-0001',
        input: {
          contactId: 'a'.repeat(32),
          agentId: 'S-anna',
          channel: 'call',
          about: 'high-bill',
          text: 'Ha visto il dettaglio',
          startedAt: '2026-11-26T11:56:00.000Z',
          endedAt: '2026-11-26T12:00:00.000Z',
          idempotencyKey: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
        },
      },
    ])
    expect([await left(shelf), await counted()]).toEqual([0, { written: 1 }])
    // What is known better later is another word.
    await talks.write(contact({ text: 'Richiama lui' }))
    expect(register.kept.size).toBe(2)
  })

  test('one that cannot be written is tried again, each time later, with the same words and the same key', async () => {
    const { talks, register, round, clock, shelf, counted } = start()
    register.faults = ['BSS_UNAVAILABLE', 'lost', 'BSS_UNAVAILABLE']
    await talks.write(contact())
    expect([register.sent.length, register.kept.size]).toEqual([1, 0])
    for (const [wait, sent] of [
      [29 * second, 1],
      [1 * second, 2],
      [59 * second, 2],
      [1 * second, 3],
      [119 * second, 3],
      [1 * second, 4],
      [5 * hour, 4],
    ] as const) {
      clock.now += wait
      await round()
      expect(register.sent).toHaveLength(sent)
    }
    expect(new Set(register.sent.map((talk) => JSON.stringify(talk))).size).toBe(1)
    expect([register.kept.size, await left(shelf), await counted()]).toEqual([1, 0, { failed: 3, written: 1 }])
  })

  test('after a day of nothing it is given up, which stands in the store, in the log and in the figures', async () => {
    const { talks, register, round, clock, shelf, log, counted } = start()
    register.faults = Array.from({ length: 100 }, () => 'BSS_UNAVAILABLE' as const)
    await talks.write(contact())
    for (let tries = 1; tries < mostTries; tries++) {
      clock.now += hour
      await round()
    }
    expect(register.sent).toHaveLength(mostTries)
    clock.now += 24 * hour
    await round()
    await talks.write(contact())
    expect(register.sent).toHaveLength(mostTries)
    const key = register.sent[0]?.input.idempotencyKey ?? ''
    const [last] = await shelf.find('talkEvent', { key: `stream:${key}`, limit: 1, newestFirst: true })
    expect(last?.body).toEqual({ type: 'givenUp', code: 'BSS_UNAVAILABLE' })
    expect(log.error).toHaveBeenCalledExactlyOnceWith(
      { contact: 'a'.repeat(32), code: 'BSS_UNAVAILABLE', tries: mostTries },
      expect.stringContaining('not tried any more'),
    )
    expect([await left(shelf), await counted()]).toEqual([0, { failed: mostTries - 1, givenUp: 1 }])
    // Neither words nor people are told to whoever reads logs.
    expect(JSON.stringify([log.warn.mock.calls, log.error.mock.calls])).not.toMatch(/C-0001|dettaglio|39399/)
  })

  test('four processes at once write 40 talks, each once, whatever fails in between', async () => {
    const [register, clock] = [createRegister(), { now: noon }]
    register.faults = Array.from({ length: 30 }, (_, n) => (n % 3 === 0 ? 'lost' : 'BSS_UNAVAILABLE'))
    const processes = Array.from({ length: 4 }, () => start(register, clock))
    const ids = Array.from({ length: 40 }, (_, n) => n.toString(16).padStart(32, '0'))
    await Promise.all(
      processes.map(({ talks }, own) => Promise.all(ids.filter((_, n) => n % 4 === own).map((id) => talks.write(contact({ id }))))),
    )
    for (let rounds = 0; rounds < 6; rounds++) {
      const before = register.sent.length
      clock.now += 20 * minute
      await Promise.all(processes.map(({ talks }) => talks.work(never)))
      // An attempt is one process's: none of this moment was made twice.
      const made = register.sent.slice(before).map(({ input }) => input.idempotencyKey)
      expect(new Set(made).size).toBe(made.length)
    }
    expect([register.kept.size, register.sent.length]).toEqual([40, 70])
    expect(await left(open())).toBe(0)
  })

  test('a process that is killed while it waits for an answer: another goes on, with the same key', async () => {
    const child = spawn(process.execPath, [talker, JSON.stringify(where()), JSON.stringify(contact()), `${noon}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = once(child, 'close')
    const [said] = (await once(child.stdout, 'data')) as [Buffer]
    child.kill('SIGKILL')
    expect(await ended).toEqual([null, 'SIGKILL'])
    const { register, round, clock } = start()
    await round()
    // It may still be under way.
    expect(register.sent).toEqual([])
    clock.now += 30 * second
    await round()
    expect(register.sent.map(({ input }) => input.idempotencyKey)).toEqual([said.toString().trim()])
  })

  test('a store that fails at any step: nothing is lost, and no word is another one', async () => {
    for (let step = 0; step < 8; step++) {
      const [register, clock, shelf] = [createRegister(), { now: noon }, open()]
      const broken = failingAt(shelf, step)
      const { talks, round } = start(register, clock, broken)
      const id = step.toString(16).padStart(32, '0')
      const { contacts } = start(register, clock, shelf)
      const { id: real } = await contacts.open('aurora', 'other', 'S-anna', `C-${id.slice(-4)}`)
      await contacts.note('aurora', real, { type: 'noted', reason: 'other', text: undefined })
      const closed = await contacts.note('aurora', real, { type: 'closed' })
      if (closed) await talks.write(closed)
      // What could not even be kept is found by its end.
      for (const wait of [minute, 2 * hour + minute, hour]) {
        clock.now += wait
        await round().catch(() => undefined)
        await round()
      }
      expect([step, [...register.kept.values()].filter(({ input }) => input.contactId === real).length]).toEqual([step, 1])
      expect(register.sent.filter(({ input }) => input.contactId === real).length).toBeLessThanOrEqual(2)
    }
  })

  test('a call that nobody says a word about is written two hours after it has ended, with what is known', async () => {
    const { contacts, round, register, clock, shelf } = start()
    await contacts.hear('aurora', 'call-1', { type: 'ringing', msisdn: '+393990000001', dialled: undefined, agentId: undefined })
    await contacts.hear('aurora', 'call-1', { type: 'picked', customerId: 'C-0001' })
    await contacts.hear('aurora', 'call-1', { type: 'answered', agentId: 'S-bruno' })
    clock.now += 3 * minute
    const { id } = await contacts.hear('aurora', 'call-1', { type: 'closed' })
    // Rang and was not taken; was taken, and nobody knows who it was; still goes on; is of a brand that is not here.
    await contacts.hear('aurora', 'missed', { type: 'ringing', msisdn: undefined, dialled: undefined, agentId: 'S-anna' })
    await contacts.hear('aurora', 'missed', { type: 'picked', customerId: 'C-0002' })
    await contacts.hear('aurora', 'missed', { type: 'closed' })
    await contacts.hear('aurora', 'unknown', { type: 'answered', agentId: 'S-anna' })
    await contacts.hear('aurora', 'unknown', { type: 'closed' })
    await contacts.open('aurora', 'other', 'S-anna', 'C-0003')
    await contacts.hear('borealis', 'theirs', { type: 'answered', agentId: 'S-anna' })
    await contacts.hear('borealis', 'theirs', { type: 'picked', customerId: 'C-0004' })
    await contacts.hear('borealis', 'theirs', { type: 'closed' })
    clock.now += 2 * hour
    await round()
    expect(register.sent).toEqual([])
    clock.now += second
    // Also by a process that has just started.
    await Promise.all([round(), start(register, clock, shelf).round()])
    await round()
    expect(register.sent.map(({ customerId, input }) => [customerId, input])).toEqual([
      [
        'C-0001',
        {
          contactId: id,
          agentId: 'S-bruno',
          channel: 'call',
          startedAt: '2026-11-26T12:00:00.000Z',
          endedAt: '2026-11-26T12:03:00.000Z',
          idempotencyKey: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
        },
      ],
    ])
  })

  test('what an agent has said during a call goes along; what he has written down himself is not written again', async () => {
    const { contacts, talks, round, register, clock } = start()
    const call = async (id: string) => {
      await contacts.hear('aurora', id, { type: 'answered', agentId: 'S-anna' })
      await contacts.hear('aurora', id, { type: 'picked', customerId: 'C-0001' })
      await contacts.hear('aurora', id, { type: 'closed' })
      return contacts.hear('aurora', id, { type: 'noted', reason: id, text: undefined })
    }
    await call('hung-up')
    await talks.write(await call('closed-by-hand'))
    clock.now += 2 * hour + minute
    await round()
    await round()
    expect(register.sent.map(({ input }) => input.about)).toEqual(['closed-by-hand', 'hung-up'])
  })
})

/** A shelf of which one write fails, the n-th of the talks: it may have happened, and it may not. */
function failingAt(shelf: Shelf, step: number): Shelf {
  let count = 0
  const failing = async <T>(kind: RecordKind, write: () => Promise<T>): Promise<T> => {
    const isIt = kind.startsWith('talk') && count++ === step
    if (isIt && step % 2 === 0) throw new Error('the store is down')
    const written = await write()
    if (isIt) throw new Error('the store is down, and nobody knows')
    return written
  }
  return {
    ...shelf,
    add: (kind, record) => failing(kind, () => shelf.add(kind, record)),
    remove: (kind, id) => failing(kind, () => shelf.remove(kind, id)),
  }
}
