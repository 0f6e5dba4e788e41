import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startSimulator, type Simulator } from '../start.ts'
import { createBrowser } from '../testing/browser.ts'
import { createCamaraContract, hasCamaraContracts, type CamaraApi } from '../testing/camara-contract.ts'

const redirectUri = 'http://127.0.0.1:4000/a/verified'
const basic = `Basic ${Buffer.from('mosaic-bff:demo-network').toString('base64')}`
const numberVerification = '/number-verification/v2/verify'
const simSwap = '/sim-swap/v2/check'
const sendCode = '/one-time-password-sms/v1/send-code'
const validateCode = '/one-time-password-sms/v1/validate-code'

let simulator: Simulator
let msisdn: string
let other: string
beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
  ;[msisdn = '', other = ''] = simulator.customers.map(({ lines }) => lines[0]?.msisdn ?? '')
})
afterAll(() => simulator.close())
beforeEach(() => simulator.reset())

type Contract = Awaited<ReturnType<typeof createCamaraContract>>
const contracts = new Map<string, Contract>()
beforeAll(async () => {
  if (!hasCamaraContracts) return
  for (const api of ['number-verification/v2', 'sim-swap/v2', 'one-time-password-sms/v1'] satisfies CamaraApi[])
    contracts.set(api, await createCamaraContract(api))
})

/** Asks, and holds the answer to the contract: where the files are not there, nothing is known against it. */
async function ask(path: string, body: unknown, token: string | undefined) {
  const response = await fetch(`${simulator.url}/camara${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'x-correlator': 'c-1', ...(token && { authorization: `Bearer ${token}` }) },
  })
  const text = await response.text()
  const answer = { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as Record<string, unknown>) }
  const [, api = '', operation = ''] = /^\/(.*)(\/[^/]*)$/.exec(path) ?? []
  expect(contracts.get(api)?.ofAnswer(operation, answer.status, answer.body) ?? []).toEqual([])
  expect(response.headers.get('x-correlator')).toBe('c-1')
  return answer
}

async function tokenFor(form: Record<string, string>, authorization = basic) {
  const response = await fetch(`${simulator.url}/camara/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { authorization },
  })
  return { status: response.status, ...((await response.json()) as { access_token?: string; error?: string }) }
}
const own = async (scope: string) => (await tokenFor({ grant_type: 'client_credentials', scope })).access_token

/** What a browser gets that the network is asked with: somebody's telephone, or nobody's. */
async function authorize(phone: string | undefined, changes: Record<string, string> = {}) {
  const browser = createBrowser()
  if (phone) await browser.visit(`${simulator.url}/phone/${encodeURIComponent(phone)}`)
  const asked = { response_type: 'code', client_id: 'mosaic-bff', redirect_uri: redirectUri, scope: 'openid number-verification:verify', state: 's-1', prompt: 'none', ...changes } // prettier-ignore
  const { status, location } = await browser.visit(`${simulator.url}/camara/authorize?${new URLSearchParams(asked)}`)
  return { status, back: URL.canParse(location) ? Object.fromEntries(new URL(location).searchParams) : undefined }
}
async function tokenOf(phone: string) {
  const { back } = await authorize(phone)
  return (await tokenFor({ grant_type: 'authorization_code', code: back?.['code'] ?? '', redirect_uri: redirectUri })).access_token
}

describe('number verification', () => {
  test('says whether the telephone has the number, in clear or hashed', async () => {
    const token = await tokenOf(msisdn)
    const hashed = (number: string) => ({ hashedPhoneNumber: createHash('sha256').update(number).digest('hex') })
    expect((await ask(numberVerification, { phoneNumber: msisdn }, token)).body).toEqual({ devicePhoneNumberVerified: true })
    expect((await ask(numberVerification, hashed(msisdn), token)).body).toEqual({ devicePhoneNumberVerified: true })
    expect((await ask(numberVerification, { phoneNumber: other }, token)).body).toEqual({ devicePhoneNumberVerified: false })
    expect((await ask(numberVerification, hashed(other), token)).body).toEqual({ devicePhoneNumberVerified: false })
    for (const wrong of [{}, { phoneNumber: '399' }, { phoneNumber: msisdn, ...hashed(msisdn) }, { other: 1 }])
      expect(await ask(numberVerification, wrong, token)).toMatchObject({ status: 400, body: { code: 'INVALID_ARGUMENT' } })
  })

  test('knows only telephones that the network sees itself', async () => {
    expect(await authorize(undefined)).toEqual({ status: 303, back: { error: 'login_required', state: 's-1' } })
    expect((await authorize('+4915112345678')).back).toEqual({ error: 'login_required', state: 's-1' })
    simulator.network.behave({ isWifi: true })
    expect(await ask(numberVerification, { phoneNumber: msisdn }, await tokenOf(msisdn))).toMatchObject({
      status: 403,
      body: { code: 'NUMBER_VERIFICATION.USER_NOT_AUTHENTICATED_BY_MOBILE_NETWORK' },
    })
    expect(await ask(numberVerification, { phoneNumber: msisdn }, await own('sim-swap:check'))).toMatchObject({ status: 403 })
    expect(await ask(numberVerification, { phoneNumber: msisdn }, undefined)).toMatchObject({ status: 401 })
  })

  test('a code is for one token, of the program it was made for', async () => {
    const { back } = await authorize(msisdn)
    const form = { grant_type: 'authorization_code', code: back?.['code'] ?? '', redirect_uri: redirectUri }
    expect(await tokenFor(form, 'Basic bm9ib2R5Om5vdGhpbmc=')).toMatchObject({ status: 401, error: 'invalid_client' })
    expect(await tokenFor(form)).toMatchObject({ status: 200 })
    expect(await tokenFor(form)).toMatchObject({ status: 400, error: 'invalid_grant' })
    const elsewhere = { ...form, code: (await authorize(msisdn)).back?.['code'] ?? '', redirect_uri: `${redirectUri}2` }
    expect(await tokenFor(elsewhere)).toMatchObject({ error: 'invalid_grant' })
  })

  test.each([
    [{ client_id: 'nobody' }, 400, undefined],
    [{ redirect_uri: 'https://evil.example/' }, 400, undefined],
    [{ response_type: 'token' }, 303, 'unsupported_response_type'],
    [{ prompt: 'login' }, 303, 'invalid_request'],
    [{ scope: 'profile' }, 303, 'invalid_scope'],
  ])('%j is no way in', async (changes, status, error) => {
    const answer = await authorize(msisdn, changes)
    expect(answer.status).toBe(status)
    expect(answer.back?.['error']).toBe(error)
    expect(answer.back?.['code']).toBeUndefined()
  })
})

