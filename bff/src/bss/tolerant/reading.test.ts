import { describe, expect, test } from 'vitest'
import { BssFailure } from '../failure.ts'
import { readItems, Reading } from './reading.ts'

const answer = new Reading({ one: { id: 1, due: null }, many: [{ id: 1 }, 2, null, { id: 'b' }], word: 'x', empty: [] }, 'bill')
const failureOf = (act: () => unknown): unknown => {
  try {
    return act()
  } catch (error) {
    return error
  }
}

describe('a place', () => {
  test('of an XML element with attributes is read by its text', () => {
    const amount = new Reading({ '@currency': 'EUR', '#text': '12.50' }, 'amount')
    expect([amount.text(), amount.number(), amount.at('@currency').text()]).toEqual(['12.50', 12.5, 'EUR'])
    expect(new Reading({ id: 1 }, 'bill').text()).toBeUndefined()
  })

  test('is known by the way to it, also where nothing stands', () => {
    expect(answer.at('many').items()[1]?.at('id').path).toBe('bill.many[3].id')
    expect(answer.at('one', 'due', 'amount').path).toBe('bill.one.due.amount')
    expect(answer.at('nowhere', 'amount')).toMatchObject({ value: undefined, path: 'bill.nowhere.amount' })
    expect(new Reading('x', 'bill').at('length').value).toBeUndefined()
  })

  test.each<[readonly string[], string]>([
    [['nowhere'], 'nothing'],
    [['one', 'due'], 'null'],
    [['many'], 'a list of 4'],
    [['one'], 'a object'],
    [['word'], 'a string'],
  ])('%j cannot be read: %s', (names, got) => {
    const failure = answer.at(...names).bad('an amount')
    expect(failure).toMatchObject({ code: 'BSS_BAD_ANSWER', fault: { expected: 'an amount', got }, isRetryable: false })
    expect(failure.message).toMatch(`bill.${names.join('.')} cannot be read`)
  })

  test('a text that must be there is there, or the place is named', () => {
    expect(answer.at('one', 'id').requiredText('an id')).toBe('1')
    expect(failureOf(() => answer.at('one', 'due').requiredText('an id'))).toMatchObject({ fault: { expected: 'an id', got: 'null' } })
  })
})

describe('lists', () => {
  test('a single object stands for a list of one, and what is no object is skipped', () => {
    const places = (name: string) =>
      answer
        .at(name)
        .items()
        .map(({ path }) => path)
    expect(places('one')).toEqual(['bill.one'])
    expect(places('many')).toEqual(['bill.many[0]', 'bill.many[3]'])
    expect(places('word')).toEqual([])
    expect(places('nowhere')).toEqual([])
  })

  test('one that must not be read as shorter than it is throws at what is no object', () => {
    expect(answer.at('one').wholeItems()).toHaveLength(1)
    expect(answer.at('empty').wholeItems()).toEqual([])
    expect(answer.at('nowhere').wholeItems()).toEqual([])
    expect(failureOf(() => answer.at('many').wholeItems())).toMatchObject({ message: expect.stringContaining('bill.many[1] ') })
    expect(failureOf(() => answer.at('word').wholeItems())).toMatchObject({ message: expect.stringContaining('bill.word ') })
  })

  test('what cannot be read is left out; when nothing can, the first reason is the failure', () => {
    const ids = (name: string) => readItems(answer.at(name).items(), (item) => item.at('id').requiredText('an id'))
    expect(ids('many')).toEqual(['1', 'b'])
    expect(ids('empty')).toEqual([])
    const dues = () => readItems(answer.at('many').items(), (item) => item.at('due').requiredText('a due'))
    expect(failureOf(dues)).toMatchObject({ message: expect.stringContaining('bill.many[0].due ') })
  })

  test('a fault of ours is not taken for an item that cannot be read', () => {
    const broken = () =>
      readItems(answer.at('many').items(), () => {
        throw new TypeError('ours')
      })
    expect(broken).toThrow(TypeError)
    expect(failureOf(broken)).not.toBeInstanceOf(BssFailure)
  })

  test('a characteristic is found by its name in any form', () => {
    const traits = new Reading([{ name: 'MSISDN ', value: 39 }, { value: 1 }], 'product.characteristic')
    expect(traits.characteristic('msisdn')).toMatchObject({ value: 39, path: 'product.characteristic[0].value' })
    expect(traits.characteristic('renewalDate')).toMatchObject({ value: undefined, path: 'product.characteristic[renewalDate].value' })
    expect(new Reading(5, 'product.characteristic').characteristic('msisdn').value).toBeUndefined()
  })
})
