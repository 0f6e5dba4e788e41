import { expect, test } from 'vitest'
import { dueOf, queueOf } from './due.ts'
import type { CallBack } from './types.ts'

const callBack = (id: string, part: Partial<CallBack> = {}): CallBack => ({
  id,
  customerId: 'C-1',
  name: 'Marco Ferrari',
  msisdn: '+393990000001',
  topic: 'Fattura',
  said: [],
  startsAt: '2026-11-26T10:00:00Z',
  endsAt: '2026-11-26T10:30:00Z',
  state: 'waiting',
  isLate: false,
  agentId: null,
  handOver: null,
  ...part,
})

test.each([
  ['2026-11-26T08:00:00Z', 'later', 120],
  ['2026-11-26T09:00:00Z', 'soon', 60],
  ['2026-11-26T09:59:30Z', 'soon', 1],
  ['2026-11-26T10:00:00Z', 'now', 30],
  ['2026-11-26T10:30:59Z', 'now', 1],
  ['2026-11-26T10:31:00Z', 'late', 1],
  ['2026-11-26T11:45:00Z', 'late', 75],
])('at %s it is %s (%i minutes)', (now, kind, minutes) => {
  expect(dueOf(callBack('B-1'), new Date(now))).toEqual({ kind, minutes })
})

test('what the server calls late is late', () => {
  expect(dueOf(callBack('B-1', { isLate: true }), new Date('2026-11-26T10:20:00Z'))).toEqual({ kind: 'late', minutes: 1 })
})

test('mine first, then the soonest; colleagues’ and those that are over are not there', () => {
  const all = [
    callBack('later', { startsAt: '2026-11-26T12:00:00Z' }),
    callBack('his', { state: 'taken', agentId: 'S-2' }),
    callBack('soon'),
    callBack('over', { state: 'done', agentId: 'S-1' }),
    callBack('mine', { state: 'taken', agentId: 'S-1', startsAt: '2026-11-26T13:00:00Z' }),
  ]
  expect(queueOf(all, 'S-1').map(({ id }) => id)).toEqual(['mine', 'soon', 'later'])
})
