import { expect, test } from 'vitest'
import type { HandOver } from './hand-overs.ts'
import { isOver, waitingOf } from './waiting.ts'

const now = new Date('2026-11-26T10:00:00Z')
const handOver = (id: string, state: string, minutes: number): HandOver => ({
  id,
  lineId: 'L-0014-1',
  code: 'K7XM',
  title: { value: 'Spiegazione della fattura', lang: 'it' },
  helper: 'Anna',
  state,
  expiresAt: new Date(now.getTime() + minutes * 60_000).toISOString(),
  place: { surface: 'bill', focus: [], webPath: '/surface/bill' },
})
const ids = (...given: HandOver[]) => waitingOf(given, now, (id) => id === 'aside').map(({ id }) => id)

test('first what expires first, without what is put aside', () => {
  expect(ids(handOver('late', 'sent', 900), handOver('soon', 'delivered', 5), handOver('aside', 'sent', 1))).toEqual(['soon', 'late'])
})

test('a link that has run out is not offered, to the second; one that was opened in time still is', () => {
  expect(ids(handOver('out', 'delivered', 0), handOver('just', 'delivered', 0.01), handOver('taken', 'reached', -20))).toEqual([
    'taken',
    'just',
  ])
})

test.each(['done', 'revoked', 'expired', 'abandoned'])('%s is over', (state) => {
  expect([isOver({ state }), ids(handOver('h', state, 10))]).toEqual([true, []])
})

test('a state that this version has never heard of is on the way, as long as its link is good', () => {
  expect(ids(handOver('h', 'beamed', 10), handOver('old', 'beamed', -10))).toEqual(['h'])
})
