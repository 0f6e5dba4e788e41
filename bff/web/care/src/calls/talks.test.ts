import { expect, test } from 'vitest'
import { answeredSince, talksOf, talksWith } from './talks.ts'
import type { Contact } from './types.ts'

const call = (id: string, part: Partial<Contact> = {}): Contact => ({
  id,
  channel: 'call',
  callId: id,
  customerId: null,
  customer: null,
  msisdn: null,
  agentId: null,
  state: 'ringing',
  reason: null,
  text: null,
  startedAt: '2026-11-26T10:00:00Z',
  endedAt: null,
  ...part,
})
const mine = { agentId: 'S-1' }
const theirs = { agentId: 'S-2' }
const marco = { customerId: 'C-1', customer: { id: 'C-1', name: 'Marco Ferrari' } }
const ids = (contacts: readonly Contact[]) => contacts.map(({ id }) => id)

test('what rings for nobody rings for all; what is a colleague’s is his', () => {
  const { ringing, open, toNote } = talksOf(
    [
      call('free'),
      call('for-me', mine),
      call('for-him', theirs),
      call('on', { ...mine, state: 'open' }),
      call('his', { ...theirs, state: 'open' }),
      call('over', { ...mine, state: 'closed' }),
      call('noted', { ...mine, state: 'closed', reason: 'Fattura' }),
    ],
    'S-1',
  )
  expect([ids(ringing), ids(open), ids(toNote)]).toEqual([['free', 'for-me'], ['on'], ['over']])
})

test('a call pops up when I answer it: once, and not when the page is opened', () => {
  const ringing = [call('K-1', mine), call('K-2')]
  const answered = [call('K-1', { ...mine, state: 'open' }), call('K-2', { ...theirs, state: 'open' })]
  expect(ids(answeredSince(undefined, answered, 'S-1'))).toEqual([])
  expect(ids(answeredSince(ringing, answered, 'S-1'))).toEqual(['K-1'])
  expect(ids(answeredSince(answered, answered, 'S-1'))).toEqual([])
  // A call-back is begun by the agent, who is there already.
  expect(ids(answeredSince([], [call('K-3', { ...mine, state: 'open', channel: 'callBack' })], 'S-1'))).toEqual([])
})

test('the talks with a customer: the open one before the one that is over', () => {
  const open = call('open', { ...mine, state: 'open', ...marco })
  const over = call('over', { ...mine, state: 'closed', ...marco })
  expect(ids(talksWith([over, open], 'C-1', 'S-1'))).toEqual(['open', 'over'])
  expect(talksWith([over, open], 'C-2', 'S-1')).toEqual([])
})
