import { expect, test, vi } from 'vitest'
import { createLog } from '../log.ts'
import type { DeskNews } from './contract.ts'
import { createFeed, type Elsewhere } from './feed.ts'

const log = createLog('silent')
const at = new Date('2026-11-26T09:00:00Z')
const open = (elsewhere?: Elsewhere) => createFeed({ log, now: () => at.getTime(), elsewhere, pollMs: 1 })
const news = (id: string, brand = 'aurora'): DeskNews => ({ type: 'callBack', brand, at, id })
/** What waits to be heard, and no more. */
async function heard(listener: AsyncIterableIterator<DeskNews>, count: number): Promise<DeskNews[]> {
  const all: DeskNews[] = []
  for (let n = 0; n < count; n++) {
    const { done, value } = await listener.next()
    if (done === true) break
    all.push(value)
  }
  return all
}

test('everybody of the brand hears it, in order, and nobody of another', async () => {
  const feed = open()
  const [one, two, other] = [feed.hear('aurora'), feed.hear('aurora'), feed.hear('nova')]
  feed.tell(news('a'))
  feed.tell(news('n', 'nova'))
  feed.tell(news('b'))
  expect(await heard(one, 2)).toEqual([news('a'), news('b')])
  expect(await heard(two, 2)).toEqual([news('a'), news('b')])
  expect(await heard(other, 1)).toEqual([news('n', 'nova')])
  feed.close()
  expect(await heard(other, 1)).toEqual([])
})

test('who waits already hears it at once', async () => {
  const feed = open()
  const listener = feed.hear('aurora')
  const waiting = listener.next()
  feed.tell(news('a'))
  expect(await waiting).toEqual({ done: false, value: news('a') })
  feed.close()
})

test('what nobody has taken yet is told once for each thing', async () => {
  const feed = open()
  const listener = feed.hear('aurora')
  for (const id of ['a', 'b', 'a', 'a']) feed.tell(news(id))
  expect(await heard(listener, 2)).toEqual([news('b'), news('a')])
  feed.close()
  expect(await heard(listener, 1)).toEqual([])
})

test('who falls behind is told to ask for everything anew, and hears on from there', async () => {
  const feed = open()
  const [slow, quick] = [feed.hear('aurora'), feed.hear('aurora')]
  for (let n = 0; n <= 1_000; n++) {
    feed.tell(news(`n${n}`))
    await quick.next()
  }
  feed.tell(news('last'))
  expect(await heard(slow, 2)).toEqual([{ type: 'reload', brand: 'aurora', at }, news('last')])
  expect(await heard(quick, 1)).toEqual([news('last')])
  feed.close()
})

test('a listener that stops, or a feed that closes, answers who waits', async () => {
  const feed = open()
  const [one, two] = [feed.hear('aurora'), feed.hear('aurora')]
  const waiting = [one.next(), two.next()]
  await one.return?.()
  expect(await waiting[0]).toEqual({ done: true, value: undefined })
  feed.close()
  expect(await waiting[1]).toEqual({ done: true, value: undefined })
  feed.tell(news('a'))
  expect(await heard(two, 1)).toEqual([])
  expect(await heard(feed.hear('aurora'), 1)).toEqual([])
})

test('what other processes have done is told once, as long as somebody listens', async () => {
  const newsSince = vi.fn<Elsewhere['newsSince']>((brand) => Promise.resolve([{ id: '1', news: news('theirs', brand) }]))
  const feed = open({ newsSince })
  expect(newsSince).not.toHaveBeenCalled()
  const listener = feed.hear('aurora')
  expect(await heard(listener, 1)).toEqual([news('theirs')])
  // Clocks differ: it is looked back some seconds.
  expect(newsSince).toHaveBeenCalledWith('aurora', new Date(at.getTime() - 5_000))
  await vi.waitFor(() => expect(newsSince.mock.calls.length).toBeGreaterThan(3))
  feed.tell(news('mine'))
  expect(await heard(listener, 1)).toEqual([news('mine')])
  await listener.return?.()
  const calls = newsSince.mock.calls.length
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(newsSince.mock.calls.length).toBeLessThanOrEqual(calls + 1)
  feed.close()
})

test('a store that cannot be read is asked again for the same time', async () => {
  let fails = 3
  const asked: Date[] = []
  let clock = at.getTime()
  const elsewhere: Elsewhere = {
    newsSince(_brand, since) {
      asked.push(since)
      clock += 1_000
      return fails-- > 0 ? Promise.reject(new Error('down')) : Promise.resolve([{ id: '1', news: news('late') }])
    },
  }
  const feed = createFeed({ log, now: () => clock, elsewhere, pollMs: 1 })
  expect(await heard(feed.hear('aurora'), 1)).toEqual([news('late')])
  expect(asked.slice(0, 4)).toEqual(Array.from({ length: 4 }, () => new Date(at.getTime() - 5_000)))
  feed.close()
})
