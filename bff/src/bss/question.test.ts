import { readMethodNames, type ReadMethodName, methods, policiesOf, type MethodName, type PolicyChanges } from '@mosaic/schemas/bss'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { methodSources } from './methods/index.ts'
import { questionOf, tagOf, type BssScope } from './question.ts'
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
  test('is the same for the same, and is put together once for a request', () => {
    const scope = scopeOf(everything)
    expect(scope.keys?.balance).toBeUndefined()
    expect(keyOf(scope, 'balance')).toBe(keyOf(scope, 'balance'))
    expect(scope.keys?.balance).toBe(keyOf(scope, 'balance'))
    expect(keyOf(scope, 'balance')).toBe(keyOf(scopeOf({ ...everything }), 'balance'))
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
      else expect(make).toThrow(TypeError)
    }
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
