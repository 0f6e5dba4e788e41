import { expect, test } from 'vitest'
import { ClientError } from '../../client-error.ts'
import { createLog } from '../../log.ts'
import type { DeskNews, Staff } from '../contract.ts'
import { createFeed } from '../feed.ts'
import { whileStaff } from './desk-news.ts'

const anna: Staff = { id: 'S-1', name: 'Anna Agente', brand: 'aurora', roles: ['agent'], locale: 'it' }
const told: DeskNews = { type: 'callBack', brand: 'aurora', at: new Date(), id: 'B-1' }
const fault = { expected: 'one thing', got: 'another', fix: 'Try again' }
const refused = (code: 'UNAUTHENTICATED' | 'IDENTITY_UNAVAILABLE') => Promise.reject(new ClientError(code, 'No', fault))
const over = { done: true, value: undefined }

function open(still: () => Promise<Staff>, everyMs = 60_000) {
  const feed = createFeed({ log: createLog('silent'), now: Date.now })
  const source = feed.hear('aurora')
  return { feed, source, news: whileStaff(source, still, everyMs) }
}

test('who may no more hears nothing, also when nothing happens', async () => {
  let asked = 0
  const { news, source } = open(() => (asked++ < 2 ? Promise.resolve(anna) : refused('UNAUTHENTICATED')), 1)
  expect(await news.next()).toEqual(over)
  expect(asked).toBe(3)
  expect(await source.next()).toEqual(over)
})

test('it is made sure before every news', async () => {
  let isGood = true
  const { news, feed } = open(() => (isGood ? Promise.resolve(anna) : refused('UNAUTHENTICATED')))
  feed.tell(told)
  expect(await news.next()).toEqual({ done: false, value: told })
  isGood = false
  feed.tell(told)
  expect([await news.next(), await news.next()]).toEqual([over, over])
})

test('that nobody can tell just now ends nothing', async () => {
  const { news, feed } = open(() => refused('IDENTITY_UNAVAILABLE'), 1)
  feed.tell(told)
  expect(await news.next()).toEqual({ done: false, value: told })
  feed.close()
  expect(await news.next()).toEqual(over)
})

test('who leaves while he waits is let go at once', async () => {
  const { news, source } = open(() => Promise.resolve(anna))
  const waiting = news.next()
  expect(await news.return?.()).toEqual(over)
  expect([await waiting, await source.next()]).toEqual([over, over])
})