test('SIM swap says whether the SIM is another than some hours ago', async () => {
  const token = await own('sim-swap:check')
  const swapped = async (maxAge: number) => (await ask(simSwap, { phoneNumber: msisdn, maxAge }, token)).body
  expect(await swapped(2_400)).toEqual({ swapped: false })
  simulator.network.swap(msisdn, new Date(Date.now() - 30 * 3_600_000))
  expect(await swapped(72)).toEqual({ swapped: true })
  expect(await swapped(24)).toEqual({ swapped: false })
  expect(await ask(simSwap, { phoneNumber: '+4915112345678' }, token)).toMatchObject({
    status: 404,
    body: { code: 'IDENTIFIER_NOT_FOUND' },
  })
  expect(await ask(simSwap, {}, token)).toMatchObject({ status: 422, body: { code: 'MISSING_IDENTIFIER' } })
  expect(await ask(simSwap, { phoneNumber: msisdn, maxAge: 2_401 }, token)).toMatchObject({ status: 400 })
  expect(await ask(simSwap, { phoneNumber: msisdn }, await own('one-time-password-sms:send-validate'))).toMatchObject({ status: 403 })
})

describe('a one-time password', () => {
  const message = 'Aurora: il tuo codice è {{code}}.'
  const send = async (phoneNumber = msisdn) => ask(sendCode, { phoneNumber, message }, await own('one-time-password-sms:send-validate'))
  const check = async (authenticationId: unknown, code: string) =>
    ask(validateCode, { authenticationId, code }, await own('one-time-password-sms:send-validate'))
  const codeOn = (phone: string) => /\d{6}/.exec(simulator.texts.of(phone)[0]?.text ?? '')?.[0] ?? ''
  const wrong = (code: string) => (code === '000000' ? '000001' : '000000')

  test('goes to the telephone and is good once', async () => {
    const { body } = await send()
    expect(simulator.texts.of(msisdn)[0]?.text).toBe(message.replace('{{code}}', codeOn(msisdn)))
    expect(await check(body?.['authenticationId'], wrong(codeOn(msisdn)))).toMatchObject({
      body: { code: 'ONE_TIME_PASSWORD_SMS.INVALID_OTP' },
    })
    expect((await check(body?.['authenticationId'], codeOn(msisdn))).status).toBe(204)
    expect(await check(body?.['authenticationId'], codeOn(msisdn))).toMatchObject({
      status: 400,
      body: { code: 'ONE_TIME_PASSWORD_SMS.VERIFICATION_EXPIRED' },
    })
  })

  test('may be tried five times, and sent ten times an hour, to the network’s own numbers', async () => {
    const { body } = await send()
    for (let time = 0; time < 5; time++) await check(body?.['authenticationId'], wrong(codeOn(msisdn)))
    expect(await check(body?.['authenticationId'], codeOn(msisdn))).toMatchObject({
      body: { code: 'ONE_TIME_PASSWORD_SMS.VERIFICATION_FAILED' },
    })
    for (let time = 1; time < 10; time++) expect((await send()).status).toBe(200)
    expect(await send()).toMatchObject({ status: 403, body: { code: 'ONE_TIME_PASSWORD_SMS.MAX_OTP_CODES_EXCEEDED' } })
    expect(await send('+4915112345678')).toMatchObject({ status: 403, body: { code: 'ONE_TIME_PASSWORD_SMS.PHONE_NUMBER_NOT_ALLOWED' } })
    const without = await ask(sendCode, { phoneNumber: other, message: 'no code' }, await own('one-time-password-sms:send-validate'))
    expect(without).toMatchObject({ status: 400, body: { code: 'INVALID_ARGUMENT' } })
  })
})

test('the controls change how the network behaves, and a reset forgets it', async () => {
  const put = async (path: string, body: object) => {
    const init = { method: 'PUT', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    const response = await fetch(`${simulator.url}/_simulator/camara${path}`, init)
    return { status: response.status, body: (await response.json()) as unknown }
  }
  expect((await put('', { isDown: true })).body).toEqual({ isWifi: false, isDown: true })
  expect(await tokenFor({ grant_type: 'client_credentials', scope: 'sim-swap' })).toMatchObject({ status: 503 })
  expect((await put(`/${msisdn}`, { hoursAgo: 2 })).body).toEqual({ swappedAt: expect.stringMatching(/^\d{4}-/) })
  expect((await put(`/${msisdn}`, { hoursAgo: null })).body).toEqual({ swappedAt: null })
  expect((await put('', { isUp: true })).status).toBe(400)
  expect((await put(`/${msisdn}`, { hoursAgo: -1 })).status).toBe(400)
  await put(`/${msisdn}`, { hoursAgo: 2 })
  simulator.reset()
  expect(simulator.network.behaviour().isDown).toBe(false)
  expect(simulator.network.swappedAt(msisdn)).toBeUndefined()
})
