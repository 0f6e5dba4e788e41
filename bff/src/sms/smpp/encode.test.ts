import { smsSize } from '@mosaic/schemas/sms'
import { expect, test } from 'vitest'
import { readMessage } from '../../../simulator/sms/gsm.ts'
import { encodeGsm } from './encode.ts'

const every = Array.from({ length: 0x2100 }, (_, code) => String.fromCodePoint(code))
const known = every.filter((sign) => smsSize(sign).foreign.length === 0)

test('every sign that may be written is as large as was counted, and read again by a telephone', () => {
  expect(known).toHaveLength(127 + 9)
  for (const sign of known) {
    const octets = encodeGsm(sign)
    expect(octets).toHaveLength(smsSize(sign).septets)
    expect(readMessage(0, octets)).toBe(sign)
  }
})

test('every other sign is refused', () => {
  for (const sign of every) if (!known.includes(sign)) expect(() => encodeGsm(sign)).toThrow(RangeError)
  expect(() => encodeGsm('L’Aquila 😀')).toThrow('U+2019')
})
