import type { MethodName, MethodParams, MethodResult } from '@mosaic/schemas/bss'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startSimulator, type Simulator } from '../../../simulator/start.ts'
import { createContract } from '../../../simulator/testing/contract.ts'
import { paths } from '../../../simulator/tmf/paths.ts'
import { createReader } from '../../config-reader.ts'
import { createRestConnector, type RestRequest } from '../connectors/rest/connector.ts'
import { restSettings } from '../connectors/rest/settings.ts'
import type { AskedParams, Source, WriteInput } from '../contract.ts'
import { methodSources } from './index.ts'

/* What the help desk knows and does, asked of the simulator as of the operator's systems. */

// A Friday morning.
const now = new Date('2026-05-01T10:30:00Z')
const luca = { customerId: 'C-0009', lineId: 'L-0009-1' }

let simulator: Simulator
let rest: ReturnType<typeof createRestConnector>
beforeAll(async () => {
  simulator = await startSimulator({ port: 0, now: () => now })
  rest = createRestConnector(restSettings(createReader({ BSS_URL: simulator.url }, [])))
})
beforeEach(() => simulator.reset())
afterAll(async () => {
  await rest.close()
  await simulator.close()
})

const bodies: unknown[] = []
const send = (request: RestRequest) => {
  bodies.push(request.body)
  return rest.send(request, { timeoutMs: 10_000 })
}

function ask<Name extends MethodName>(name: Name, params: MethodParams = luca, input?: WriteInput<Name>): Promise<MethodResult<Name>> {
  const source = methodSources[name].rest as Source<Name, 'rest'>
  return source.ask({ currency: 'EUR', now, send, sendOnce: send }, params as AskedParams<Name>, input as WriteInput<Name>)
}

describe('a call-back', () => {
  const book = (slotId: string, idempotencyKey: string, customerId = luca.customerId) =>
    ask('bookCallback', { customerId }, { slotId, idempotencyKey, topic: 'Router' })

  /** Books the first hour until it is full, each time for another customer; the answers in their order. */
  async function fill(slotId: string): Promise<string[]> {
    const outcomes: string[] = []
    while (outcomes.at(-1) !== 'failed') outcomes.push((await book(slotId, `others-${outcomes.length}`, `C-001${outcomes.length}`)).status)
    return outcomes
  }

  test('is one of the free hours, and an appointment of this customer alone once it is booked', async () => {
    const [slot] = await ask('callbackSlots')
    const booked = await book(slot?.id ?? '', 'a-key')
    expect(booked).toMatchObject({ status: 'completed' })
    expect(await ask('appointments')).toEqual([
      { id: booked.id, what: 'callback', status: 'confirmed', startsAt: slot?.startsAt, endsAt: slot?.endsAt, topic: 'Router' },
    ])
    expect(await ask('appointments', { customerId: 'C-0010' })).toEqual([])
  })

  test('of an hour that is full did not happen, and the hour is not told any more', async () => {
    const [slot] = await ask('callbackSlots')
    const outcomes = await fill(slot?.id ?? '')
    expect(outcomes.length).toBeLessThanOrEqual(4)
    expect(await book(slot?.id ?? '', 'too-late')).toEqual({ id: slot?.id, status: 'failed' })
    expect(await ask('appointments')).toEqual([])
    expect((await ask('callbackSlots')).map(({ id }) => id)).not.toContain(slot?.id)
  })

  test('whose answer was lost is found again by its key, also when the hour is full by then', async () => {
    const [slot] = await ask('callbackSlots')
    simulator.faults.set('bookCallback', { kind: 'reset', afterHandling: true, times: 1 })
    await expect(book(slot?.id ?? '', 'lost')).rejects.toMatchObject({ code: 'BSS_UNAVAILABLE', wasSent: true })
    await fill(slot?.id ?? '')
    expect(await book(slot?.id ?? '', 'lost')).toMatchObject({ status: 'completed' })
    expect(await ask('appointments')).toHaveLength(1)
  })

  test('with a key of another one may have happened: it is never said that it did not', async () => {
    const [one, other] = await ask('callbackSlots')
    await book(one?.id ?? '', 'one-key')
    await expect(book(other?.id ?? '', 'one-key')).rejects.toMatchObject({ code: 'BSS_BAD_ANSWER', wasSent: true })
  })

  test('may be confirmed later', async () => {
    const [slot] = await ask('callbackSlots')
    simulator.faults.set('bookCallback', { kind: 'asynchronous', afterMs: 60_000 })
    expect(await book(slot?.id ?? '', 'slow')).toMatchObject({ status: 'pending' })
    expect(await ask('appointments')).toMatchObject([{ status: 'requested' }])
  })
})

