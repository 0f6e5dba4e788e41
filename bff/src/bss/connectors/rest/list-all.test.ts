import { expect, test } from 'vitest'
import { sendJson } from '../../../testing/back-end.ts'
import { restAround } from '../../../testing/rest-source.ts'
import { listAll } from './list-all.ts'

const rest = restAround()
const list = async () =>
  (await listAll(rest.context, { api: 'productInventory', path: 'product', query: { status: 'active' }, fields: ['id', 'name'] })).map(
    (item) => item.at('id').text(),
  )

/** A system with so many elements, that gives so many at once. */
function holds(total: number, most: number, headers: Record<string, string>, status = 206): void {
  rest.backEnd.answer = (response, path) => {
    const asked = new URL(path, 'http://back-end').searchParams
    const offset = Number(asked.get('offset'))
    const count = Math.max(0, Math.min(most, Number(asked.get('limit')), total - offset))
    sendJson(
      response,
      Array.from({ length: count }, (_, index) => ({ id: `${offset + index}` })),
      status,
      headers,
    )
  }
}
const numbers = (count: number) => Array.from({ length: count }, (_, index) => `${index}`)

test('asks with a filter, the attributes that are read, and pages', async () => {
  let asked: URLSearchParams | undefined
  rest.backEnd.answer = (response, path) => {
    asked = new URL(path, 'http://back-end').searchParams
    sendJson(response, [])
  }
  expect(await list()).toEqual([])
  expect(Object.fromEntries(asked ?? [])).toEqual({ status: 'active', fields: 'id,name', offset: '0', limit: '100' })
})

test('a whole answer may call itself partial, and an empty one count itself', async () => {
  holds(3, 100, {})
  expect(await list()).toEqual(numbers(3))
  expect(rest.backEnd.calls).toBe(1)
  holds(0, 100, { 'x-total-count': '1' })
  expect(await list()).toEqual([])
  expect(rest.backEnd.calls).toBe(2)
})

test('a system with small pages is followed by its total', async () => {
  holds(25, 10, { 'x-total-count': '25' })
  expect(await list()).toEqual(numbers(25))
  expect(rest.backEnd.calls).toBe(3)
})

test.each<[string, Record<string, string>]>([
  ['a total that is too small', { 'x-total-count': '1' }],
  ['a total that is no number', { 'x-total-count': 'many' }],
  ['a total below nothing', { 'x-total-count': '-5' }],
  ['a total without end', { 'x-total-count': '1e308' }],
  ['a Link with two question marks and a stray quote', { link: '<http://127.0.0.1:1/product?offset=0?limit=1>; rel="next' }],
  ['a Link to somewhere else', { link: '<https://elsewhere.example/>; rel="next"' }],
])('%s changes nothing', async (_title, headers) => {
  holds(250, 100, headers)
  expect(await list()).toEqual(numbers(250))
  expect(rest.backEnd.calls).toBeLessThanOrEqual(4)
})

test('a list without end is read to a bound', async () => {
  holds(1_000_000, 100, { 'x-total-count': '1000000' })
  expect(await list()).toHaveLength(2_000)
  expect(rest.backEnd.calls).toBe(20)
})
