import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startSimulator, type Simulator } from '../start.ts'
import { createBrowser } from '../testing/browser.ts'

let simulator: Simulator
beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
})
afterAll(() => simulator.close())
beforeEach(() => simulator.reset())

const numberOf = (customerId: string) => simulator.customers.find(({ id }) => id === customerId)?.lines[0]?.msisdn ?? ''
const browser = createBrowser({ 'accept-language': 'it' })
const phone = (msisdn: string) => browser.visit(`${simulator.url}/phone/${encodeURIComponent(msisdn)}`)

test('is the inbox of a person: texts newest first, links that can be tapped, and nothing else that can', async () => {
  const msisdn = numberOf('C-0001')
  expect((await phone(msisdn)).text).toContain('Nessun messaggio')
  simulator.texts.submit({ from: 'Aurora', to: msisdn, text: 'Il primo' })
  simulator.texts.submit({ from: 'Aurora', to: msisdn, text: 'Ecco https://app.aurora.example/a/x_y-z Codice K7XM. javascript:alert(1)' })
  simulator.texts.submit({ from: 'Aurora', to: '+393990000000', text: 'Di un altro' })
  const { text, status } = await phone(msisdn)
  expect(status).toBe(200)
  expect(text.indexOf('Ecco')).toBeLessThan(text.indexOf('Il primo'))
  expect(text).toContain('Marco Ferrari')
  expect(text).not.toContain('Di un altro')
  expect([...text.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href)).toEqual(['https://app.aurora.example/a/x_y-z'])
})

test('shows names and texts as text, never as markup', async () => {
  const msisdn = numberOf('C-0001')
  const attack = '<img src=x onerror="alert(1)"> http://x.example/"onmouseover="alert(1) <script>alert(2)</script>'
  simulator.texts.submit({ from: '<b>Eve</b>', to: msisdn, text: attack })
  const { text, headers } = await phone(msisdn)
  expect(text).not.toMatch(/<img|<b>|<script>|"onmouseover|onerror="/)
  expect(text).toContain('&lt;img src=x')
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/)
})

test('the network alone gets to know whose phone it is, and only for its own customers', async () => {
  const msisdn = numberOf('C-0001')
  expect((await phone(msisdn)).headers.getSetCookie()).toEqual([`simulator_phone=${msisdn}; Path=/camara; HttpOnly; SameSite=Lax`])
  const foreign = await phone('+4915112345678')
  expect(foreign.status).toBe(200)
  expect(foreign.headers.getSetCookie()).toEqual([])
  for (const none of ['12', 'Marco', '+39399<script>', '%2B39']) expect((await phone(none)).status).toBe(400)
})

test('the controls tell what arrived, change how the network behaves, and a reset forgets both', async () => {
  const ask = async (path: string, body?: object) => {
    const init = body && { method: 'PUT', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    const response = await fetch(`${simulator.url}/_simulator/sms${path}`, init)
    return { status: response.status, body: (await response.json()) as unknown }
  }
  const msisdn = numberOf('C-0001')
  simulator.texts.submit({ from: 'Aurora', to: msisdn, text: 'Ciao' })
  expect((await ask(`/${msisdn}`)).body).toMatchObject([{ from: 'Aurora', text: 'Ciao' }])
  expect((await ask('', { delayMs: 5, refuse: 'number' })).body).toMatchObject({ delayMs: 5, refuse: 'number', silent: false })
  expect((await ask('', { refuse: null, undelivered: true })).body).not.toHaveProperty('refuse')
  for (const wrong of [{ delayMs: -1 }, { refuse: 'all' }, { nothing: true }, { silent: 'yes' }])
    expect((await ask('', wrong)).status).toBe(400)
  simulator.reset()
  expect((await ask(`/${msisdn}`)).body).toEqual([])
  expect((await ask('')).body).toMatchObject({ delayMs: 0, undelivered: false })
})
