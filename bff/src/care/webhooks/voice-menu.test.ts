import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { chiara, startCareSystem, type CareSystem } from '../../hand-over/testing/care-system.ts'

/* The operator's voice menu sends callers to the app. */

const secret = 'shared with the voice menu'
let system: CareSystem
beforeAll(async () => void (system = await startCareSystem({ env: { CARE_WEBHOOK_SECRET: secret } })))
beforeEach(() => system.simulator.reset())
afterAll(() => system.close())

type Call = Record<string, unknown>
const call = (changes: Call = {}): Call => ({
  callId: crypto.randomUUID(),
  from: chiara.msisdn,
  dialled: '+39800399100',
  choice: '1.1',
  ...changes,
})
/** @param at unix seconds */
const post = async (body: Call, at = Math.floor(Date.now() / 1_000), key = secret) => {
  const text = JSON.stringify(body)
  const signature = `t=${at},v1=${createHmac('sha256', key).update(`${at}.${text}`).digest('hex')}`
  const headers = { 'content-type': 'application/json', 'x-mosaic-signature': signature }
  const response = await fetch(`${system.bff.url}/care/voice-menu`, { method: 'POST', headers, body: text })
  return { status: response.status, answer: (await response.json()) as { action?: string; error?: { code: string; message: string } } }
}
const action = async (changes: Call = {}) => (await post(call(changes))).answer
const texts = (msisdn = chiara.msisdn) => system.simulator.texts.of(msisdn).map(({ text }) => text)
const waiting = async () => {
  const query = '{ handOvers { title { value } helper place { webPath } } }'
  return (
    await system.askApp<{ handOvers: { title: { value: string }; helper: string | null; place: { webPath: string } }[] }>(
      chiara.customer,
      query,
    )
  ).data?.handOvers
}

test('a choice is sent to who calls, and waits in the app; nobody is named as helping', async () => {
  expect(await action()).toEqual({ action: 'sent' })
  expect(texts()).toEqual([expect.stringMatching(/^Aurora: la pagina https:\/\/app\.aurora\.example\/a\/[\w-]{22} Codice [2-9A-Z]{4}\.$/)])
  expect(await waiting()).toMatchObject([
    { title: { value: 'Spiegazione della fattura' }, helper: null, place: { webPath: '/surface/summer#welcome' } },
  ])
})

test('the menu itself, from where the caller has come to', async () => {
  expect([await action({ choice: '' }), await action({ choice: '1' })]).toEqual([{ action: 'sent' }, { action: 'sent' }])
  expect(texts()[0]).toMatch(/^Aurora: il nostro menu, da toccare/)
  expect((await waiting())?.slice(0, 2).map(({ place }) => place.webPath)).toEqual(['/menu/voice_bills', '/menu/voice_start'])
})

test('the same choice in the same call is one SMS, however often the menu says so', async () => {
  const same = call()
  const now = Math.floor(Date.now() / 1_000)
  const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => post(same, now - n)))
  expect(new Set(answers.map(({ answer }) => answer.action))).toEqual(new Set(['sent']))
  expect(texts()).toHaveLength(1)
})

test.each([
  { name: 'a number of nobody', changes: { from: '+393330000000' }, says: 'notMobile' },
  { name: 'a line at home', changes: { from: '+390612345678' }, says: 'notMobile' },
  { name: 'a number that is withheld', changes: { from: 'anonymous' }, says: 'notMobile' },
  { name: 'a key that is not in the menu', changes: { choice: '7' }, says: 'noTarget' },
  { name: 'keys behind an end', changes: { choice: '3.1' }, says: 'noTarget' },
  { name: 'an option for talking to somebody', changes: { choice: '0' }, says: 'noTarget' },
  { name: 'a number that leads to no menu', changes: { dialled: '+39800000000' }, says: 'noTarget' },
])('$name: $says', async ({ changes, says }) => {
  expect(await action(changes)).toEqual({ action: says })
  expect(texts()).toEqual([])
})

test('only with consent: none after a no; what was never asked, in the call', async () => {
  const [no, never] = ['+393993482706', '+393999550506']
  expect([await action({ from: no }), await action({ from: no, consent: true })]).toEqual([
    { action: 'noConsent' },
    { action: 'noConsent' },
  ])
  expect([await action({ from: never }), await action({ from: never, consent: true })]).toEqual([
    { action: 'noConsent' },
    { action: 'sent' },
  ])
  expect([texts(no).length, texts(never).length]).toEqual([0, 1])
})

test('a network that takes no SMS: the caller is not told that one comes', async () => {
  system.simulator.texts.behave({ refuse: 'other' })
  expect(await action()).toEqual({ action: 'closed' })
})

test('answers say nothing about anybody, and wrong fields are named without what stood in them', async () => {
  const strange = await post(call({ choice: `1; ${chiara.msisdn}` }))
  expect([strange.status, strange.answer.error?.code]).toEqual([400, 'BAD_INPUT'])
  expect(strange.answer.error?.message).toContain('choice')
  expect(strange.answer.error?.message).not.toContain(chiara.msisdn)
  expect((await post(call({ customer: 'C-0001' }))).status).toBe(400)
})

test('who does not sign, signs with another secret, signed long ago, or sends again what was taken: nothing is sent', async () => {
  const now = Math.floor(Date.now() / 1_000)
  const unsigned = await fetch(`${system.bff.url}/care/voice-menu`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(call()),
  })
  expect([unsigned.status, (await post(call(), now, 'guessed')).status, (await post(call(), now - 301)).status]).toEqual([401, 401, 401])
  expect(texts()).toEqual([])
  const good = call()
  expect([(await post(good, now)).status, (await post(good, now)).status]).toEqual([200, 409])
  expect(texts()).toHaveLength(1)
})
