import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { brandCare, careBody } from '../../hand-over/testing/care-body.ts'
import { chiara, startCareSystem, type CareSystem } from '../../hand-over/testing/care-system.ts'

/* Somebody wants to be called, and an agent calls: over both doors. */

const body = careBody()
const hours = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', until: '23:30', capacity: 2 }))

let system: CareSystem
beforeAll(async () => {
  system = await startCareSystem({ body: { ...body, brand: { ...body.brand, care: { ...brandCare, hours } } } })
})
beforeEach(() => system.simulator.reset())
afterAll(() => system.close())

const times = '{ callBackTimes { startsAt endsAt } }'
const requesting = 'mutation ($input: RequestCallBackInput!) { requestCallBack(input: $input) { status message { value lang } startsAt } }'
const shown = 'id customerId name lineId msisdn topic said startsAt state isLate agentId attempts handOver { id }'
const queue = `query ($until: DateTime) { callBacks(until: $until) { ${shown} } }`
const taking = `mutation ($id: ID!) { takeCallBack(id: $id) { ${shown} } }`
const closing = `mutation ($id: ID!, $state: String!) { closeCallBack(id: $id, state: $state) { ${shown} } }`
const booking = `mutation ($input: BookCallBackInput!) { bookCallBack(input: $input) { status callBack { ${shown} } } }`

type Time = { startsAt: string; endsAt: string }
type Requested = { requestCallBack: { status: string; message: { value: string; lang: string }; startsAt: string | null } }
type Shown = Record<string, unknown> & { id: string; startsAt: string; state: string; customerId: string; agentId: string | null }
const key = () => crypto.randomUUID()
const inAWeek = () => new Date(Date.now() + 8 * 86_400_000).toISOString()

const freeTimes = async (): Promise<Time[]> =>
  (await system.askApp<{ callBackTimes: Time[] }>(chiara.customer, times)).data?.callBackTimes ?? []
/** The n-th from the end: days away, so that no test runs into the quarter of an hour before it. */
const lateTime = async (n = 1) => (await freeTimes()).at(-n)?.startsAt ?? ''
const request = async (wanted: Record<string, unknown>, customer = chiara.customer) => {
  const { data, codes } = await system.askApp<Requested>(customer, requesting, { input: { idempotencyKey: key(), ...wanted } })
  return { ...data?.requestCallBack, codes }
}
const queued = async (staffId = 'S-anna') =>
  (await system.askDesk<{ callBacks: Shown[] }>(staffId, queue, { until: inAWeek() })).data?.callBacks ?? []
const take = async (id: string, staffId: string) => {
  const { data, codes } = await system.askDesk<{ takeCallBack: Shown | null }>(staffId, taking, { id })
  return codes.length > 0 ? codes : (data?.takeCallBack?.agentId ?? null)
}
const close = async (id: string, state: string, staffId: string) => {
  const { data, codes } = await system.askDesk<{ closeCallBack: Shown | null }>(staffId, closing, { id, state })
  return codes.length > 0 ? codes : (data?.closeCallBack?.state ?? null)
}

test('she asks at the place where she is stuck; the agent who takes it knows what she has said, and nobody else calls', async () => {
  const { id: handOver } = await system.sendLink()
  await system.askApp(chiara.customer, 'mutation ($id: ID!) { acceptHandOver(id: $id) { id } }', { id: handOver })
  await system.askApp(
    chiara.customer,
    'mutation ($id: ID!) { noteHandOver(input: { id: $id, type: "stuck", wants: "callBack", note: "Pago di più" }) { id } }',
    { id: handOver },
  )
  const startsAt = await lateTime()
  const wanted = { startsAt, handOver, idempotencyKey: key() }
  expect(await request(wanted)).toEqual({
    status: 'booked',
    message: { value: 'Fatto: ti richiamiamo noi. Chi ti chiama sa già che cosa ci hai detto.', lang: 'it' },
    startsAt,
    codes: [],
  })
  // The answer was lost, or she has tapped twice.
  expect((await request(wanted)).status).toBe('booked')

  const [waiting, ...others] = await queued()
  expect(others).toEqual([])
  expect(waiting).toMatchObject({
    customerId: chiara.customer,
    name: chiara.name,
    lineId: chiara.line,
    msisdn: chiara.msisdn,
    topic: 'Spiegazione della fattura',
    said: ['Pago di più'],
    startsAt,
    state: 'waiting',
    isLate: false,
    agentId: null,
    attempts: 0,
    handOver: { id: handOver },
  })
  const id = waiting?.id ?? ''
  const told = await Promise.all(['S-anna', 'S-bruno', 'S-anna', 'S-bruno'].map((agent) => take(id, agent)))
  const [winner] = told.filter((agent) => agent !== null)
  expect(told.filter((agent) => agent === winner)).toHaveLength(2)
  const loser = winner === 'S-anna' ? 'S-bruno' : 'S-anna'
  expect(await close(id, 'done', loser)).toBeNull()
  expect(await close(id, 'lost', String(winner))).toEqual(['BAD_INPUT'])
  expect(await close(id, 'done', String(winner))).toBe('done')
  expect(await queued()).toEqual([])
  const his = await system.askDesk(loser, `{ customer(id: "${chiara.customer}") { callBacks { id name state agentId } } }`)
  expect(his.data).toEqual({ customer: { callBacks: [{ id, name: chiara.name, state: 'done', agentId: winner }] } })
})

