import { readMethodNames, type ReadMethodName, methods, policiesOf, type MethodName, type PolicyChanges } from '@mosaic/schemas/bss'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { methodSources } from './methods/index.ts'
import { placeOfTag, questionOf, shelfOf, tagOf, tagOfShelf, type BssScope } from './question.ts'
import { sourceChoice } from './sources.ts'
import { createReader } from '../config-reader.ts'

const overRest = sourceChoice(createReader({}, []), { rest: {} })
const reads = readMethodNames
type Read = ReadMethodName

function scopeOf(params: BssScope['params'], changes: Partial<Record<MethodName, PolicyChanges>> = {}, brand = 'aurora'): BssScope {
  return { brand, currency: 'EUR', policies: policiesOf(changes), params }
}
const keyOf = (scope: BssScope, method: Read = 'account', choice = overRest) => questionOf(scope, method, choice).key
const everything = { customerId: 'C-1', partyId: 'P-1', partyType: 'individual', lineId: 'L-1' } as const

describe('a key', () => {
  test('is the same for the same', () => {
    expect(keyOf(scopeOf(everything), 'balance')).toBe(keyOf(scopeOf({ ...everything }), 'balance'))
  })

  test('tells brands, methods, connectors and what the scope is about apart, whatever is in an id', () => {
    const ids = fc.string({ unit: fc.constantFrom('a', '/', '\n', '%', '2', 'F', '=', '"'), minLength: 1, maxLength: 6 })
    const parts = fc.record({ brand: ids, customerId: ids, lineId: ids, method: fc.constantFrom<Read>('account', 'balance') })
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const about = ({ brand, customerId, lineId, method }: typeof one) => [brand, method, method === 'account' ? customerId : lineId]
        const key = ({ brand, customerId, lineId, method }: typeof one) => keyOf(scopeOf({ customerId, lineId }, {}, brand), method)
        expect(key(one) === key(other)).toBe(JSON.stringify(about(one)) === JSON.stringify(about(other)))
      }),
      { numRuns: 5_000 },
    )
  })

  test('tells apart what another connector or another version of a mapping has read', () => {
    expect(keyOf(scopeOf(everything), 'bills', { ...overRest, bills: 'soap' })).not.toBe(keyOf(scopeOf(everything), 'bills'))
    expect(keyOf(scopeOf(everything))).toContain(`rest${methodSources.account.rest.version}`)
  })

  test('holds what its policy says the answer depends on, and the back-end is told just that', () => {
    const policies: Partial<Record<MethodName, PolicyChanges>> = { offers: { keyParams: ['customerId'] } }
    const one = questionOf(scopeOf(everything, policies), 'offers', overRest)
    const other = questionOf(scopeOf({ ...everything, customerId: 'C-2' }, policies), 'offers', overRest)
    expect(one.key).not.toBe(other.key)
    expect(one.params).toEqual({ customerId: 'C-1' })
    expect(questionOf(scopeOf(everything), 'offers', overRest).params).toEqual({})
    expect(questionOf(scopeOf(everything), 'account', overRest).params).toEqual({ customerId: 'C-1' })
  })

  test('begins with the tag that a write makes obsolete, whatever its policy adds', () => {
    const scope = scopeOf(everything, { balance: { keyParams: ['customerId'] } })
    const { key, tag } = questionOf(scope, 'balance', overRest)
    expect(tag).toBe(tagOf(scopeOf({ lineId: 'L-1' }), 'balance'))
    expect(key.startsWith(`${tag}\n`)).toBe(true)
  })

  test('cannot be made without what the method is about', () => {
    for (const name of reads) {
      const make = () => keyOf(scopeOf({}), name)
      if (methods[name].scope === 'brand') expect(make()).toContain(name)
      else {
        const message = `${name} was asked without its ${methods[name].scope}`
        expect(make).toThrow(new TypeError(message))
        expect(() => shelfOf(scopeOf({}), name)).toThrow(new TypeError(message))
      }
    }
  })
})

describe('a shelf', () => {
  const dependsOnMore: Partial<Record<MethodName, PolicyChanges>> = { balance: { keyParams: ['customerId'] } }

  test('holds one answer of each method: with the method, it is equal exactly where the key is', () => {
    const ids = fc.string({ unit: fc.constantFrom('a', '/', '\n', '%', '2', 'F', '='), minLength: 1, maxLength: 4 })
    const asked = fc.record({
      brand: ids,
      params: fc.record({ customerId: ids, partyId: ids, partyType: ids, lineId: ids }),
      method: fc.constantFrom<Read>('account', 'balance', 'usage', 'offers', 'lines'),
      policies: fc.constantFrom({}, dependsOnMore),
    })
    const scoped = ({ brand, params, policies }: { brand: string; params: object; policies: object }) =>
      scopeOf(params as BssScope['params'], policies, brand)
    fc.assert(
      fc.property(asked, asked, fc.boolean(), (one, other, isAlike) => {
        const second = isAlike ? { ...one, method: other.method, policies: other.policies } : other
        const isSameAnswer = keyOf(scoped(one), one.method) === keyOf(scoped(second), second.method)
        const isSamePlace = one.method === second.method && shelfOf(scoped(one), one.method) === shelfOf(scoped(second), second.method)
        expect(isSamePlace).toBe(isSameAnswer)
      }),
      { numRuns: 5_000 },
    )
  })

  test('is found by the tag that a write makes obsolete, whatever is in an id', () => {
    const ids = fc.string({ unit: fc.constantFrom('a', '/', '\n', '%', '2'), minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(ids, ids, fc.constantFrom<Read>('account', 'balance', 'offers'), (brand, id, method) => {
        const scope = scopeOf({ ...everything, customerId: id, lineId: id }, {}, brand)
        expect(placeOfTag(tagOf(scope, method))).toEqual({ shelf: shelfOf(scope, method), method })
      }),
    )
    expect(placeOfTag('aurora/methodOfAnotherVersion/L-1')).toBeUndefined()
    expect(placeOfTag('aurora/toString/L-1')).toBeUndefined()
  })

  test('of an answer that depends on more is its own, and says its tag', () => {
    const scope = scopeOf(everything, dependsOnMore)
    expect(tagOfShelf(shelfOf(scope, 'balance'))).toBe(tagOf(scope, 'balance'))
    expect(tagOfShelf(shelfOf(scope, 'usage'))).toBeUndefined()
  })
})

describe('which connector a method is asked over', () => {
  const choose = (env: Record<string, string>, configured: object) => {
    const problems: string[] = []
    return { choice: sourceChoice(createReader(env, problems), { rest: {}, ...configured }), problems }
  }
  test('is chosen by name', () => {
    const { choice, problems } = choose({ BSS_BILLS_CONNECTOR: 'soap' }, { soap: {} })
    expect(choice).toMatchObject({ balance: 'rest', bills: 'soap' })
    expect(problems).toEqual([])
  })
  test('is one that it has a source for', () => {
    expect(choose({ BSS_TOP_UP_CONNECTOR: 'pigeon' }, {}).problems).toEqual([
      expect.stringMatching(/^BSS_TOP_UP_CONNECTOR: expected one of rest.*got "pigeon"/),
    ])
  })
  test('is one that is configured', () => {
    const { choice, problems } = choose({ BSS_BILLS_CONNECTOR: 'soap' }, {})
    expect(choice.bills).toBe('rest')
    expect(problems).toEqual([
      expect.stringMatching(/^BSS_BILLS_CONNECTOR: expected a connector that is configured, got "soap"\. Set BSS_SOAP_URL/),
    ])
  })
})
