import { describe, expect, test } from 'vitest'
import { readMessage } from './gsm.ts'
import { createPduReader, readMessageBody, writeMessageBody, writePdu, type Pdu } from './pdu.ts'
import { fixtures } from './testing/fixtures.ts'

const read = (hex: string): Pdu => {
  const [pdu] = createPduReader()(Buffer.from(hex, 'hex')).pdus
  if (!pdu) throw new Error('No packet')
  return pdu
}

describe('packets', () => {
  test.each(Object.entries(fixtures))('%s is read and written as the specification says', (_name, hex) => {
    expect(writePdu(read(hex)).toString('hex')).toBe(hex)
  })

  test('a text is read field by field, and written the same', () => {
    const { body, command, sequence } = read(fixtures.submit)
    const message = readMessageBody(body)
    expect({ command, sequence, ...message, octets: readMessage(message.coding, message.octets) }).toEqual({
      command: 4,
      sequence: 2,
      from: { ton: 5, npi: 0, address: 'Aurora' },
      to: { ton: 1, npi: 1, address: '393991234567' },
      esmClass: 0,
      registeredDelivery: 1,
      coding: 0,
      octets: 'Perché no? €5',
    })
    expect(writeMessageBody(message)).toEqual(body)
  })

  test('come in pieces, several at once, and whole again', () => {
    const stream = Buffer.from(fixtures.bind + fixtures.submit + fixtures.enquire, 'hex')
    for (const size of [1, 7, 30, stream.length]) {
      const take = createPduReader()
      const pdus: Pdu[] = []
      for (let at = 0; at < stream.length; at += size) pdus.push(...take(stream.subarray(at, at + size)).pdus)
      expect(pdus.map(({ command }) => command)).toEqual([9, 4, 0x15])
    }
  })

  test.each(['ffffffff', '00000000', '0000000f', '00000801'])('a length of 0x%s is refused as soon as it is read', (length) => {
    expect(createPduReader()(Buffer.from(length, 'hex'))).toEqual({ pdus: [], isBroken: true })
  })

  test('a body that ends too early is refused, whatever it says of itself', () => {
    const { body } = read(fixtures.submit)
    for (let length = 0; length < body.length; length++) expect(() => readMessageBody(body.subarray(0, length))).toThrow(RangeError)
  })
})

test('what a telephone shows', () => {
  expect(readMessage(0, Buffer.from([0x41, 0x1b, 0x28, 0x04, 0x1b, 0x65, 0x1b, 0x01]))).toBe('A{è€ ')
  // The same octets called IA5 are other letters: what the BFF must never do.
  expect(readMessage(1, Buffer.from([0x04]))).toBe('\u0004')
  expect(readMessage(8, Buffer.from('65e5672c', 'hex'))).toBe('日本')
  expect(readMessage(0, Buffer.alloc(161))).toBeUndefined()
  expect(readMessage(0, Buffer.from([0x80]))).toBeUndefined()
  expect(readMessage(4, Buffer.from([0x41]))).toBeUndefined()
})
