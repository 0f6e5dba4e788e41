import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { chiara } from '../../hand-over/testing/care-system.ts'
import { startGuestSystem, type GuestSystem } from '../testing/guest-system.ts'

/* Somebody has a link that is open on his device, and wants to guess the code that its owner is sent. */

let system: GuestSystem
beforeAll(async () => void (system = await startGuestSystem()))
afterAll(() => system.close())
beforeEach(() => {
  system.simulator.reset()
  // The number has three codes in each of them.
  system.nextHour()
})

const send = (claim: string) => system.step('/a/code', { claim })
const check = (claim: string, code: string) => system.step('/a/code/check', { claim, code })
const other = (code: string) => (code === '000000' ? '000001' : '000000')

test('the owner reads it and types it, once', async () => {
  const { claim } = await system.openLink()
  expect(await send(claim)).toEqual({ status: 'sent' })
  const code = system.codeOn(chiara.msisdn)
  expect(system.simulator.texts.of(chiara.msisdn)[0]?.text).toBe(
    `Aurora Mobile: il tuo codice è ${code}. Vale 5 minuti. Non dirlo a nessuno, nemmeno a noi.`,
  )
  expect(await check(claim, other(code))).toEqual({ status: 'wrong' })
  expect(await check(claim, code)).toMatchObject({ status: 'proven', level: 'otp' })
  expect(await check(claim, code)).toEqual({ status: 'over' })
})

test('five wrong ones end it, also for the right one', async () => {
  const { claim } = await system.openLink()
  await send(claim)
  const code = system.codeOn(chiara.msisdn)
  for (let time = 0; time < 5; time++) expect(await check(claim, other(code))).toEqual({ status: 'wrong' })
  expect(await check(claim, code)).toEqual({ status: 'over' })
})

test('fifty tries at once count as five', async () => {
  const { claim } = await system.openLink()
  await send(claim)
  const code = system.codeOn(chiara.msisdn)
  const guesses = Array.from({ length: 50 }, (_, index) => String((Number(code) + 1 + index) % 1_000_000).padStart(6, '0'))
  const statuses = (await Promise.all(guesses.map((guess) => check(claim, guess)))).map(({ status }) => status)
  expect(statuses.filter((status) => status === 'wrong')).toHaveLength(5)
  expect(statuses.filter((status) => status === 'over')).toHaveLength(45)
  expect(await check(claim, code)).toEqual({ status: 'over' })
})

test('the right one, fifty times at once, is one proof', async () => {
  const { claim } = await system.openLink()
  await send(claim)
  const code = system.codeOn(chiara.msisdn)
  const statuses = (await Promise.all(Array.from({ length: 50 }, () => check(claim, code)))).map(({ status }) => status)
  expect(statuses.filter((status) => status === 'proven')).toHaveLength(1)
})

test('the code of one link is no code of another, nor is one that was never sent', async () => {
  const [thief, owner] = [await system.openLink(), await system.openLink()]
  expect(await check(thief.claim, '123456')).toEqual({ status: 'over' })
  await send(thief.claim)
  await send(owner.claim)
  const ofOwner = system.codeOn(chiara.msisdn)
  expect(await check(thief.claim, ofOwner)).toEqual({ status: 'wrong' })
  expect(await check(owner.claim, ofOwner)).toMatchObject({ status: 'proven' })
})

test('a number gets three codes an hour, over however many links; guessing over new links is held by that', async () => {
  const links = [await system.openLink(), await system.openLink(), await system.openLink(), await system.openLink()]
  const statuses = []
  for (const { claim } of links) statuses.push((await send(claim)).status)
  expect(statuses).toEqual(['sent', 'sent', 'sent', 'tooMany'])
  expect((await send(links[0]?.claim ?? '')).status).toBe('tooMany')
  system.nextHour()
  const { claim } = await system.openLink()
  expect((await send(claim)).status).toBe('sent')
})

test('only the newest code counts, for five minutes', async () => {
  const { claim } = await system.openLink()
  await send(claim)
  const first = system.codeOn(chiara.msisdn)
  system.later(1_000)
  await send(claim)
  const second = system.codeOn(chiara.msisdn)
  expect(await check(claim, first === second ? other(first) : first)).toEqual({ status: 'wrong' })
  system.later(5 * 60_000)
  expect(await check(claim, second)).toEqual({ status: 'over' })
})

test('a network that does not answer: later, and nothing is used up but the sending', async () => {
  const { claim } = await system.openLink()
  await send(claim)
  const code = system.codeOn(chiara.msisdn)
  system.simulator.network.behave({ isDown: true })
  expect(await check(claim, code)).toEqual({ status: 'later' })
  system.simulator.network.behave({ isDown: false })
  expect(await check(claim, code)).toMatchObject({ status: 'proven' })
})

test.each(['12', '123456789012', '12 34', '１２３４５６', "1' OR 1=1"])('%s is no code, and no try', async (code) => {
  expect((await system.post('/a/code/check', { claim: 'x', code })).status).toBe(400)
})
