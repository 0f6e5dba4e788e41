import { expect, test } from 'vitest'
import type { Contact } from '../calls/types.ts'
import type { HandOver } from '../send/types.ts'
import { topicOf } from './topic.ts'

const talk: Contact = {
  id: 'T-1',
  channel: 'call',
  callId: null,
  customerId: 'C-1',
  customer: null,
  msisdn: null,
  agentId: 'S-1',
  state: 'open',
  reason: null,
  text: null,
  startedAt: '2026-11-26T10:00:00Z',
  endedAt: null,
}
const link = (target: string, issuedAt: string, state = 'sent') => ({ target, issuedAt, state }) as HandOver
const old = link('Ricarica', '2026-11-26T09:00:00Z')
const ofTalk = link('Fattura', '2026-11-26T10:01:00Z')
const stuck = link('Modem', '2026-11-26T08:00:00Z', 'stuck')

test.each([
  ['what the talk is noted to be', { ...talk, reason: ' Disdetta ' }, [ofTalk, stuck], 'Disdetta'],
  ['the link he is stuck at', talk, [ofTalk, stuck], 'Modem'],
  ['without any talk, too', undefined, [old, stuck], 'Modem'],
  ['the newest of this talk', talk, [ofTalk, old], 'Fattura'],
  ['nothing of before', talk, [old], ''],
  ['nothing', undefined, [], ''],
])('it is about %s', (_what, open, links, topic) => expect(topicOf(open, links)).toBe(topic))
