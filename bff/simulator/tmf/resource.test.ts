import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startSimulator, type Simulator } from '../start.ts'
import { paths } from './paths.ts'
import { filterOf, sortOf } from './query.ts'

describe('TMF630 conventions', () => {
  let simulator: Simulator
  const list = async (path: string) => {
    const response = await fetch(`${simulator.url}${path}`)
    return { status: response.status, headers: response.headers, items: (await response.json()) as Record<string, unknown>[] }
  }

  beforeAll(async () => {
    simulator = await startSimulator({ port: 0 })
  })
  afterAll(() => simulator.close())

  test('a page that is not all is 206 and tells how much there is and where the next one is', async () => {
    const first = await list(`${paths.product}?relatedParty.id=C-0017&limit=50`)
    expect(first.status).toBe(206)
    expect(first.headers.get('x-total-count')).toBe('83')
    expect(first.headers.get('x-result-count')).toBe('50')
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? ''
    const second = (await (await fetch(next)).json()) as { id: string }[]
    expect(new Set([...first.items, ...second].map(({ id }) => id)).size).toBe(83)
  })

  test('a list without filters is paged too, and every line of it is there once', async () => {
    const seen = new Set<unknown>()
    for (let offset = 0; offset < 300; offset += 100)
      for (const { id } of (await list(`${paths.customer}?offset=${offset}&limit=100`)).items) seen.add(id)
    expect(seen.size).toBe(300)
    expect((await list(`${paths.customer}?offset=999999`)).items).toEqual([])
    expect((await list(`${paths.customer}?limit=0`)).headers.get('x-total-count')).toBe(String(simulator.customers.length))
  })

  test('the filters of the adapters find what is theirs and nothing else', async () => {
    const lines = await list(`${paths.product}?relatedParty.id=C-0018`)
    expect(lines.status).toBe(200)
    expect(lines.items.map(({ id }) => id)).toEqual(['L-0018-1', 'L-0018-1-S1', 'L-0018-1-D1', 'L-0018-2', 'L-0018-3', 'L-0018-4'])
    expect((await list(`${paths.product}?productRelationship.product.id=L-0013-1`)).items.map(({ id }) => id)).toEqual([
      'L-0013-1-O1',
      'L-0013-1-O2',
      'L-0013-1-X1',
      'L-0013-1-D1',
    ])
    expect((await list(`${paths.product}?id=L-0013-1-O1`)).items.map(({ id }) => id)).toEqual(['L-0013-1-O1'])
    expect((await list(`${paths.bucket}?product.id=L-0009-1&usageType=monetary`)).items).toMatchObject([
      { remainingValue: { amount: 1.2, units: 'EUR' } },
    ])
    expect((await list(`${paths.bucket}?product.id=L-0009-1&usageType=data`)).items).toEqual([])
    expect((await list(`${paths.bucket}?product.id=L-0001-1`)).items).toEqual([])
    expect((await list(`${paths.billingAccount}?relatedParty.id=C-0001`)).items).toMatchObject([
      { id: 'A-0001', paymentStatus: 'inArrears' },
    ])
    expect((await list(`${paths.billingAccount}?relatedParty.id=nobody`)).items).toEqual([])
    const active = await list(`${paths.offering}?lifecycleStatus=Active`)
    expect(active.items.length).toBeGreaterThan(10)
    expect(active.items.every(({ lifecycleStatus }) => lifecycleStatus === 'Active')).toBe(true)
    const own = (await list(`${paths.offering}?lifecycleStatus=Active&relatedParty.id=C-0001`)).items.map(({ id }) => id)
    // C-0001 has Europa on its only line.
    expect(active.items.map(({ id }) => id).filter((id) => !own.includes(id))).toEqual(['OPT-EUROPA'])
    expect((await list(`${paths.offering}?relatedParty.id=nobody`)).items).toEqual([])
    expect((await list(`${paths.customer}?engagedParty.id=P-0003,P-0004`)).items.map(({ id }) => id)).toEqual(['C-0003', 'C-0004'])
  })

  test('bills come newest first, or as asked', async () => {
    const dates = (items: Record<string, unknown>[]) => items.map(({ billDate }) => String(billDate))
    const newest = await list(`${paths.bill}?relatedParty.id=C-0013`)
    expect(newest.items.length).toBe(6)
    expect(dates(newest.items)).toEqual(dates(newest.items).toSorted().reverse())
    expect(dates((await list(`${paths.bill}?relatedParty.id=C-0013&sort=billDate`)).items)).toEqual(dates(newest.items).toSorted())
    const third = dates(newest.items)[2] ?? ''
    expect((await list(`${paths.bill}?relatedParty.id=C-0013&billDate.gte=${third}`)).items.length).toBe(3)
  })

  test('a selection keeps what was asked for, and what the contract cannot do without', async () => {
    const [customer] = (await list(`${paths.customer}?fields=name&limit=1`)).items
    expect(Object.keys(customer ?? {}).toSorted()).toEqual(['engagedParty', 'href', 'id', 'name'])
  })

  test('a HEAD tells the same as a GET, without a body', async () => {
    const response = await fetch(`${simulator.url}${paths.customer}/C-0001`, { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(Number(response.headers.get('content-length'))).toBeGreaterThan(100)
    expect(await response.text()).toBe('')
  })

  test('a party is found under its own type only', async () => {
    expect((await fetch(`${simulator.url}${paths.individual}/P-0001`)).status).toBe(200)
    expect((await fetch(`${simulator.url}${paths.organization}/P-0001`)).status).toBe(404)
    expect((await fetch(`${simulator.url}${paths.organization}/P-0005`)).status).toBe(200)
  })
})

describe('a pattern in a filter', () => {
  const holds = (value: string, ...patterns: string[]) => filterOf('name.regex', patterns, ['name'])({ name: value })

  test('finds a text anywhere, whatever the letter case, and letters by their class', () => {
    expect(holds('Marco Ferrari', 'ferr')).toBe(true)
    expect(holds('Nicolò', 'nic[oò]l[oò]')).toBe(true)
    expect(holds('Moretti S.r.l.', String.raw`s\.r\.l\.`)).toBe(true)
    expect(holds('Moretti SxrxL', String.raw`s\.r\.l\.`)).toBe(false)
    expect(holds('Marco Ferrari', 'rossi', 'marco')).toBe(true)
  })

  test.each(['(a+)+$', 'a*', 'a{9}', 'a|b', '^a', 'x'.repeat(401), '[ab', String.raw`\q`])(
    '"%s" is refused: nothing may keep the system busy',
    (pattern) => {
      expect(() => holds('Marco', pattern)).toThrow('name.regex')
    },
  )
})

describe('filters', () => {
  const attributes = ['id', 'amount', 'tags', 'date', 'isOpen', 'eq']

  test('go through lists, compare numbers as numbers and instants as instants', () => {
    const item = { id: 'a', amount: { value: 9 }, tags: [{ id: 'x' }, { id: 'y' }], date: '2026-05-01T10:00:00.000Z', isOpen: true }
    const holds = (key: string, ...values: string[]) => filterOf(key, values, attributes)(item)
    expect(holds('tags.id', 'y')).toBe(true)
    expect(holds('tags.id', 'z')).toBe(false)
    expect(holds('tags.id.ne', 'y')).toBe(false)
    expect(holds('amount.value.lt', '10')).toBe(true)
    expect(holds('amount.value', 'nine')).toBe(false)
    expect(holds('date.gt', '2026-05-01T11:00:00+02:00')).toBe(true)
    expect(holds('isOpen', 'true')).toBe(true)
    expect(holds('id', 'b', 'a')).toBe(true)
    expect(holds('id.__proto__', 'a')).toBe(false)
    expect(() => holds('__proto__', 'a')).toThrow('neither an attribute')
  })

  test('never fail on whatever is asked, but with a problem of the request', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), fc.jsonValue(), (key, values, value) => {
        try {
          return typeof filterOf(`id${key}`, values, ['id'])({ id: value }) === 'boolean'
        } catch (error) {
          return error instanceof Error && error.name === 'HttpProblem'
        }
      }),
    )
  })

  test('a sort is a consistent order', () => {
    const compare = sortOf('-amount,id', attributes)
    fc.assert(
      fc.property(fc.array(fc.record({ id: fc.string(), amount: fc.integer() })), (items) => {
        const sorted = items.toSorted(compare)
        return sorted.every((item, index) => {
          const next = sorted[index + 1]
          return !next || item.amount > next.amount || (item.amount === next.amount && item.id <= next.id)
        })
      }),
    )
  })
})
