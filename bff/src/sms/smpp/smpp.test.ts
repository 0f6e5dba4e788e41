import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { demoSmsCredentials } from '../../../simulator/sms/credentials.ts'
import { commands, createPduReader, responseBit, writePdu, zeroEnded, type Pdu } from '../../../simulator/sms/pdu.ts'
import { startSmsc } from '../../../simulator/sms/smsc.ts'
import { createTexts } from '../../../simulator/sms/texts.ts'
import { fixtures } from '../../../simulator/sms/testing/fixtures.ts'
import { startWire } from '../../testing/wire.ts'
import type { Receipt, Text } from '../contract.ts'
import { captureLog } from '../testing/capture-log.ts'
import { eventually } from '../testing/eventually.ts'
import { describeSms } from '../testing/suite.ts'
import { factoryLimits, type SmppLimits } from './limits.ts'
import { createSmppSms } from './smpp.ts'

const { user, password } = demoSmsCredentials
const now = () => new Date('2026-11-26T07:10:00Z')
const quick: SmppLimits = {
  ...factoryLimits,
  // Generous, but where a test is about somebody who does not answer.
  answerMs: 30_000,
  patienceMs: 30_000,
  bindMs: 30_000,
  throttledMs: 30,
  farewellMs: 200,
  backOff: { firstMs: 10, longestMs: 40, steadyMs: 60_000 },
}
const text: Text = { id: 'text-1', from: 'Aurora', to: '+393991234567', text: 'Perché no? €5' }

describeSms('SMPP', async (limits) => {
  const texts = createTexts(now)
  const smsc = await startSmsc({ port: 0, credentials: demoSmsCredentials, texts, now })
  const wire = await startWire({ port: smsc.port })
  const { log, logged } = captureLog()
  const settings = { kind: 'smpp', host: '127.0.0.1', port: wire.port, isTls: false, user, password } as const
  const sms = createSmppSms(settings, { log, now, limits: { ...quick, bindMs: limits.answerMs, ...limits } })
  return {
    sms,
    wire,
    arrived: texts.of,
    behave: texts.behave,
    logged,
    async close() {
      await sms.close()
      await wire.close()
      await smsc.close()
    },
  }
})

