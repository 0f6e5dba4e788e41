import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filterOf, type MongodbQuery } from './query.ts'

const query = (where: unknown): MongodbQuery => ({ collection: 'mosaic_usage', where: where as MongodbQuery['where'], fields: [] })

test('values are compared with, and nothing else', () => {
  const since = new Date('2026-11-22T10:00:00Z')
  expect(filterOf(query({ lineId: '$where', 'a.b': { gte: since, lt: 5 }, kind: { in: ['x', true] } }))).toEqual({
    lineId: { $eq: '$where' },
    'a.b': { $gte: since, $lt: 5 },
    kind: { $in: ['x', true] },
  })
})

describe('what brings an operator along is refused', () => {
  test.each([
    { lineId: { $ne: null } },
    { lineId: { $gt: '' } },
    { lineId: { regex: '.*' } },
    { lineId: { eq: { $ne: '' } } },
    { lineId: { in: [{ $gt: '' }] } },
    { lineId: { in: 'L' } },
    { lineId: {} },
    { lineId: null },
    { lineId: undefined },
    { lineId: ['L'] },
    { lineId: Number.NaN },
    { $where: 'sleep(1000)' },
    { 'a.$b': 1 },
    { '': 1 },
  ])('%j', (where) => expect(() => filterOf(query(where))).toThrow(TypeError))

  test('whatever it is, a filter holds comparisons of values, or there is none', () => {
    const known = ['$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$in']
    fc.assert(
      fc.property(fc.anything({ withDate: true, withNullPrototype: true }), (value) => {
        let filter: ReturnType<typeof filterOf>
        try {
          filter = filterOf(query({ lineId: value }))
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError)
          return
        }
        for (const [operator, compared] of Object.entries(filter['lineId'] ?? {})) {
          expect(known).toContain(operator)
          for (const one of [compared].flat()) expect(one instanceof Date || typeof one !== 'object').toBe(true)
        }
      }),
    )
  })
})
