import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { brandCare, careBody } from '../../../../src/hand-over/testing/care-body.ts'
import { chiara, startCareSystem, type CareSystem } from '../../../../src/hand-over/testing/care-system.ts'
import type { RequestContext } from '../api/client.ts'
import { askCallBacks, askCallBackTimes, cancelCallBack, requestCallBack } from '../call-back/call-backs.ts'
import { askMenu } from '../menu/menu.ts'
import { acceptHandOver, askHandOvers, noteHandOver, openHandOver } from './hand-overs.ts'

/* The app’s own documents, from the tap on a link on, to a real server behind which an agent has sent it. */

let system: CareSystem
let context: RequestContext
let stranger: RequestContext
const addresses: string[] = []
beforeAll(async () => {
  const hours = [1, 2, 3, 4, 5, 6, 7].map((day) => ({ day, from: '00:00', until: '23:59', capacity: 1 }))
  const body = careBody()
  system = await startCareSystem({ body: { ...body, brand: { ...body.brand, care: { ...brandCare, hours } } } })
  const of = async (customer: string) =>
    ({ accessToken: await system.simulator.issueToken(customer), locale: 'it', formFactor: 'compact' }) as const
  context = await of(chiara.customer)
  stranger = await of('C-0009')
})
beforeEach(() => {
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (path: string | URL, init?: RequestInit) => {
    // Paths are the app’s; the desk has addresses of its own.
    if (typeof path === 'string' && path.startsWith('/')) addresses.push(path)
    return fetch(new URL(path, system.bff.url), init)
  })
})
afterEach(() => vi.unstubAllGlobals())
afterAll(() => system.close())

const nobody = { locale: 'it', formFactor: 'compact' } as const
/** As each tab has one. */
const opener = 'o'.repeat(43)
test('from the tap to done: opened by nobody in particular, taken by its customer, found again after a reload', async () => {
  const { token, code } = await system.sendLink()
  const opened = await openHandOver(token, opener, nobody)
  if (opened.status !== 'open') throw new Error('The link could not be opened')
  expect(opened.code).toBe(code)

  const taken = await acceptHandOver({ claim: opened.claim }, context)
  if (!taken) throw new Error('The hand-over could not be taken')
  expect(taken).toMatchObject({
    lineId: chiara.line,
    code,
    helper: 'Anna',
    title: { value: 'Spiegazione della fattura', lang: 'it' },
    state: 'signedIn',
    place: { surface: 'summer', widgetId: 'welcome', focus: [], webPath: '/surface/summer#welcome' },
  })
  // A reload knows the id alone: it is in the list, and taking it again is no mistake.
  expect(await askHandOvers(context)).toEqual([taken])
  expect(await acceptHandOver({ id: taken.id }, context)).toEqual(taken)

  expect((await noteHandOver(taken.id, { type: 'reached', step: 'welcome' }, context))?.state).toBe('reached')
  expect((await noteHandOver(taken.id, { type: 'stuck', wants: 'connect', note: 'Non capisco' }, context))?.state).toBe('stuck')
  expect((await noteHandOver(taken.id, { type: 'done' }, context))?.state).toBe('done')
  expect((await noteHandOver(taken.id, { type: 'done' }, context))?.state).toBe('done')
  expect(await askHandOvers(context)).toEqual([])
  for (const secret of [token, opened.claim, code]) expect(addresses.join(' ')).not.toContain(secret)
})

test('without any link it waits for its customer, and for nobody else', async () => {
  const { id, code } = await system.sendLink()
  expect(await askHandOvers(context)).toEqual([expect.objectContaining({ id, code })])
  expect(await askHandOvers(stranger)).toEqual([])
  expect(await acceptHandOver({ id }, stranger)).toBeUndefined()
  expect(await noteHandOver(id, { type: 'done' }, stranger)).toBeUndefined()
  expect((await acceptHandOver({ id }, context))?.state).toBe('signedIn')
})

test('to be called back: a time is picked, booked once however often it is asked, and full when it is', async () => {
  const [first, second] = await askCallBackTimes(context)
  if (!first || !second) throw new Error('There are no times')
  const { id } = await system.sendLink()
  await acceptHandOver({ id }, context)
  const wish = { startsAt: first.startsAt, topic: 'Spiegazione della fattura: non capisco', handOver: id }
  const booked = await requestCallBack(wish, 'over-the-wire-1', context)
  expect(booked).toMatchObject({ status: 'booked', message: { lang: 'it' }, startsAt: first.startsAt })
  expect(await requestCallBack(wish, 'over-the-wire-1', context)).toEqual(booked)
  expect((await requestCallBack({ startsAt: first.startsAt }, 'over-the-wire-2', stranger)).status).toBe('full')
  expect((await askCallBackTimes(stranger)).map(({ startsAt }) => startsAt)).not.toContain(first.startsAt)
  expect((await requestCallBack({ startsAt: '2020-01-01T10:00:00Z' }, 'over-the-wire-3', stranger)).status).toBe('closed')
})

test('what she has booked is hers to see and to take back, and nobody else’s', async () => {
  const startsAt = (await askCallBackTimes(context)).at(-1)?.startsAt ?? ''
  await requestCallBack({ startsAt, topic: 'Il modem' }, 'over-the-wire-4', context)
  const mine = (await askCallBacks(context)).find((one) => one.startsAt === startsAt)
  if (!mine) throw new Error('It is not among hers')
  expect(mine).toEqual({ id: mine.id, startsAt, endsAt: expect.any(String), topic: 'Il modem' })
  expect(await askCallBacks(stranger)).toEqual([])
  expect((await cancelCallBack(mine.id, stranger)).status).toBe('gone')
  expect(await cancelCallBack(mine.id, context)).toMatchObject({ status: 'cancelled', message: { lang: 'it' } })
  expect((await askCallBacks(context)).map(({ id }) => id)).not.toContain(mine.id)
  expect((await askCallBackTimes(stranger)).map((time) => time.startsAt)).toContain(startsAt)
})

test('whatever cannot be opened is gone, in one and the same way', async () => {
  const { token } = await system.sendLink()
  const first = await openHandOver(token, opener, nobody)
  // The answer was lost: the same tab hears it again, another one does not.
  expect(await openHandOver(token, opener, nobody)).toEqual(first)
  for (const dead of [token, 'AAAAAAAAAAAAAAAAAAAAAA', 'x', '%00'])
    expect(await openHandOver(dead, 'p'.repeat(43), nobody)).toEqual({ status: 'gone' })
})

test('the menu is the one that callers hear, screen by screen', async () => {
  const first = await askMenu(undefined, context)
  expect(first?.options.map(({ key, text, callBack }) => [key, text.value, callBack])).toEqual([
    ['1', 'Fattura', false],
    ['3', 'Non funziona', false],
    ['0', 'Operatore', true],
  ])
  const next = await askMenu(first?.options[0]?.node ?? '', context)
  expect(next?.options.map(({ place }) => place?.webPath)).toEqual(['/surface/summer#welcome', expect.stringMatching(/^\/menu\//)])
  expect(await askMenu('gone', context)).toBeUndefined()
})