describe('what the centre does', () => {
  const open: { close(): Promise<void> }[] = []
  afterEach(async () => {
    for (const one of open.splice(0).toReversed()) await one.close()
  })

  /** A centre that does what a test says to each packet, and our side of it. */
  async function start(answer: (pdu: Pdu, socket: Socket) => void, limits: Partial<SmppLimits> = {}) {
    const sockets = new Set<Socket>()
    const packets: string[] = []
    const server = createServer((socket) => {
      sockets.add(socket)
      const read = createPduReader()
      socket.on('error', () => socket.destroy())
      socket.on('close', () => sockets.delete(socket))
      socket.on('data', (chunk: Buffer) => {
        for (const pdu of read(chunk).pdus) {
          packets.push(writePdu(pdu).toString('hex'))
          answer(pdu, socket)
        }
      })
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const { log, logged } = captureLog()
    const settings = { kind: 'smpp', host: '127.0.0.1', port, isTls: false, user, password } as const
    const sms = createSmppSms(settings, { log, now, limits: { ...quick, ...limits } })
    const receipts: Receipt[] = []
    sms.listen((receipt) => receipts.push(receipt))
    open.push({
      async close() {
        await sms.close()
        for (const socket of sockets) socket.destroy()
        await new Promise((resolve) => server.close(resolve))
      },
    })
    return { sms, packets, receipts, logged, sockets: () => [...sockets] }
  }
  const send = (socket: Socket, hex: string) => socket.write(Buffer.from(hex, 'hex'))
  const say = (socket: Socket, pdu: Partial<Pdu>) =>
    socket.write(writePdu({ command: 0, status: 0, sequence: 1, body: Buffer.alloc(0), ...pdu }))
  const respond = (pdu: Pdu, socket: Socket, body = zeroEnded('Strange')) =>
    say(socket, { command: (pdu.command | responseBit) >>> 0, sequence: pdu.sequence, body })
  /** Signs everybody in, and leaves the rest to the test. */
  const welcoming = (answer: (pdu: Pdu, socket: Socket) => void) => (pdu: Pdu, socket: Socket) =>
    pdu.command === commands.bind_transceiver ? void respond(pdu, socket) : answer(pdu, socket)

  test('is spoken to octet by octet as the specification says', async () => {
    const { sms, packets } = await start(
      welcoming((pdu, socket) => {
        if (pdu.command === commands.submit_sm) send(socket, fixtures.submitted)
        else respond(pdu, socket)
      }),
    )
    expect(await sms.send(text)).toEqual({ status: 'taken', messageId: '0a1b2c3d4e5f6071' })
    await sms.close()
    expect(packets).toEqual([fixtures.bind, fixtures.submit, fixtures.unbind.replace(/5$/, '3')])
  })

  test('refuses the sign-in: said once a try, with its status and no secret; texts are worth trying later', async () => {
    const { sms, logged } = await start((_pdu, socket) => send(socket, fixtures.wrongPassword), { patienceMs: 300 })
    expect(await sms.send(text)).toEqual({ status: 'refused', reason: 'unavailable', isWorthTrying: true })
    await eventually(() => expect(logged()).toContain('"code":"SMSC_REFUSED","reason":"a refused sign-in","status":14'))
    expect(logged()).not.toContain(password)
  })

  test('takes the connection and never answers the sign-in: it is left, and tried again', async () => {
    const binds: Socket[] = []
    const { sms, sockets } = await start((_pdu, socket) => void binds.push(socket), { bindMs: 50, patienceMs: 300 })
    expect(await sms.send(text)).toMatchObject({ reason: 'unavailable' })
    await eventually(() => expect(new Set(binds).size).toBeGreaterThan(1))
    await eventually(() => expect(sockets().length).toBeLessThanOrEqual(1))
  })

  test('gets no more at once than the window holds, and more in all than wait here are refused', async () => {
    const waiting: [Pdu, Socket][] = []
    let most = 0
    const { sms } = await start(
      welcoming((pdu, socket) => {
        if (pdu.command !== commands.submit_sm) return void respond(pdu, socket)
        waiting.push([pdu, socket])
        most = Math.max(most, waiting.length)
        setImmediate(() => {
          const next = waiting.shift()
          if (next) respond(...next, zeroEnded('m'))
        })
      }),
      { window: 3, queue: 20 },
    )
    const outcomes = await Promise.all(Array.from({ length: 40 }, () => sms.send(text)))
    expect(most).toBe(3)
    expect(outcomes.filter(({ status }) => status === 'taken')).toHaveLength(20)
    expect(outcomes.filter((one) => one.status === 'refused' && one.reason === 'busy' && one.isWorthTrying)).toHaveLength(20)
  })

  test('does not answer whether it is there: the session is left and another made', async () => {
    let binds = 0
    const { logged } = await start(
      (pdu, socket) => {
        if (pdu.command !== commands.bind_transceiver) return
        binds++
        respond(pdu, socket)
      },
      { enquireMs: 20, answerMs: 40 },
    )
    await eventually(() => expect(binds).toBeGreaterThan(2))
    await eventually(() => expect(logged()).toContain('"reason":"silence"'))
  })

  test('asks whether we are there, says what nobody knows, and says good-bye: each is answered', async () => {
    const { packets, sockets } = await start(
      welcoming((pdu, socket) => {
        if (pdu.command === (commands.enquire_link | responseBit) >>> 0) say(socket, { command: 0x999, sequence: 8 })
        else if (pdu.command === commands.generic_nack) say(socket, { command: commands.unbind, sequence: 9 })
      }),
    )
    await eventually(() => expect(packets).toEqual([fixtures.bind]))
    for (const socket of sockets()) send(socket, fixtures.enquire)
    // And the next session begins.
    await eventually(() => expect(packets).toHaveLength(5))
    expect(packets.slice(1, 4)).toEqual([fixtures.enquired, '00000010800000000000000300000008', '00000010800000060000000000000009'])
    expect(packets[4]).toBe(fixtures.bind)
  })

  test('tells what became of a text in words alone, and what a customer has written is none of it', async () => {
    const { packets, receipts, sockets } = await start(welcoming(() => {}))
    await eventually(() => expect(packets).toHaveLength(1))
    const words = (id: string, stat: string) =>
      `id:${id} sub:001 dlvrd:000 submit date:2611260710 done date:2611260710 stat:${stat} err:000 text:`
    for (const [esmClass, message] of [
      [4, words('A', 'DELIVRD')],
      [4, words('B', 'EXPIRED')],
      [4, words('C', 'REJECTD')],
      [4, words('D', 'ENROUTE')],
      [4, 'nothing that can be read'],
      [0, words('E', 'DELIVRD')],
      [0x20, words('F', 'DELIVRD')],
    ] as const)
      for (const socket of sockets()) say(socket, { command: commands.deliver_sm, sequence: 1, body: bodyOf(esmClass, message) })
    await eventually(() => expect(packets.slice(1)).toEqual(Array(7).fill(fixtures.receiptTaken)))
    expect(receipts).toEqual([
      { messageId: 'A', state: 'delivered', at: now() },
      { messageId: 'B', state: 'undelivered', reason: 'expired', at: now() },
      { messageId: 'C', state: 'undelivered', reason: 'rejected', at: now() },
    ])
  })

  describe('as an attacker who sits where the centre should be', () => {
    test.each([
      ['a packet of 4 GB', 'ffffffff'],
      ['a packet of 16 MB', '01000000'],
      ['a packet without a length', '00000000'.repeat(8)],
      ['a packet that is shorter than its head', '0000000800000000'],
      ['a packet that ends in the middle of a field', '0000001400000005000000000000000100010139'],
      ['noise', 'deadbeef'.repeat(64)],
    ])('%s ends the session; the next one works', async (_title, hex) => {
      let binds = 0
      const { sms, receipts } = await start(
        (pdu, socket) => {
          if (pdu.command === commands.bind_transceiver) {
            respond(pdu, socket)
            if (++binds === 1) send(socket, hex)
          } else if (binds > 1) respond(pdu, socket, zeroEnded('M1'))
        },
        { enquireMs: 50, answerMs: 50 },
      )
      await eventually(() => expect(binds).toBeGreaterThan(1))
      await eventually(async () => expect(await sms.send(text)).toEqual({ status: 'taken', messageId: 'M1' }))
      expect(receipts).toEqual([])
    })

    test('a sign-in that drips in octet by octet is given up in time', async () => {
      let binds = 0
      const { sms } = await start(
        (pdu, socket) => {
          if (pdu.command !== commands.bind_transceiver) return
          if (++binds > 1) return void respond(pdu, socket)
          const answer = writePdu({ command: 0x80000009, status: 0, sequence: pdu.sequence, body: zeroEnded('Slow') })
          let at = 0
          const drip = setInterval(() => (socket.destroyed ? clearInterval(drip) : socket.write(answer.subarray(at, ++at))), 20)
        },
        { bindMs: 100 },
      )
      await eventually(() => expect(binds).toBeGreaterThan(1))
      await sms.close()
    })

    test('ten thousand receipts for texts that nobody sent are taken, answered and bounded, and texts still go', async () => {
      const count = 10_000
      const { sms, receipts, packets, sockets } = await start(
        welcoming((pdu, socket) => {
          if (pdu.command === commands.submit_sm) respond(pdu, socket, zeroEnded('M1'))
        }),
        { answerMs: 20_000 },
      )
      await eventually(() => expect(packets).toHaveLength(1))
      const forged = Buffer.concat(
        Array.from({ length: count }, (_, index) => {
          const body = bodyOf(4, `id:${index % 2 ? 'x'.repeat(100) : `forged-${index}`} stat:DELIVRD`)
          return writePdu({ command: commands.deliver_sm, status: 0, sequence: index + 1, body })
        }),
      )
      for (const socket of sockets()) socket.write(forged)
      const sending = sms.send(text)
      await eventually(() => expect(packets.length).toBeGreaterThan(count))
      expect(await sending).toEqual({ status: 'taken', messageId: 'M1' })
      // An id that is longer than any can be is nobody's.
      expect(receipts).toHaveLength(count / 2)
    })

    test("an answer to a text that is another than was asked is nobody's", async () => {
      const { sms } = await start(
        welcoming((pdu, socket) => {
          if (pdu.command !== commands.submit_sm) return void respond(pdu, socket)
          respond({ ...pdu, sequence: pdu.sequence + 7 }, socket, zeroEnded('M0'))
          respond({ ...pdu, sequence: 0 }, socket, zeroEnded('M0'))
        }),
        { answerMs: 60 },
      )
      expect(await sms.send(text)).toEqual({ status: 'refused', reason: 'unknown', isWorthTrying: false })
    })
  })
})

function bodyOf(esmClass: number, words: string): Buffer {
  const address = (ton: number, npi: number, text: string) => Buffer.concat([Buffer.from([ton, npi]), zeroEnded(text)])
  const octets = Buffer.from(words, 'latin1')
  const head = [
    zeroEnded(''),
    address(1, 1, '393991234567'),
    address(5, 0, 'Aurora'),
    Buffer.from([esmClass, 0, 0]),
    zeroEnded(''),
    zeroEnded(''),
  ]
  return Buffer.concat([...head, Buffer.from([0, 0, 0, 0, octets.length]), octets])
}
