import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { demoSmsCredentials } from './credentials.ts'
import { createPduReader, type Pdu } from './pdu.ts'
import { startSmsc, type Smsc } from './smsc.ts'
import { fixtures } from './testing/fixtures.ts'
import { createTexts, type Texts } from './texts.ts'

const now = () => new Date('2026-11-26T07:10:00Z')
let texts: Texts
let smsc: Smsc
const sockets: Socket[] = []
beforeEach(async () => {
  texts = createTexts(now)
  smsc = await startSmsc({ port: 0, credentials: demoSmsCredentials, texts, now, bindMs: 60_000 })
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await smsc.close()
})

/** How long it takes says how busy the machine is, and nothing else. */
const eventually = (check: () => void) => vi.waitFor(check, 30_000)

/** A client by hand: what it sends is written in octets, what comes is read. */
async function client({ port } = smsc) {
  const socket = connect(port, '127.0.0.1')
  sockets.push(socket)
  const heard: Pdu[] = []
  const read = createPduReader()
  socket.on('data', (chunk: Buffer) => heard.push(...read(chunk).pdus))
  socket.on('error', () => socket.destroy())
  await once(socket, 'connect')
  return {
    socket,
    heard,
    say: (hex: string) => void socket.write(Buffer.from(hex, 'hex')),
    /** Each as command, status and sequence. */
    words: () => heard.map(({ command, status, sequence }) => [command.toString(16), status, sequence]),
  }
}

test('signs in, takes a text, tells what became of it and says good-bye', async () => {
  const { say, heard, words, socket } = await client()
  say(fixtures.bind)
  say(fixtures.submit)
  say(fixtures.enquire)
  await eventually(() => expect(heard).toHaveLength(4))
  expect(words()).toEqual([['80000009', 0, 1], ['80000004', 0, 2], ['5', 0, 1], ['80000015', 0, 4]]) // prettier-ignore
  expect(texts.of('+393991234567')).toMatchObject([{ from: 'Aurora', text: 'Perché no? €5', at: now() }])
  const id = texts.of('+393991234567')[0]?.id
  expect(heard[2]?.body.toString('latin1')).toContain(`id:${id} sub:001 dlvrd:001 submit date:2611260710 done date:2611260710 stat:DELIVRD`)
  say(fixtures.receiptTaken)
  say(fixtures.unbind)
  await once(socket, 'close')
  expect(words().at(-1)).toEqual(['80000006', 0, 5])
  await eventually(() => expect(smsc.bound()).toBe(0))
})

test.each([
  ['another password', fixtures.bind.replace('736d73', '736d74'), 0x0e],
  ['another user', fixtures.bind.replace('6d6f73', '6d6f74'), 0x0d],
  ['a body that ends too early', '0000001200000009000000000000000161', 0x02],
])('%s does not sign in', async (_title, hex, status) => {
  const { say, words } = await client()
  say(hex.padEnd(Number.parseInt(hex.slice(0, 8), 16) * 2, '61'))
  await eventually(() => expect(words()).toEqual([['80000009', status, 1]]))
  say(fixtures.submit)
  await eventually(() => expect(words()[1]).toEqual(['80000004', 4, 2]))
  expect(texts.of('+393991234567')).toEqual([])
})

test('who signs in twice, asks for what there is not, or writes nonsense is told so', async () => {
  const { say, words } = await client()
  say(fixtures.bind)
  say(fixtures.bind)
  say('00000010000003330000000000000007')
  say(fixtures.submit.replace('00000041', '0000003e').slice(0, -6))
  await eventually(() => expect(words()).toHaveLength(4))
  expect(words().slice(1)).toEqual([['80000009', 5, 1], ['80000000', 3, 7], ['80000004', 2, 2]]) // prettier-ignore
})

test('a text to no number, from no sender or that nobody can read is refused', async () => {
  const { say, words, heard } = await client()
  say(fixtures.bind)
  say(fixtures.submit.replace('333933393931323334353637', '333933393931323334353661'))
  say(fixtures.submit.replace('4175726f7261', '4175720d0a61'))
  say(fixtures.submit.replace('0000010000000e', '0000010004000e'))
  await eventually(() => expect(heard).toHaveLength(4))
  expect(words().slice(1)).toEqual([['80000004', 0x0b, 2], ['80000004', 0x0a, 2], ['80000004', 0x45, 2]]) // prettier-ignore
})

test('receipts wait for somebody who takes them, until the reset', async () => {
  const sender = await client()
  sender.say(fixtures.bind.replace('00000009', '00000002'))
  sender.say(fixtures.submit)
  await eventually(() => expect(sender.words()).toHaveLength(2))
  const taker = await client()
  taker.say(fixtures.bind.replace('00000009', '00000001'))
  await eventually(() => expect(taker.words()).toEqual([['80000001', 0, 1], ['5', 0, 1]])) // prettier-ignore
  taker.socket.destroy()
  await eventually(() => expect(smsc.bound()).toBe(1))
  sender.say(fixtures.submit)
  await eventually(() => expect(sender.words()).toHaveLength(3))
  smsc.reset()
  const late = await client()
  late.say(fixtures.bind)
  late.say(fixtures.enquire)
  await eventually(() => expect(late.words()).toEqual([['80000009', 0, 1], ['80000015', 0, 4]])) // prettier-ignore
})

test('who connects and says nothing, or says it too slowly, is sent away', async () => {
  const hasty = await startSmsc({ port: 0, credentials: demoSmsCredentials, texts, now, bindMs: 100 })
  const silent = await client(hasty)
  const slow = await client(hasty)
  const drip = setInterval(() => slow.say('00'), 20)
  await Promise.all([once(silent.socket, 'close'), once(slow.socket, 'close')])
  clearInterval(drip)
  await hasty.close()
})

test('a packet of 4 GB is refused by its first four octets, and others are served on', async () => {
  const { say, words, socket } = await client()
  say('ffffffff')
  await once(socket, 'close')
  expect(words()).toEqual([['80000000', 2, 0]])
  const next = await client()
  next.say(fixtures.bind)
  await eventually(() => expect(next.words()).toEqual([['80000009', 0, 1]]))
})

test('its port is taken: said with the variable', async () => {
  await expect(startSmsc({ port: smsc.port, credentials: demoSmsCredentials, texts, now })).rejects.toMatchObject({
    code: 'PORT_IN_USE',
    message: expect.stringContaining('SIMULATOR_SMPP_PORT'),
  })
})
