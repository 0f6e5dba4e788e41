import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startSimulator, type Simulator } from '../../simulator/start.ts'
import { createCamaraContract, hasCamaraContracts, type CamaraApi } from '../../simulator/testing/camara-contract.ts'
import { captureLog } from '../sms/testing/capture-log.ts'
import { eventually } from '../sms/testing/eventually.ts'
import { startWire, type Wire } from '../testing/wire.ts'
import { createNumberProof } from './camara.ts'
import type { NumberProof } from './contract.ts'
import { networkSettings, redirectUri, startListener, visitNetwork } from './testing/network.ts'

const hourMs = 3_600_000
let simulator: Simulator
let msisdn: string
let other: string
beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
  ;[msisdn = '', other = ''] = simulator.customers.map(({ lines }) => lines[0]?.msisdn ?? '')
})
afterAll(() => simulator.close())
beforeEach(() => simulator.reset())

let now: number
let listener: Awaited<ReturnType<typeof startListener>>
let proof: NumberProof
let logged: () => string
beforeEach(async () => {
  now = Date.now()
  listener = await startListener(simulator)
  const capture = captureLog()
  logged = capture.logged
  // Browsers go to the network themselves.
  const settings = networkSettings(listener.url, { authorize: new URL(`${simulator.url}/camara/authorize`) })
  proof = createNumberProof(settings, { log: capture.log, now: () => now })
})
afterEach(async () => {
  await proof.close()
  await listener.close()
})

/** On a telephone of this number. */
const codeOn = async (phone: string) => (await visitNetwork(simulator, proof.authorizeUrl('s-1', redirectUri), phone)).code ?? ''
const message = 'Aurora: il tuo codice è {{code}}.'
const textOn = (phone: string) => simulator.texts.of(phone)[0]?.text ?? ''

describe('the silent proof', () => {
  const brought = async (phone: string | undefined) => visitNetwork(simulator, proof.authorizeUrl('s-1', redirectUri), phone)

  test('says whether the device is on the number, which does not travel in clear', async () => {
    const { code, state } = await brought(msisdn)
    expect(state).toBe('s-1')
    expect(await proof.isOnNumber(code ?? '', msisdn, redirectUri)).toBe('yes')
    expect(await proof.isOnNumber((await brought(other)).code ?? '', msisdn, redirectUri)).toBe('no')
    expect(listener.asked.map(({ path, body }) => path + body).join()).not.toContain(msisdn.slice(1))
  })

  test('cannot tell with a code that was used, is of another address, or none', async () => {
    const { code = '' } = await brought(msisdn)
    await proof.isOnNumber(code, msisdn, redirectUri)
    expect(await proof.isOnNumber(code, msisdn, redirectUri)).toBe('cannotTell')
    expect(await proof.isOnNumber((await brought(msisdn)).code ?? '', msisdn, `${redirectUri}/other`)).toBe('cannotTell')
    expect(await proof.isOnNumber('none', msisdn, redirectUri)).toBe('cannotTell')
    expect(await brought(undefined)).toMatchObject({ error: 'login_required', code: undefined })
  })

  test('cannot tell over Wi-Fi', async () => {
    simulator.network.behave({ isWifi: true })
    expect(await proof.isOnNumber((await brought(msisdn)).code ?? '', msisdn, redirectUri)).toBe('cannotTell')
  })
})

test('says whether the SIM is another, and cannot tell of numbers of other networks', async () => {
  expect(await proof.wasSwapped(msisdn, 72)).toBe('no')
  simulator.network.swap(msisdn, new Date(Date.now() - 24 * hourMs))
  expect(await proof.wasSwapped(msisdn, 72)).toBe('yes')
  expect(await proof.wasSwapped(msisdn, 12)).toBe('no')
  expect(await proof.wasSwapped('+4915112345678', 72)).toBe('cannotTell')
})

test('sends a code and knows it again, once', async () => {
  const id = await proof.sendCode(msisdn, message)
  const code = /\d{6}/.exec(textOn(msisdn))?.[0] ?? ''
  expect(await proof.checkCode(id ?? '', code === '000000' ? '000001' : '000000')).toBe('no')
  expect(await proof.checkCode(id ?? '', code)).toBe('yes')
  expect(await proof.checkCode(id ?? '', code)).toBe('no')
  expect(await proof.sendCode('+4915112345678', message)).toBeUndefined()
})