test('without a link she is called on the line one can talk on; a slot that fills up says so, and is offered to nobody', async () => {
  const startsAt = await lateTime(2)
  expect((await request({ startsAt, topic: 'La SIM nuova' })).status).toBe('booked')
  expect((await request({ startsAt }, 'C-0001')).status).toBe('booked')
  expect(await request({ startsAt }, 'C-0002')).toMatchObject({ status: 'full', startsAt: null })
  expect((await freeTimes()).map((time) => time.startsAt)).not.toContain(startsAt)
  const two = (await queued()).filter((one) => one.startsAt === startsAt)
  expect(new Map(two.map(({ customerId, topic, msisdn }) => [customerId, [topic, String(msisdn).slice(0, 6)]]))).toEqual(
    new Map([
      ['C-0001', ['', '+39399']],
      [chiara.customer, ['La SIM nuova', '+39399']],
    ]),
  )
  const busy = await system.askDesk<{ callBackTimes: (Time & { free: number })[] }>('S-sandro', '{ callBackTimes { startsAt free } }')
  expect(busy.data?.callBackTimes.find((time) => time.startsAt === startsAt)).toEqual({ startsAt, free: 0 })
  expect((await request({ startsAt: new Date(Date.parse(startsAt) + 60_000).toISOString() })).status).toBe('closed')
})

test('an agent books for somebody, once; and what cannot be used is named', async () => {
  const startsAt = await lateTime(5)
  const book = async (input: Record<string, unknown>, staffId = 'S-anna') => {
    const wanted = { customer: chiara.customer, startsAt, topic: 'Fattura', idempotencyKey: key(), ...input }
    const { data, codes } = await system.askDesk<{ bookCallBack: { status: string; callBack: Shown | null } }>(staffId, booking, {
      input: wanted,
    })
    return codes.length > 0 ? codes : data?.bookCallBack
  }
  const idempotencyKey = key()
  const [one, two] = await Promise.all([book({ idempotencyKey }), book({ idempotencyKey })])
  expect(one).toMatchObject({ status: 'booked', callBack: { name: chiara.name, msisdn: chiara.msisdn, topic: 'Fattura' } })
  expect(two).toEqual(one)
  for (const input of [
    { customer: 'C-none' },
    { line: 'L-0001-1' },
    { topic: ' ' },
    { topic: 'x'.repeat(601) },
    { idempotencyKey: 'short' },
  ])
    expect([input, await book(input)]).toEqual([input, ['BAD_INPUT']])
  expect(await book({}, 'S-nadia')).toEqual(['FORBIDDEN'])
})

test('what is not hers is none of hers: hand-overs, lines, walks; and nobody without a session books', async () => {
  const { id: handOver } = await system.sendLink()
  const startsAt = await lateTime(8)
  expect((await request({ startsAt, handOver }, 'C-0001')).codes).toEqual(['BAD_INPUT'])
  expect((await request({ startsAt, handOver: 'none' })).codes).toEqual(['BAD_INPUT'])
  expect((await request({ startsAt, lineId: 'L-0001-1' })).codes).toEqual(['LINE_NOT_FOUND'])
  expect((await request({ startsAt, run: 'none' })).codes).toEqual(['BAD_INPUT'])
  expect((await request({ startsAt, topic: 'x'.repeat(601) })).codes).toEqual(['BAD_INPUT'])
  expect((await request({ startsAt, idempotencyKey: 'short' })).codes).toEqual(['BAD_INPUT'])
  const nobody = await system.askApp(undefined, requesting, { input: { startsAt, idempotencyKey: key() } })
  expect(nobody.codes).toEqual(['UNAUTHENTICATED'])
  expect((await system.askApp(undefined, times)).codes).toEqual(['UNAUTHENTICATED'])
  expect((await queued()).filter((one) => one.startsAt === startsAt)).toEqual([])
  expect([await take('none', 'S-anna'), await close('none', 'done', 'S-anna')]).toEqual([null, null])
  expect(await take('none', 'S-nadia')).toEqual(['FORBIDDEN'])
})

