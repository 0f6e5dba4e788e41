/*
 * SMPP 3.4 by hand, from the specification (Short Message Peer to Peer Protocol Specification v3.4, Issue 1.2): so much of it as a message centre needs.
 * No library, so that a fault of the BFF's library is seen.
 */

/** Section 5.1.2.1. A response has the highest bit set. */
export const commands = {
  generic_nack: 0x80000000,
  bind_receiver: 0x00000001,
  bind_transmitter: 0x00000002,
  submit_sm: 0x00000004,
  deliver_sm: 0x00000005,
  unbind: 0x00000006,
  bind_transceiver: 0x00000009,
  enquire_link: 0x00000015,
} as const
export const responseBit = 0x80000000

/** Section 5.1.3. */
export const statuses = {
  ok: 0x00,
  invalidLength: 0x02,
  invalidCommand: 0x03,
  wrongBindState: 0x04,
  alreadyBound: 0x05,
  systemError: 0x08,
  invalidSource: 0x0a,
  invalidDestination: 0x0b,
  bindFailed: 0x0d,
  wrongPassword: 0x0e,
  submitFailed: 0x45,
  throttled: 0x58,
} as const

export type Pdu = { command: number; status: number; sequence: number; body: Buffer }

const headerOctets = 16
/** The longest message, its address and all parameters that anybody sends. */
const longest = 2_048

export function writePdu({ command, status, sequence, body }: Pdu): Buffer {
  const header = Buffer.alloc(headerOctets)
  header.writeUInt32BE(headerOctets + body.length, 0)
  header.writeUInt32BE(command >>> 0, 4)
  header.writeUInt32BE(status, 8)
  header.writeUInt32BE(sequence, 12)
  return Buffer.concat([header, body])
}

/** Takes octets as they come and gives back what is whole; `tooLong` as soon as a length says so, so that nothing of it is kept. */
export function createPduReader(): (chunk: Buffer) => { pdus: Pdu[]; isBroken: boolean } {
  let rest: Buffer = Buffer.alloc(0)
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const pdus: Pdu[] = []
    while (rest.length >= 4) {
      const length = rest.readUInt32BE(0)
      if (length < headerOctets || length > longest) return { pdus, isBroken: true }
      if (rest.length < length) break
      const whole = rest.subarray(0, length)
      rest = rest.subarray(length)
      pdus.push({
        command: whole.readUInt32BE(4),
        status: whole.readUInt32BE(8),
        sequence: whole.readUInt32BE(12),
        body: whole.subarray(headerOctets),
      })
    }
    return { pdus, isBroken: false }
  }
}

/** Reads a body field by field. Each throws a RangeError where the body ends too early, or a string is too long. */
export function createFields(body: Buffer) {
  let at = 0
  return {
    octet(): number {
      const value = body.readUInt8(at)
      at++
      return value
    },
    /** A string that ends with a zero. @param most octets, the zero among them */
    text(most: number): string {
      const end = body.indexOf(0, at)
      if (end < 0 || end - at >= most) throw new RangeError('A string without an end')
      const value = body.toString('latin1', at, end)
      at = end + 1
      return value
    },
    octets(count: number): Buffer {
      if (at + count > body.length) throw new RangeError('Fewer octets than told')
      at += count
      return body.subarray(at - count, at)
    },
  }
}

export function zeroEnded(text: string): Buffer {
  return Buffer.from(`${text}\0`, 'latin1')
}

/** An optional parameter: section 5.3. */
export function parameter(tag: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(tag, 0)
  head.writeUInt16BE(value.length, 2)
  return Buffer.concat([head, value])
}

/** The fields of `submit_sm` and `deliver_sm`, which are the same: sections 4.4.1 and 4.6.1. */
export type Message = {
  from: { ton: number; npi: number; address: string }
  to: { ton: number; npi: number; address: string }
  esmClass: number
  registeredDelivery: number
  coding: number
  octets: Buffer
}

/** @throws {RangeError} */
export function readMessageBody(body: Buffer): Message {
  const fields = createFields(body)
  const address = () => ({ ton: fields.octet(), npi: fields.octet(), address: fields.text(21) })
  fields.text(6) // service_type
  const from = address()
  const to = address()
  const esmClass = fields.octet()
  fields.octets(2) // protocol_id, priority_flag
  fields.text(17) // schedule_delivery_time
  fields.text(17) // validity_period
  const registeredDelivery = fields.octet()
  fields.octet() // replace_if_present_flag
  const coding = fields.octet()
  fields.octet() // sm_default_msg_id
  return { from, to, esmClass, registeredDelivery, coding, octets: fields.octets(fields.octet()) }
}

export function writeMessageBody({ from, to, esmClass, registeredDelivery, coding, octets }: Message): Buffer {
  const address = (one: Message['from']) => Buffer.concat([Buffer.from([one.ton, one.npi]), zeroEnded(one.address)])
  return Buffer.concat([
    zeroEnded(''),
    address(from),
    address(to),
    Buffer.from([esmClass, 0, 0]),
    zeroEnded(''),
    zeroEnded(''),
    Buffer.from([registeredDelivery, 0, coding, 0, octets.length]),
    octets,
  ])
}
