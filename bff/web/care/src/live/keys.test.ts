import { expect, test } from 'vitest'
import { customerKeys } from '../customer/keys.ts'
import { isMine, isTouched, liveKeys } from './keys.ts'
import type { News } from './listen.ts'

const keys = {
  mine: liveKeys.links,
  his: liveKeys.linksOf('C-1'),
  another: liveKeys.linksOf('C-2'),
  guides: liveKeys.guidesOf('C-1'),
  who: customerKeys.who('C-1'),
  history: [...customerKeys.history('C-1'), 30],
  contacts: [...liveKeys.contacts, 'K-1'],
  callBacks: liveKeys.callBacks,
  stuck: liveKeys.stuck,
  home: ['home'],
}
const touched = (news: Partial<News> & { type: string }) =>
  Object.entries(keys).flatMap(([name, key]) =>
    isTouched(key, { id: 'x', customerId: null, agentId: null, ...news }, 'S-1', [{ id: 'H-1' }]) ? [name] : [],
  )

test.each([
  ['my link', { type: 'handOver', customerId: 'C-1', agentId: 'S-1' }, ['mine', 'his']],
  ['a colleague’s link', { type: 'handOver', customerId: 'C-1', agentId: 'S-2' }, ['his']],
  ['a link of the voice menu', { type: 'handOver', customerId: 'C-2' }, ['mine', 'another']],
  ['one who was stuck and goes on', { type: 'handOver', id: 'H-1', customerId: 'C-2', agentId: 'S-2' }, ['another', 'stuck']],
  ['one who is stuck', { type: 'stuck', id: 'H-2' }, ['stuck']],
  ['a call', { type: 'contact', agentId: 'S-2' }, ['history', 'contacts']],
  ['a call-back', { type: 'callBack' }, ['callBacks']],
  ['everything', { type: 'reload', id: null }, ['mine', 'his', 'another', 'guides', 'contacts', 'callBacks', 'stuck']],
  ['what a newer server says', { type: 'tomorrow' }, ['mine', 'his', 'another', 'guides', 'contacts', 'callBacks', 'stuck']],
])('news of %s: what shows it is asked for anew, and nothing else', (_what, news, names) => {
  expect(touched(news)).toEqual(names)
})

test('a colleague’s call is no news, but for who has seen it ring', () => {
  const news = (agentId: string | null): News => ({ type: 'contact', id: 'K-1', customerId: null, agentId })
  expect([isMine(news('S-1'), 'S-1', []), isMine(news(null), 'S-1', undefined)]).toEqual([true, true])
  expect([isMine(news('S-2'), 'S-1', [{ id: 'K-2' }]), isMine(news('S-2'), 'S-1', [{ id: 'K-2' }, { id: 'K-1' }])]).toEqual([false, true])
})