test('four of one day are enough for one customer, in words he can read', async () => {
  const free = await freeTimes()
  const day = free.at(-60)?.startsAt.slice(0, 10)
  // In the middle of the day: where the brand is at home it is the same one.
  const ofDay = free.filter(({ startsAt }) => startsAt.startsWith(`${day}T1`))
  for (const { startsAt } of ofDay.slice(0, 4)) expect((await request({ startsAt }, 'C-0003')).status).toBe('booked')
  expect(await request({ startsAt: ofDay[5]?.startsAt }, 'C-0003')).toMatchObject({
    status: 'closed',
    message: { value: 'Per quel giorno hai già altre richiamate in programma: scegli un altro giorno.' },
  })
})

test('his number cannot be looked up: nothing is booked, and the same key books later', async () => {
  const startsAt = await lateTime(60)
  const wanted = { startsAt, idempotencyKey: key() }
  system.simulator.faults.set('lines', { kind: 'error' })
  expect((await request(wanted, 'C-0004')).codes).toEqual(['BACKEND_UNAVAILABLE'])
  expect((await queued()).filter((one) => one.startsAt === startsAt)).toEqual([])
  system.simulator.reset()
})

const waiting = '{ callBacks { id startsAt endsAt topic } }'
const cancelling = 'mutation ($id: ID!) { cancelCallBack(id: $id) { status message { value lang } } }'
const waitingOf = async (customer: string) => {
  const { data, codes } = await system.askApp<{ callBacks: (Time & { id: string; topic: string })[] }>(customer, waiting)
  return codes.length > 0 ? [] : (data?.callBacks ?? [])
}
const cancel = async (id: string, customer: string) => {
  const { data, codes } = await system.askApp<{ cancelCallBack: { status: string; message: { value: string } } }>(customer, cancelling, {
    id,
  })
  return codes.length > 0 ? codes : data?.cancelCallBack
}

test('what he waits for is told to him alone, and is his to take back: then somebody else can be called', async () => {
  const [later, sooner] = [await lateTime(100), await lateTime(101)]
  await request({ startsAt: later, topic: 'Il modem' }, 'C-0005')
  await request({ startsAt: sooner }, 'C-0005')
  const [first, second, ...others] = await waitingOf('C-0005')
  expect([first, second, others]).toMatchObject([{ startsAt: sooner, topic: '' }, { startsAt: later, topic: 'Il modem' }, []])
  expect(Object.keys(second ?? {})).toEqual(['id', 'startsAt', 'endsAt', 'topic'])
  expect(await waitingOf('C-0006')).toEqual([])

  const id = second?.id ?? ''
  const gone = { status: 'gone', message: { value: 'Questa richiamata non c’è più.', lang: 'it' } }
  expect([await cancel(id, 'C-0006'), await cancel('none', 'C-0006')]).toEqual([gone, gone])
  expect((await queued()).map((one) => one.id)).toContain(id)

  expect(await cancel(id, 'C-0005')).toEqual({ status: 'cancelled', message: { value: 'Annullata: non ti chiamiamo.', lang: 'it' } })
  expect(await cancel(id, 'C-0005')).toMatchObject({ status: 'cancelled' })
  expect((await queued()).map((one) => one.id)).not.toContain(id)
  expect((await waitingOf('C-0005')).map((one) => one.startsAt)).toEqual([sooner])
  expect(await take(id, 'S-anna')).toBeNull()
  for (const customer of ['C-0007', 'C-0008']) expect((await request({ startsAt: later }, customer)).status).toBe('booked')
})

test('whom an agent has taken is called: he cannot take it back any more, and is told why', async () => {
  await request({ startsAt: await lateTime(102) }, 'C-0009')
  const [mine] = await waitingOf('C-0009')
  const id = mine?.id ?? ''
  expect(await take(id, 'S-anna')).toBe('S-anna')
  expect(await cancel(id, 'C-0009')).toMatchObject({ status: 'taken', message: { value: expect.stringContaining('sta già per farlo') } })
  expect((await waitingOf('C-0009')).map((one) => one.id)).toEqual([id])
  expect(await close(id, 'done', 'S-anna')).toBe('done')
  expect([await cancel(id, 'C-0009'), await waitingOf('C-0009')]).toMatchObject([{ status: 'gone' }, []])
})

test('a supervisor sees how busy it will be; an agent does not, and it stands in the register', async () => {
  const startsAt = await lateTime(110)
  await request({ startsAt }, 'C-0010')
  const loading = '{ callBackLoad { startsAt endsAt booked capacity } }'
  const { data } = await system.askDesk<{ callBackLoad: Time[] }>('S-sandro', loading)
  expect(data?.callBackLoad.find((one) => one.startsAt === startsAt)).toMatchObject({ booked: 1, capacity: 2 })
  expect((await system.askDesk('S-anna', loading)).codes).toEqual(['FORBIDDEN'])
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(new Date())
  const register = await system.askDesk('S-sandro', 'query ($day: String!) { audit(day: $day) { who what } }', { day })
  expect(register.data).toMatchObject({ audit: expect.arrayContaining([{ who: 'S-sandro', what: 'callBack.load' }]) })
})
