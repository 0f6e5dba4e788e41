import { expect, test } from 'vitest'
import { isAlive, maySendAnew, shownState, stationsOf, toneOf, toneOfSending } from './progress.ts'
import type { HandOver } from './types.ts'

const at = (minute: number) => `2026-11-26T10:${String(minute).padStart(2, '0')}:00Z`
const link = (state: string, ...types: string[]): HandOver => ({
  id: 'H-1',
  code: 'K7XM',
  state,
  targetId: 'bill',
  target: 'Fattura',
  customerId: 'C-1',
  lineId: 'L-1',
  locale: 'it',
  params: [],
  issuedAt: at(0),
  expiresAt: at(15),
  step: null,
  wants: null,
  note: null,
  takenBy: null,
  isTakenByMe: false,
  reason: null,
  events: types.map((type, index) => ({ type, at: at(index), text: type })),
})
const drawn = (handOver: HandOver, now = at(5)) => {
  const shown = shownState(handOver, new Date(now))
  return `${shown}: ${stationsOf(handOver, shown)
    .map(({ state }) => ({ passed: '●', next: '◌', failed: '✗', ahead: '○' })[state])
    .join('')}`
}

test.each([
  ['it is being sent', link('issued'), 'unsure: ◌○○○○○'],
  ['it was sent', link('sent', 'sent'), 'sent: ●◌○○○○'],
  ['it has arrived', link('delivered', 'sent', 'delivered'), 'delivered: ●●◌○○○'],
  ['the number cannot be reached', link('undelivered', 'sent', 'undelivered'), 'undelivered: ●✗○○○○'],
  ['it has not left', link('undelivered', 'unsent'), 'unsent: ✗○○○○○'],
  ['it was opened before the receipt came', link('opened', 'sent', 'opened'), 'opened: ●●●◌○○'],
  ['it was opened though the network said no', link('opened', 'sent', 'undelivered', 'opened'), 'opened: ●●●◌○○'],
  ['he is in', link('signedIn', 'sent', 'delivered', 'opened', 'signedIn'), 'signedIn: ●●●●◌○'],
  ['he found it in the app without the link', link('signedIn', 'sent', 'signedIn'), 'signedIn: ●●●●◌○'],
  ['he is there', link('reached', 'sent', 'delivered', 'opened', 'signedIn', 'reached'), 'reached: ●●●●●◌'],
  ['he is stuck', link('stuck', 'sent', 'delivered', 'opened', 'signedIn', 'stuck'), 'stuck: ●●●●●◌'],
  ['it is done', link('done', 'sent', 'delivered', 'opened', 'signedIn', 'reached', 'done'), 'done: ●●●●●●'],
  ['it was done at once', link('done', 'sent', 'signedIn', 'done'), 'done: ●●●●●●'],
  ['it was taken back', link('revoked', 'sent', 'delivered', 'revoked'), 'revoked: ●●○○○○'],
])('%s', (_what, handOver, expected) => {
  expect(drawn(handOver)).toBe(expected)
})

test('time alone: it may still be leaving, and nobody opens it any more', () => {
  expect(drawn(link('issued'), '2026-11-26T10:00:30Z')).toBe('issued: ◌○○○○○')
  expect(drawn(link('delivered', 'sent', 'delivered'), '2026-11-26T10:14:59Z')).toBe('delivered: ●●◌○○○')
  expect(drawn(link('delivered', 'sent', 'delivered'), at(15))).toBe('expired: ●●○○○○')
  // Whoever has opened it goes on.
  expect(drawn(link('reached', 'sent', 'opened', 'signedIn', 'reached'), at(40))).toBe('reached: ●●●●●◌')
})

test('what is over asks for nothing, and what needs the agent is seen', () => {
  expect(
    ['done', 'revoked', 'expired', 'stuck', 'abandoned', 'undelivered', 'something new'].map((shown) => [isAlive(shown), toneOf(shown)]),
  ).toEqual([
    [false, 'positive'],
    [false, 'quiet'],
    [false, 'quiet'],
    [true, 'warning'],
    [true, 'warning'],
    [true, 'critical'],
    [true, 'neutral'],
  ])
})

test('a new link never takes the old one from under somebody who is on his way', () => {
  const states = ['unsure', 'sent', 'delivered', 'undelivered', 'unsent', 'abandoned', 'revoked', 'expired']
  expect(states.filter(maySendAnew)).toEqual(states)
  expect(['issued', 'opened', 'signedIn', 'reached', 'stuck', 'done'].filter(maySendAnew)).toEqual([])
})

test('what came of sending is said as it is', () => {
  expect(['sent', 'pending', 'noSms', 'refused', 'tooMany', 'noConsent'].map(toneOfSending)).toEqual([
    'positive', 'neutral', 'neutral', 'critical', 'critical', 'critical',
  ]) // prettier-ignore
})
