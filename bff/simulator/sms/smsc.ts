import { createServer, type AddressInfo, type Socket } from 'node:net'
import { MosaicError } from '@mosaic/schemas/errors'
import type { SmsCredentials } from './credentials.ts'
import { readMessage } from './gsm.ts'
import {
  commands,
  createFields,
  createPduReader,
  parameter,
  readMessageBody,
  responseBit,
  statuses,
  writeMessageBody,
  writePdu,
  zeroEnded,
  type Message,
  type Pdu,
} from './pdu.ts'
import type { Texts } from './texts.ts'

export type Smsc = {
  port: number
  /** How many have signed in. */
  bound(): number
  /** Forgets receipts that nobody has fetched. */
  reset(): void
  close(): Promise<void>
}

type Options = {
  /** 0 takes a free one. */
  port: number
  credentials: SmsCredentials
  texts: Texts
  now: () => Date
  /** How long somebody may be connected without having signed in, in milliseconds. */
  bindMs?: number
}
type Peer = { socket: Socket; mode: 'none' | 'transmitter' | 'receiver' | 'transceiver'; sequence: number; bindTimer: NodeJS.Timeout }

const host = '127.0.0.1'
const systemId = 'Mosaic SMSC'
const maxConnections = 100
/** Receipts that wait for somebody who takes them. */
const maxWaiting = 1_000
const modes = new Map<number, Peer['mode']>([
  [commands.bind_transmitter, 'transmitter'],
  [commands.bind_receiver, 'receiver'],
  [commands.bind_transceiver, 'transceiver'],
])

/** The operator's message centre: SMPP 3.4 on a port of its own. @throws {MosaicError} PORT_IN_USE */
export async function startSmsc({ port, credentials, texts, now, bindMs = 5_000 }: Options): Promise<Smsc> {
  const peers = new Set<Peer>()
  const timers = new Set<NodeJS.Timeout>()
  let receipts: Buffer[] = []

  const later = (ms: number, act: () => void) => {
    if (ms === 0) return act()
    const timer = setTimeout(() => {
      timers.delete(timer)
      act()
    }, ms)
    timers.add(timer)
  }
  const respond = ({ socket }: Peer, { command, sequence }: Pdu, status: number, body: Buffer = Buffer.alloc(0)) =>
    socket.destroyed || socket.write(writePdu({ command: (command | responseBit) >>> 0, status, sequence, body }))
  const reject = ({ socket }: Peer, sequence: number, status: number) =>
    socket.write(writePdu({ command: commands.generic_nack, status, sequence, body: Buffer.alloc(0) }))

  function bind(peer: Peer, pdu: Pdu, mode: Peer['mode']): void {
    if (peer.mode !== 'none') return void respond(peer, pdu, statuses.alreadyBound)
    const fields = createFields(pdu.body)
    const [user, password] = [fields.text(16), fields.text(9)]
    if (user !== credentials.user) return void respond(peer, pdu, statuses.bindFailed)
    if (password !== credentials.password) return void respond(peer, pdu, statuses.wrongPassword)
    clearTimeout(peer.bindTimer)
    peer.mode = mode
    respond(peer, pdu, statuses.ok, zeroEnded(systemId))
    const waiting = receipts
    receipts = []
    for (const receipt of waiting) deliver(receipt)
  }

  function submit(peer: Peer, pdu: Pdu): void {
    if (peer.mode !== 'transmitter' && peer.mode !== 'transceiver') return void respond(peer, pdu, statuses.wrongBindState)
    const message = readMessageBody(pdu.body)
    const text = readMessage(message.coding, message.octets)
    if (message.to.ton !== 1 || !/^[1-9]\d{5,14}$/.test(message.to.address)) return void respond(peer, pdu, statuses.invalidDestination)
    if (!/^[\x20-\x7e]{1,11}$/.test(message.from.address)) return void respond(peer, pdu, statuses.invalidSource)
    if (text === undefined) return void respond(peer, pdu, statuses.submitFailed)

    const { delayMs, silent } = texts.behaviour()
    const submitted = texts.submit({ from: message.from.address, to: `+${message.to.address}`, text })
    const status = submitted.outcome === 'taken' ? statuses.ok : refusals[submitted.outcome]
    const body = submitted.outcome === 'taken' ? zeroEnded(submitted.id) : Buffer.alloc(0)
    const answer = () => void respond(peer, pdu, status, body)
    if (!silent) later(delayMs, answer)
    if (submitted.outcome === 'taken' && message.registeredDelivery & 1) report(message, submitted.id, submitted.isDelivered)
  }

  function report(message: Message, id: string, isDelivered: boolean): void {
    const { dropReceipts, duplicateReceipts } = texts.behaviour()
    if (dropReceipts) return
    for (let time = 0; time < (duplicateReceipts ? 2 : 1); time++) deliver(receiptBody(message, id, isDelivered, now()))
  }

  /** To one who receives; else it waits. */
  function deliver(body: Buffer): void {
    const peer = [...peers].find(({ mode, socket }) => (mode === 'receiver' || mode === 'transceiver') && !socket.destroyed)
    if (!peer) {
      receipts = [...receipts, body].slice(-maxWaiting)
      return
    }
    peer.sequence = peer.sequence === 0x7fffffff ? 1 : peer.sequence + 1
    peer.socket.write(writePdu({ command: commands.deliver_sm, status: 0, sequence: peer.sequence, body }))
  }

  function take(peer: Peer, pdu: Pdu): void {
    // What answers us, or complains about us.
    if (pdu.command >= responseBit) return
    const mode = modes.get(pdu.command)
    try {
      if (mode) bind(peer, pdu, mode)
      else if (pdu.command === commands.submit_sm) submit(peer, pdu)
      else if (pdu.command === commands.enquire_link) respond(peer, pdu, statuses.ok)
      else if (pdu.command === commands.unbind) {
        respond(peer, pdu, statuses.ok)
        peer.socket.end()
      } else reject(peer, pdu.sequence, statuses.invalidCommand)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      respond(peer, pdu, statuses.invalidLength)
    }
  }

  const server = createServer((socket) => {
    const read = createPduReader()
    const peer: Peer = { socket, mode: 'none', sequence: 0, bindTimer: setTimeout(() => socket.destroy(), bindMs) }
    peers.add(peer)
    socket.setNoDelay(true)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      clearTimeout(peer.bindTimer)
      peers.delete(peer)
    })
    socket.on('data', (chunk: Buffer) => {
      const { pdus, isBroken } = read(chunk)
      for (const pdu of pdus) take(peer, pdu)
      if (!isBroken) return
      reject(peer, 0, statuses.invalidLength)
      socket.destroySoon()
    })
  })
  server.maxConnections = maxConnections
  await new Promise<void>((resolve, fail) => {
    server.once('error', (cause: NodeJS.ErrnoException) => fail(cannotListen(cause, port)))
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    bound: () => [...peers].filter(({ mode }) => mode !== 'none').length,
    reset() {
      receipts = []
    },
    async close() {
      for (const timer of timers) clearTimeout(timer)
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const { socket } of peers) socket.destroy()
      await closed
    },
  }
}

