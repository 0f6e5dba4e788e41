import { smsSize } from '@mosaic/schemas/sms'
import { beforeEach, expect, test } from 'vitest'
import type { Person } from '../care/contract.ts'
import { createSms } from '../sms/create-sms.ts'
import { openSqliteShelf } from '../store/sqlite.ts'
import { createLog } from '../log.ts'
import { createMetrics } from '../metrics.ts'
import type { HandOvers } from './contract.ts'
import { createHandOvers } from './hand-overs.ts'
import { sendHandOver, type Sending } from './send.ts'
import { brandCare, careBody, target } from './testing/care-body.ts'
import { testSms, type TestSms } from './testing/test-sms.ts'
import { noLimits } from './testing/wanted.ts'

const linkOrigin = 'https://app.aurora.example'
const line = { id: 'L-0014-1', msisdn: '+393990000014', kind: 'voice', status: 'active' } as const
const person: Person = {
  customerId: 'C-0014',
  partyId: 'P-0014',
  partyType: 'individual',
  name: 'Marco <b>Ferrari</b>',
  locale: 'it',
  city: 'Torino',
  lines: [line],
  mayBeTexted: true,
}
let handOvers: HandOvers
let sms: TestSms
let sending: Sending

beforeEach(() => {
  const now = Date.now
  handOvers = createHandOvers({ shelf: openSqliteShelf(':memory:'), dayOf: () => '2026-03-05', limits: noLimits, now, openingMs: 0 })
  sms = testSms()
  sending = {
    release: { brand: careBody().brand },
    person,
    line,
    target: target(),
    params: { billId: 'B-1' },
    locale: 'it',
    sender: { kind: 'agent', id: 'S-ANNA', name: 'Anna Agente' },
    contactId: undefined,
    cluster: undefined,
    key: 'one-intent',
    isAgreed: false,
  }
})

const send = (changes: Partial<Sending> = {}, origin: string | undefined = linkOrigin) =>
  sendHandOver({ handOvers, sms, linkOrigin: origin }, { ...sending, ...changes })
const waiting = async () => (await handOvers.ofCustomer('aurora', 'C-0014', 10)).map(({ state }) => state)

test('the SMS: one segment, from the brand, to the line, with the link and the code, and nothing about the customer', async () => {
  const { status, handOver } = await send()
  expect([status, handOver?.state]).toEqual(['sent', 'sent'])
  const [text] = sms.texts
  expect(text).toMatchObject({ from: 'Aurora', to: line.msisdn, id: handOver?.id })
  const link = /https:\/\/app\.aurora\.example\/a\/([\w-]{22}) /.exec(text?.text ?? '')
  expect(text?.text).toBe(`Aurora: la pagina ${link?.[0] ?? ''}Codice ${handOver?.code}.`)
  expect(smsSize(text?.text ?? '').isOneSegment).toBe(true)
  for (const own of ['Marco', 'Ferrari', 'C-0014', 'B-1', line.msisdn, line.id]) expect(text?.text).not.toContain(own)
  expect(await handOvers.open(link?.[1] ?? '')).toMatchObject({ handOver: { params: { billId: 'B-1' }, lineId: line.id } })
})

test('in his language, where a brand has an address of its own there, and for as long as the target says', async () => {
  const release = { brand: { ...careBody().brand, care: { ...brandCare, linkOrigin: 'https://aurora.example' } } }
  const { handOver } = await send({ locale: 'en', release, target: target({ minutes: 30 }) })
  expect(sms.texts[0]?.text).toMatch(/^Aurora: the page https:\/\/aurora\.example\/a\//)
  expect((handOver?.expiresAt.getTime() ?? 0) - (handOver?.issuedAt.getTime() ?? 0)).toBe(30 * 60_000)
})

test('a double tap is one SMS and one answer', async () => {
  const answers = [await send(), await send()]
  expect(answers.map(({ status, handOver }) => [status, handOver?.id])).toEqual(
    Array.from({ length: 2 }, () => ['sent', answers[0]?.handOver?.id]),
  )
  expect(sms.texts).toHaveLength(1)
})

test.each([
  { mayBeTexted: false, isAgreed: false, status: 'noConsent' },
  { mayBeTexted: false, isAgreed: true, status: 'noConsent' },
  { mayBeTexted: undefined, isAgreed: false, status: 'noConsent' },
  { mayBeTexted: undefined, isAgreed: true, status: 'sent' },
  { mayBeTexted: true, isAgreed: false, status: 'sent' },
])('SMS allowed: $mayBeTexted, agreed just now: $isAgreed: $status', async ({ mayBeTexted, isAgreed, status }) => {
  expect((await send({ person: { ...person, mayBeTexted }, isAgreed })).status).toBe(status)
  expect([sms.texts.length, (await waiting()).length]).toEqual(status === 'sent' ? [1, 1] : [0, 0])
})

test.each([
  { reason: 'unavailable', status: 'refused' },
  { reason: 'number', status: 'refused' },
  { reason: 'unknown', status: 'pending' },
])('the network does not take it ($reason): $status, and the app has it all the same', async ({ reason, status }) => {
  sms.answer = { status: 'refused', reason, isWorthTrying: true }
  expect(await send()).toMatchObject({ status, reason, handOver: { state: 'undelivered' } })
  expect(await send()).toMatchObject({ status, reason })
  expect(sms.texts).toHaveLength(1)
})

test('without a way for SMS, or an address for links, it waits in the app', async () => {
  const { sms: none } = createSms(undefined, { log: createLog('silent'), now: () => new Date(), metrics: createMetrics() })
  expect(await sendHandOver({ handOvers, sms: none, linkOrigin }, sending)).toMatchObject({
    status: 'noSms',
    handOver: { state: 'undelivered' },
  })
  expect(await sendHandOver({ handOvers, sms, linkOrigin: undefined }, { ...sending, key: 'another-one' })).toMatchObject({
    status: 'noSms',
  })
  expect([sms.texts.length, await waiting()]).toEqual([0, ['undelivered', 'undelivered']])
})

test('a text that is more than one SMS is not sent, and no hand-over is made', async () => {
  const long = target({ sms: { it: `${'x'.repeat(120)} {link} {code}` } })
  expect(await send({ target: long })).toEqual({ status: 'refused', reason: 'text' })
  expect([sms.texts.length, await waiting()]).toEqual([0, []])
})

test('above the limits nothing is sent', async () => {
  const limits = { ...noLimits, number: { inTenMinutes: 1, aDay: 1 } }
  handOvers = createHandOvers({ shelf: openSqliteShelf(':memory:'), dayOf: () => '2026-03-05', limits, now: () => 0, openingMs: 0 })
  expect((await send()).status).toBe('sent')
  expect(await send({ key: 'another-one' })).toEqual({ status: 'tooMany' })
  expect(sms.texts).toHaveLength(1)
})

test('a crash between the making and the sending is told as what it is', async () => {
  sms.send = () => Promise.reject(new Error('killed'))
  await expect(send()).rejects.toThrow('killed')
  sms = testSms()
  expect(await send()).toMatchObject({ status: 'pending', handOver: { state: 'issued' } })
  expect(sms.texts).toEqual([])
})