test('asks for a token of its own once for many questions, again when it is over, and again when it is refused', async () => {
  const tokens = () => listener.asked.filter(({ path }) => path.endsWith('/token')).length
  await Promise.all(Array.from({ length: 5 }, () => proof.wasSwapped(msisdn, 72)))
  expect(tokens()).toBe(1)
  now += 295_000
  await proof.wasSwapped(msisdn, 72)
  expect(tokens()).toBe(2)
  now += 60_000
  listener.answer({ status: 401, body: '{}' })
  expect(await proof.wasSwapped(msisdn, 72)).toBe('cannotTell')
  // Got anew, refused again: that is how it is.
  expect(tokens()).toBe(3)
})

test.skipIf(!hasCamaraContracts)('asks nothing that the contracts do not know', async () => {
  await proof.isOnNumber(await codeOn(msisdn), msisdn, redirectUri)
  await proof.wasSwapped(msisdn, 72)
  await proof.checkCode((await proof.sendCode(msisdn, message)) ?? '', '000000')
  const apis = listener.asked.filter(({ path }) => !path.endsWith('/token'))
  expect(apis).toHaveLength(4)
  for (const { path, body, authorization } of apis) {
    expect(authorization).toMatch(/^Bearer /)
    const [, api = '', operation = ''] = /^\/camara\/(.*)(\/[^/]*)$/.exec(path) ?? []
    const contract = await createCamaraContract(api as CamaraApi)
    expect(contract.ofRequest(operation, JSON.parse(body))).toEqual([])
  }
})

describe('whatever the network does, it is never taken for a yes', () => {
  const everything = async () => ({
    number: await proof.isOnNumber(await codeOn(msisdn), msisdn, redirectUri),
    swap: await proof.wasSwapped(msisdn, 72),
    sent: await proof.sendCode(msisdn, message),
    check: await proof.checkCode('an-id', '123456'),
  })
  const nothing = { number: 'cannotTell', swap: 'cannotTell', sent: undefined, check: 'cannotTell' }

  test.each([
    [200, '{}'],
    [200, '{"devicePhoneNumberVerified":"true","swapped":"false","authenticationId":7}'],
    [200, 'It works!'],
    [200, `{"devicePhoneNumberVerified":true,"swapped":false,"authenticationId":"x","more":"${'x'.repeat(100_000)}"}`],
    [302, '{"devicePhoneNumberVerified":true,"swapped":false}'],
    [403, '{"status":403,"code":"PERMISSION_DENIED","message":""}'],
    [429, '{"status":429,"code":"TOO_MANY_REQUESTS","message":""}'],
    [500, '{"devicePhoneNumberVerified":true}'],
    [503, ''],
  ])('%i %s', async (status, body) => {
    listener.answer({ status, body })
    expect(await everything()).toEqual(nothing)
  })

  test.each(['down', 'hang', 'garbage'] as const)('a wire that shows %s: said in time, and all is well afterwards', async (fault) => {
    const wire: Wire = await startWire({ port: Number(new URL(simulator.url).port) })
    const capture = captureLog()
    const settings = networkSettings(`http://127.0.0.1:${wire.port}`)
    const wired = createNumberProof(settings, { log: capture.log, now: () => now, limits: { answerMs: 300, connections: 5 } })
    try {
      await wire[fault]()
      const began = performance.now()
      expect(await Promise.all([wired.wasSwapped(msisdn, 72), wired.isOnNumber('code', msisdn, redirectUri)])).toEqual([
        'cannotTell',
        'cannotTell',
      ])
      expect(performance.now() - began).toBeLessThan(15_000)
      await wire.up()
      await eventually(async () => expect(await wired.wasSwapped(msisdn, 72)).toBe('no'))
      expect(capture.logged()).not.toContain(msisdn.slice(1))
    } finally {
      await wired.close()
      await wire.close()
    }
  })

  test('and nothing of it stands in the log but what was asked and how it was answered', async () => {
    listener.answer({ status: 403, body: '{"status":403,"code":"PERMISSION_DENIED","message":"no"}' })
    await everything()
    expect(logged()).toContain('"code":"NETWORK_API_REFUSED","api":"sim-swap/v2/check","status":403')
    for (const secret of [msisdn.slice(1), 'demo-network', '123456']) expect(logged()).not.toContain(secret)
  })
})
