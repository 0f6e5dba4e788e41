import { expect, test } from 'vitest'
import { createKept } from './kept.ts'

const now = Date.parse('2026-11-26T10:00:00Z')
const link = { claim: 'claim-of-this-device', code: 'K7XM', openedAt: now }

test('what was opened outlives the way to the sign-in and back, for two hours', () => {
  const storage = memory()
  createKept(storage).keepOpenedLink(link)
  const anew = createKept(storage)
  expect([anew.openedLink(now + 7_199_000), anew.openedLink(now + 7_200_000)]).toEqual([link, undefined])
  anew.forgetOpenedLink()
  expect(createKept(storage).openedLink(now)).toBeUndefined()
})

test.each(['{', 'null', '[]', '1', '{"claim":1,"code":"K7XM","openedAt":1}', '{"claim":"a","code":"K7XM"}'])(
  '%s is nothing that was opened',
  (stored) => {
    expect(createKept(memory({ 'mosaic.opened-link': stored })).openedLink(now)).toBeUndefined()
  },
)

test('a tab has one secret of its own, also after a reload; another tab has another, and what is none is made anew', () => {
  const storage = memory()
  const opener = createKept(storage).opener()
  expect(opener).toMatch(/^[\w-]{43}$/)
  expect([createKept(storage).opener(), createKept(memory()).opener() === opener]).toEqual([opener, false])
  expect(createKept(memory({ 'mosaic.opener': '"short"' })).opener()).toMatch(/^[\w-]{43}$/)
})

test('what is looked at survives a reload by its id alone', () => {
  const storage = memory()
  createKept(storage).keepCurrentId('h1')
  expect(createKept(storage).currentId()).toBe('h1')
  createKept(storage).forgetCurrentId()
  expect([createKept(storage).currentId(), createKept(memory({ 'mosaic.hand-over': '{"id":1}' })).currentId()]).toEqual([
    undefined,
    undefined,
  ])
})

test('what was put off is not offered again, and the list does not grow for ever', () => {
  const storage = memory({ 'mosaic.put-off': '{"not":"a list"}' })
  for (let n = 0; n < 60; n++) createKept(storage).putOff(`h${n % 55}`)
  const kept = createKept(storage)
  expect([kept.isPutOff('h4'), kept.isPutOff('h54'), kept.isPutOff('h10'), kept.isPutOff('h5')]).toEqual([true, true, true, false])
  expect(JSON.parse(storage.getItem('mosaic.put-off') ?? '')).toHaveLength(50)
})

test('a browser that keeps nothing does not fail the app', () => {
  const refuse = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  const kept = createKept({ getItem: () => null, setItem: refuse, removeItem: () => undefined })
  kept.keepOpenedLink(link)
  kept.keepCurrentId('h1')
  kept.putOff('h1')
  expect(kept.opener()).toBe(kept.opener())
  expect([kept.openedLink(now), kept.currentId(), kept.isPutOff('h1')]).toEqual([undefined, undefined, false])
})

function memory(entries: Record<string, string> = {}) {
  const map = new Map(Object.entries(entries))
  return {
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  }
}