describe('a ticket', () => {
  const input = { title: 'Internet non va', description: 'Internet non va\nChe luce vedi?: Rossa', lineId: 'L-0009-1' }
  const open = (changes: object = {}, idempotencyKey = 'a-key') => ask('openTicket', luca, { ...input, ...changes, idempotencyKey })
  const kept = async () => (await (await fetch(`${simulator.url}${paths.troubleTicket}?relatedParty.id=C-0009`)).json()) as object[]

  test('keeps to the contract on both ways, and is one of his tickets once it is open', async () => {
    const { problems } = createContract('TMF621')
    const opened = await open()
    expect(opened.status).toBe('completed')
    expect(problems('TroubleTicket_Create', bodies.at(-1))).toEqual([])
    const [ticket] = await kept()
    expect(problems('TroubleTicket', ticket)).toEqual([])
    expect(ticket).toMatchObject({ id: opened.id, description: input.description, externalId: 'a-key', status: 'acknowledged' })
    expect(await ask('tickets')).toMatchObject([{ id: opened.id, title: input.title, status: 'open', lineId: 'L-0009-1' }])
  })

  test('whose answer was lost is found again by its key; with the key of another one it is never said that it is open', async () => {
    simulator.faults.set('openTicket', { kind: 'reset', afterHandling: true, times: 1 })
    await expect(open()).rejects.toMatchObject({ code: 'BSS_UNAVAILABLE', wasSent: true })
    const again = await open()
    expect(await open()).toEqual(again)
    await expect(open({ description: 'Altro' })).rejects.toMatchObject({ code: 'BSS_BAD_ANSWER' })
    expect(await kept()).toHaveLength(1)
  })

  test.each<[string, object]>([
    ['no description', { description: '' }],
    ['no title', { title: '' }],
    ['the line of somebody else', { lineId: 'L-0010-1' }],
  ])('%s: refused, and nothing is open', async (_name, changes) => {
    await expect(open(changes)).rejects.toMatchObject({ code: 'BSS_BAD_ANSWER', wasSent: false })
    expect(await kept()).toEqual([])
  })
})

test('the SIM of a line is asked for as such, and nothing of it is told that opens it', async () => {
  const sim = await ask('sim', { lineId: 'L-0014-1' })
  expect(sim).toMatchObject({ form: 'esim', state: 'active', device: 'Vela 8 Pro', serialEnd: expect.stringMatching(/^\d{4}$/) as string })
  expect([simulator.calls.of('sim').total, simulator.calls.of('plan').total]).toEqual([1, 0])
})

test('who has trouble sees it, and nobody else', async () => {
  const roberto = { customerId: 'C-0011', lineId: 'L-0011-1' }
  expect(await ask('outages', roberto)).toMatchObject([{ isPlanned: false, services: ['data'] }])
  expect(await ask('tickets', roberto)).toMatchObject([{ status: 'open', lineId: 'L-0011-1' }])
  expect(await ask('appointments', roberto)).toMatchObject([{ what: 'technician', status: 'confirmed' }])
  for (const method of ['outages', 'tickets', 'appointments'] as const) expect(await ask(method)).toEqual([])
})
