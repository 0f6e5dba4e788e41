import { expect, test } from 'vitest'
import { createStreams } from '../store/streams.ts'
import { describeShelves } from '../store/testing/suite.ts'
import { createLog } from '../log.ts'
import { createFeed } from './feed.ts'
import { createNewsOfStore } from './feed-store.ts'

const at = new Date('2026-11-26T09:00:00Z')
const brand = 'brand:aurora'
const sender = { kind: 'agent', id: 'S-1', name: 'Anna Agente' }

describeShelves((open) => {
  test('what one process does, the desks of another hear', async () => {
    const theirs = open()
    await theirs.add('handOver', { id: 'H-1', at, keys: [brand], body: { customerId: 'C-1', sender } })
    await theirs.add('callBack', { id: 'B-1', at, keys: [brand], body: {} })
    const feed = createFeed({ log: createLog('silent'), now: () => at.getTime(), elsewhere: createNewsOfStore(open()), pollMs: 5 })
    const heard = feed.hear('aurora')
    expect(await heard.next()).toEqual({ done: false, value: { type: 'callBack', brand: 'aurora', at, id: 'B-1' } })
    await createStreams(theirs, 'handOverEvent').append('H-1', [brand], () => ({ type: 'delivered', at }))
    const handOver = { type: 'handOver', brand: 'aurora', at, id: 'H-1', customerId: 'C-1', agentId: 'S-1' }
    expect(await heard.next()).toEqual({ done: false, value: handOver })
    await createStreams(theirs, 'contactEvent').append('K-1', [brand], () => ({ type: 'answered', agentId: 'S-2', at }))
    expect(await heard.next()).toEqual({ done: false, value: { type: 'contact', brand: 'aurora', at, id: 'K-1', agentId: 'S-2' } })
    await createStreams(theirs, 'callBackEvent').append('B-1', [brand], () => ({ type: 'taken', at }))
    expect(await heard.next()).toEqual({ done: false, value: { type: 'callBack', brand: 'aurora', at, id: 'B-1' } })
    const guide = { done: false, value: { type: 'guide', brand: 'aurora', at, id: 'G-1', customerId: 'C-1' } }
    await theirs.add('guideRun', { id: 'G-1', at, keys: [brand], body: { customerId: 'C-1' } })
    expect(await heard.next()).toEqual(guide)
    await createStreams(theirs, 'guideEvent').append('G-1', [brand], () => ({ type: 'joined', at }))
    expect(await heard.next()).toEqual(guide)
    feed.close()
  })

  test('of other brands, of before, and of links that nobody knows, nothing', async () => {
    const shelf = open()
    const news = createNewsOfStore(shelf)
    const before = new Date(at.getTime() - 1)
    const voiceMenu = { kind: 'voiceMenu', callId: '1' }
    await shelf.add('handOver', { id: 'H-1', at, keys: [brand], body: { customerId: 'C-1', sender: voiceMenu } })
    await shelf.add('handOverEvent', { id: 'H-1:000000', at, keys: ['brand:nova'], body: { type: 'sent' } })
    await shelf.add('handOverEvent', { id: 'H-1:000001', at: before, keys: [brand], body: { type: 'delivered' } })
    await shelf.add('handOverEvent', { id: 'H-0:000000', at, keys: [brand], body: { type: 'delivered' } })
    await shelf.add('guideEvent', { id: 'G-0:000000', at, keys: [brand], body: { type: 'answered' } })
    expect(await news.newsSince('aurora', at)).toEqual([])
    const [first] = await news.newsSince('aurora', before)
    expect(first).toEqual({
      id: 'handOverEvent:H-1:000001',
      news: { type: 'handOver', brand: 'aurora', at: before, id: 'H-1', customerId: 'C-1', agentId: undefined },
    })
  })

  test('that somebody is stuck, and who helps, is news for all', async () => {
    const shelf = open()
    await shelf.add('handOver', { id: 'H-1', at, keys: [brand], body: { customerId: 'C-1', sender } })
    const streams = createStreams<{ type: string; at: Date }>(shelf, 'handOverEvent')
    for (const type of ['signedIn', 'stuck', 'taken', 'givenBack', 'done']) await streams.append('H-1', [brand], () => ({ type, at }))
    const told = await createNewsOfStore(shelf).newsSince('aurora', at)
    expect(told.filter(({ news }) => news.type === 'handOver')).toHaveLength(5)
    expect(told.filter(({ news }) => news.type === 'stuck')).toEqual(
      ['1', '2', '3'].map((n) => ({ id: `stuck:H-1:00000${n}`, news: { type: 'stuck', brand: 'aurora', at, id: 'H-1' } })),
    )
    expect(new Set(told.map(({ id }) => id)).size).toBe(8)
  })

  test('too much at once is one word: everything anew', async () => {
    const shelf = open()
    const ids = ['B-1', 'B-2', 'B-3']
    await Promise.all(ids.map((id) => shelf.add('callBack', { id, at, keys: [brand], body: {} })))
    expect(await createNewsOfStore(shelf, { mostAtOnce: 3 }).newsSince('aurora', at)).toEqual([
      { id: `reload:callBack:${at.getTime()}`, news: { type: 'reload', brand: 'aurora', at } },
    ])
  })
})
