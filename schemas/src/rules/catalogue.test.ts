import { describe, expect, test } from 'vitest'
import { attributeByName, attributes } from './catalogue.ts'

describe('the catalogue', () => {
  test('names every attribute once', () => {
    expect(new Set(attributes.map(({ name }) => name)).size).toBe(attributes.length)
    for (const attribute of attributes) expect(attributeByName(attribute.name)).toBe(attribute)
    expect(['constructor', '__proto__', 'toString', ''].map(attributeByName)).toEqual([undefined, undefined, undefined, undefined])
  })

  test('speaks Italian and English', () => {
    for (const { name, label, group, wording, options = [], unit } of attributes) {
      const texts = [label, group, wording.noun, ...options.map((option) => option.label), ...(unit ? [unit] : [])]
      for (const { it, en } of texts) expect([name, it.trim() !== '', en.trim() !== '']).toEqual([name, true, true])
    }
  })

  test('says of every yes-or-no how it reads either way', () => {
    for (const { name, type, wording } of attributes) {
      if (type === 'boolean') expect([name, wording.whenTrue !== undefined, wording.whenFalse !== undefined]).toEqual([name, true, true])
    }
  })
})
