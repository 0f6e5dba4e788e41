import { describe, expect, test } from 'vitest'
import { checkContent } from '../check-content.ts'
import { describeWidget } from '../conformance.ts'
import { composeFixture, readFixtures, type Fixture } from '../testing/fixture.ts'
import { toReceiver } from '../transfer-action.ts'
import type { ActionView } from '../view-model.ts'
import type { TransferCreditPayload } from './present.ts'
import { widget } from './widget.ts'

describeWidget(widget, import.meta.dirname)

const ready = readFixtures(import.meta.dirname).find(({ file }) => file === 'ready.json')!.fixture
const payloadOf = (changes: Partial<Fixture> = {}) =>
  (composeFixture({ ...ready, ...changes }) as unknown as { transferCredit: TransferCreditPayload }).transferCredit
const fields = (changes: Record<string, unknown>) => ({ ...ready.content, fields: { ...ready.content.fields, ...changes } })
const credit = (minor: number, currency = 'EUR') => ({ ...ready.data, balance: { amount: { minor, currency } } })

describe('what is offered', () => {
  test.each([
    [1_150, ['300', '500', '1000']],
    [1_149, ['300', '500']],
    [450, ['300']],
    [449, []],
    [-90, []],
  ])('with a credit of %i cents: what it covers with the cost, and leaves what must be left', (minor, expected) => {
    const { amounts, shortText } = payloadOf({ data: credit(minor) })
    expect(amounts.map(({ action }) => variableOf(action, 'amount'))).toEqual(expected)
    expect(shortText === undefined).toBe(expected.length > 0)
  })

  test('all of it where the credit is in a currency that nobody compares', () => {
    const { amounts, creditText } = payloadOf({ data: credit(100, 'CHF') })
    expect([amounts.length, creditText]).toEqual([3, undefined])
  })
})

describe('whom it goes to', () => {
  const [action] = payloadOf().amounts.map((one) => one.action)
  const own = { variable: 'receiverLineId', value: 'L-0001-2', text: '333 765 4321' } as const
  const other = { variable: 'receiverNumber', value: '+393991234567', text: '+39 399 123 4567' } as const

  test.each([own, other])('is asked about by number, with the amount and the cost, and said once: %o', (to) => {
    const sent = toReceiver(action!, to)
    expect(sent.confirm?.title).toMatch(/3,00\s€/)
    expect(sent.confirm?.body).toContain(`Al numero ${to.text}.`)
    expect(sent.confirm?.body).toMatch(/costa 0,50\s€/)
    expect(sent.confirm?.body).not.toContain('{')
    expect(variableOf(sent, to.variable)).toBe(to.value)
    expect(['lineId', 'amount', 'fee'].map((name) => variableOf(sent, name))).toEqual(['L-0001-1', '300', '50'])
    // The one that stands on the tile is as it was.
    expect(variableOf(action!, to.variable)).toBeUndefined()
    expect(action?.confirm?.body).toContain('{number}')
  })

  test('refreshes every tile drawn from what it changes', () => {
    expect(action).toMatchObject({ operationId: 'transferCredit', refreshes: ['send-credit', 'credit'] })
  })

  test('a link is left as it is', () => {
    const link = { __typename: 'OpenLink', id: 'a', label: { value: 'More', lang: 'en' }, deepLink: 'aurora://x', webUrl: '/x' } as const
    expect(toReceiver(link, own)).toBe(link)
  })
})

test.each([
  [{ amounts: [500, 300] }, '/send-credit/fields/amounts'],
  [{ amounts: [500, 500] }, '/send-credit/fields/amounts'],
  [{ fee: 0.5 }, '/send-credit/fields/fee'],
  [{ minLeft: 10.5 }, '/send-credit/fields/minLeft'],
  [{ countryCode: 39.5 }, '/send-credit/fields/countryCode'],
])('editors are told what is wrong with %o', (changes, path) => {
  expect(checkContent(fields(changes)).map((issue) => issue.path)).toEqual([path])
})

function variableOf(action: ActionView, name: string): string | undefined {
  return action.__typename === 'RunMutation' ? action.variables.find((variable) => variable.name === name)?.value : undefined
}
