import { Binary, BSON, Decimal128, Double, Int32, Long, ObjectId, Timestamp } from 'mongodb'
import { expect, test } from 'vitest'
import { readDocument } from './values.ts'

test('a document is plain data, and no number is less exact than it was', () => {
  const document = {
    _id: new ObjectId('656f0c0a9b1e8a0d5c3f2a11'),
    price: Decimal128.fromString('1234567890123456.01'),
    whole: new Int32(7),
    float: new Double(1.5),
    safe: Long.fromString('9007199254740991'),
    large: Long.fromString('9007199254740993'),
    at: new Date('2026-11-22T09:30:00Z'),
    bytes: new Binary(Buffer.from('però')),
    inner: [{ is: true, nothing: null, text: '€' }, 'x'],
    strange: new Timestamp({ t: 1, i: 1 }),
    pattern: /x/,
  }
  expect(readDocument(BSON.serialize(document))).toEqual({
    _id: '656f0c0a9b1e8a0d5c3f2a11',
    price: '1234567890123456.01',
    whole: 7,
    float: 1.5,
    safe: 9_007_199_254_740_991,
    large: '9007199254740993',
    at: '2026-11-22T09:30:00.000Z',
    bytes: 'però',
    inner: [{ is: true, nothing: null, text: '€' }, 'x'],
  })
})
