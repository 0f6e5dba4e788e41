import { createHmac, randomUUID } from 'node:crypto'
import { Type } from 'typebox'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startServer } from '../../http/testing/server.ts'
import { createLog } from '../../log.ts'
import { startSystem, type System } from '../../testing/system.ts'
import { createWebhook } from './webhook.ts'

const secret = 'the telephone system and we know it'
const call = { callId: 'call-1', event: 'ringing', from: '+393990000001', dialled: '+39800399100', agent: 'S-anna' }

describe('what the telephone system says of calls', () => {
  let system: System
  beforeAll(async () => {
    system = await startSystem({ env: { CARE_WEBHOOK_SECRET: secret } })
    system.simulator.telephone.connect({ url: system.bff.url, secret })
  })
  afterAll(() => system.close())

  type Sent = { body?: string; key?: string; age?: number; header?: string | undefined; type?: string; method?: string }
  const send = async (word: object, { key = secret, age = 0, type = 'application/json', method = 'POST', ...changes }: Sent = {}) => {
    const signed = JSON.stringify(word)
    const seconds = Math.floor(Date.now() / 1_000) - age
    const header = `t=${seconds},v1=${createHmac('sha256', key).update(`${seconds}.${signed}`).digest('hex')}`
    const signature = 'header' in changes ? changes.header : header
    const response = await fetch(`${system.bff.url}/care/calls`, {
      method,
      headers: { 'content-type': type, ...(signature !== undefined && { 'x-mosaic-signature': signature }) },
      ...(method !== 'GET' && { body: changes.body ?? signed }),
    })
    return { status: response.status, text: await response.text(), header }
  }
  const contact = async (id: string) =>
    (
      await system.askDesk<{ contact: Contact | null }>(
        'S-anna',
        'query($id: ID!) { contact(id: $id) { id state agentId customerId msisdn callId customer { name } } }',
        { id },
      )
    ).data.contact
  const fresh = (changes: object = {}) => ({ ...call, callId: randomUUID(), ...changes })

  test('a call rings, is answered and ends; who calls is found by his number', async () => {
    const marco = system.simulator.customers.find(({ id }) => id === 'C-0001')?.lines[0]
    const { id } = await system.simulator.telephone.ring({ lineId: marco?.id ?? '', agent: 'S-anna' })
    await expect.poll(async () => (await contact(id))?.customerId).toBe('C-0001')
    expect(await contact(id)).toMatchObject({
      state: 'ringing',
      agentId: 'S-anna',
      msisdn: marco?.msisdn,
      customer: { name: 'Marco Ferrari' },
    })
    expect((await system.simulator.telephone.answer(id, 'S-bruno')).trouble).toBeUndefined()
    expect(await contact(id)).toMatchObject({ state: 'open', agentId: 'S-bruno' })
    await system.simulator.telephone.hangUp(id)
    expect(await contact(id)).toMatchObject({ state: 'closed' })
  })

  test('a caller who shows no number, or whom nobody knows, rings all the same', async () => {
    for (const from of ['anonymous', undefined, '+441632960000']) {
      const word = fresh({ from })
      expect((await send(word)).status).toBe(200)
      expect(await contact(word.callId)).toMatchObject({ state: 'ringing', customerId: null })
    }
  })

  test('its answer tells nothing about anybody', async () => {
    expect(await send(fresh())).toMatchObject({ status: 200, text: '{"status":"taken"}' })
  })

  test.each<[string, Sent]>([
    ['no signature', { header: undefined }],
    ['an empty signature', { header: '' }],
    ['another secret', { key: 'a guess' }],
    ['a signature of yesterday', { age: 86_400 }],
    ['a signature of tomorrow', { age: -86_400 }],
    ['another body than was signed', { body: JSON.stringify(fresh({ from: '+393990000002' })) }],
  ])('%s: refused, with one and the same answer', async (_name, sent) => {
    const word = fresh()
    const answer = await send(word, sent)
    expect(answer.status).toBe(401)
    expect(answer.text).toBe((await send(word, { header: 't=1,v1=00' })).text)
    expect(await contact(word.callId)).toBeNull()
  })

  test('a request that somebody kept and sends again does nothing', async () => {
    const word = fresh()
    const { header } = await send(word)
    const again = await Promise.all(Array.from({ length: 20 }, () => send(word, { header })))
    expect(new Set(again.map(({ status }) => status))).toEqual(new Set([409]))
  })

  test('the same call 100 times is one contact', async () => {
    const word = fresh()
    // Signed in different seconds, as a system that tries again does.
    const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => send(word, { age: index - 50 })))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    const { data } = await system.askDesk<{ openContacts: Contact[] }>('S-anna', '{ openContacts { callId } }')
    expect(data.openContacts.filter(({ callId }) => callId === word.callId)).toHaveLength(1)
  })

  test.each<[string, object]>([
    ['event', { event: 'transferred' }],
    ['callId', { callId: 'x'.repeat(129) }],
    ['callId', { callId: 'a b' }],
    ['from', { from: 'sip:someone@example.com' }],
    ['from', { from: '+39399\r\nx-evil: 1' }],
    ['agent', { agent: '<script>' }],
    ['agent', { event: 'answered', agent: undefined }],
    ['brand', { brand: '../aurora' }],
    ['dialled', { brand: 'nobody-s' }],
  ])('a wrong %s is refused by its name: %j', async (field, changes) => {
    const answer = await send(fresh(changes))
    expect(answer.status).toBe(400)
    expect(answer.text).toContain(field)
  })

  test.each<[number, string, Sent & { word?: object }]>([
    [413, 'a megabyte', { word: { ...call, callId: 'x'.repeat(1_000_000) } }],
    [415, 'a form', { type: 'application/x-www-form-urlencoded' }],
    [415, 'plain text', { type: 'text/plain' }],
    [405, 'a GET', { method: 'GET' }],
    [400, 'more than there is', { word: { ...call, note: 'x' } }],
    [400, 'a list', { word: [call] }],
    [401, 'no JSON', { body: 'callId=1' }],
  ])('%i for %s', async (status, _name, { word = fresh(), ...sent }) => {
    expect((await send(word, sent)).status).toBe(status)
  })

  test('nothing of a call stands in an error, nor its number in what is refused', async () => {
    const refused = await send(fresh({ from: '+393990000001 and more' }))
    expect(refused.text).not.toContain('399')
  })
})

test('without a secret there is no such path', async () => {
  const handle = createWebhook(
    { path: '/care/calls', schema: Type.Object({}), take: async () => ({}) },
    { signatures: undefined, log: createLog('silent') },
  )
  const server = await startServer(
    (request, response) => void handle(request, response, new URL(request.url ?? '/', 'http://care.invalid')),
  )
  try {
    const response = await fetch(`${server.url}/care/calls`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    expect(response.status).toBe(404)
    expect(await response.text()).not.toContain('signature')
  } finally {
    await server.close()
  }
})

type Contact = {
  id: string
  state: string
  agentId: string | null
  customerId: string | null
  msisdn: string | null
  callId: string | null
}