const refusals = {
  throttled: statuses.throttled,
  number: statuses.invalidDestination,
  sender: statuses.invalidSource,
  other: statuses.submitFailed,
}

/** What became of a message: the words of appendix B, and the parameters that say the same (5.3.2.12, 5.3.2.35). */
function receiptBody({ from, to }: Message, id: string, isDelivered: boolean, at: Date): Buffer {
  const date = at.toISOString().replaceAll(/\D/g, '').slice(2, 12)
  const words = `id:${id} sub:001 dlvrd:00${isDelivered ? 1 : 0} submit date:${date} done date:${date} stat:${isDelivered ? 'DELIVRD' : 'UNDELIV'} err:000 text:`
  return Buffer.concat([
    writeMessageBody({ from: to, to: from, esmClass: 0b100, registeredDelivery: 0, coding: 0, octets: Buffer.from(words, 'latin1') }),
    parameter(0x001e, zeroEnded(id)),
    parameter(0x0427, Buffer.from([isDelivered ? 2 : 5])),
  ])
}

function cannotListen(cause: NodeJS.ErrnoException, port: number): Error {
  if (cause.code !== 'EADDRINUSE' && cause.code !== 'EACCES') return cause
  const fault = {
    expected: `port ${port} of ${host} to be free`,
    got: cause.code === 'EACCES' ? 'a port that this user may not open' : 'another program that listens on it',
    fix: 'Stop that program, or set SIMULATOR_SMPP_PORT to another port (and SMS_SMPP_URL of the BFF with it)',
  }
  return new MosaicError(cause.code === 'EACCES' ? 'PORT_FORBIDDEN' : 'PORT_IN_USE', "The simulator's message centre cannot start", fault, {
    cause,
  })
}
