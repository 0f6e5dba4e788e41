import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fileNames, printBody } from './print.ts'
import { bodies, manifest } from './testing/bodies.ts'
import { spoilt } from './testing/mutations.ts'

const ajv = new Ajv2020({ strict: true })
const schemaOf = (name: string) => {
  const text = readFileSync(new URL(`../../json/release/${name}.schema.json`, import.meta.url), 'utf8')
  return ajv.compile(JSON.parse(text) as object)
}
const validators = new Map(fileNames.map((file) => [file, schemaOf(file.slice(0, -'.json'.length))]))

describe('the printed JSON Schemas, read by another validator', () => {
  test('accept what is published', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        for (const [file, text] of printBody(body)) {
          const validate = validators.get(file)!
          expect([file, validate(JSON.parse(text)), validate.errors]).toEqual([file, true, null])
        }
      }),
    )
    expect(schemaOf('manifest')(manifest)).toBe(true)
    expect(
      schemaOf('current')({
        format: 1,
        brand: 'aurora',
        number: 1,
        manifestSha256: 'a'.repeat(64),
        switchedAt: '2026-11-22T10:00:00Z',
        switchedBy: 'x',
      }),
    ).toBe(true)
  })

  test('refuse what is spoilt', () => {
    const cases = fc
      .tuple(bodies, fc.constantFrom(...fileNames))
      .chain(([body, file]) => fc.record({ file: fc.constant(file), spoilt: spoilt(JSON.parse(printBody(body).get(file)!)) }))
    fc.assert(
      fc.property(cases, ({ file, spoilt: { text } }) => {
        expect(validators.get(file)!(JSON.parse(text))).toBe(false)
      }),
    )
  })

  test('refuse a rule of no known shape', () => {
    const trigger = (rule: unknown) => [{ id: 't', name: 'T', rule }]
    const validate = validators.get('triggers.json')!
    expect(validate(trigger({ combinator: 'and', rules: [{ combinator: 'or', rules: [] }] }))).toBe(true)
    expect(validate(trigger({ combinator: 'and', rules: [{ combinator: 'xor', rules: [] }] }))).toBe(false)
  })
})
