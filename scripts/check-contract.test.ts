import { describe, expect, test } from 'vitest'
import { checkContract, checkOwnContract } from './check-contract.ts'

const shipped = `
  type Query { me(line: ID, surface: String = "home"): Me!  tile: Tile }
  type Mutation { topUp(input: TopUpInput!): Me }
  type Me { id: ID!  name: String!  state: State!  tag: Tag }
  "Read by apps."
  enum State { READY FAILED }
  "Only sent by apps."
  enum Factor { COMPACT MEDIUM }
  type Tag { label: String }
  interface Tile { id: ID! }
  type Balance implements Tile { id: ID!  layout(factor: Factor!): String }
  input TopUpInput { amount: Int! }
`
/** The schema with one thing in it written otherwise. */
function doctored(from: string, to: string): string {
  expect(shipped).toContain(from)
  return shipped.replace(from, to)
}

describe('what breaks apps that are out there is refused', () => {
  test.each([
    ['a field that is gone', 'name: String!  ', '', 'FIELD_REMOVED: Me.name was removed.', 'put it back'],
    ['a field of another type', 'name: String!', 'name: Int!', 'FIELD_CHANGED_KIND: Me.name changed type', 'keep its type'],
    ['a promise that is taken back', 'name: String!', 'name: String', 'FIELD_CHANGED_KIND: Me.name changed type', 'keep its type'],
    ['a type that is gone', 'tag: Tag }', 'tag: String }', 'FIELD_CHANGED_KIND: Me.tag changed type', 'keep its type'],
    ['a type of another name', 'type Balance', 'type Saldo', 'TYPE_REMOVED: Balance was removed.', 'put it back'],
    [
      'a required argument',
      'me(line: ID,',
      'me(line: ID, brand: ID!,',
      'REQUIRED_ARG_ADDED: A required arg brand on Query.me was added.',
      'make it nullable',
    ],
    ['a required input', 'amount: Int! }', 'amount: Int! reason: String! }', 'REQUIRED_INPUT_FIELD_ADDED', 'make it nullable'],
    ['another default', '= "home"', '= "start"', 'ARG_DEFAULT_VALUE_CHANGE: Query.me arg surface has changed', 'keep it as the default'],
    [
      'a new value of an enum that apps read',
      'READY FAILED',
      'READY FAILED LATE',
      'VALUE_ADDED_TO_OUTPUT_ENUM: LATE was added to the enum State',
      'send one of the old values',
    ],
    ['a value that is gone', 'READY FAILED', 'READY', 'VALUE_REMOVED_FROM_ENUM: FAILED was removed', 'put it back'],
    [
      'a kind that leaves its archetype',
      'Balance implements Tile',
      'Balance',
      'IMPLEMENTED_INTERFACE_REMOVED: Balance no longer implements',
      'put it back',
    ],
  ])('%s', (_what, from, to, code, fix) => {
    const told = breachesOf(doctored(from, to))
    expect(told).toContain(code)
    expect(told).toContain(fix)
  })
})

describe('what apps need not know passes', () => {
  test.each([
    ['nothing', 'READY', 'READY'],
    ['a new field', 'name: String!', 'name: String!  nickname: String'],
    ['an optional argument', 'me(line: ID,', 'me(line: ID, brand: ID,'],
    ['a required argument with a default', 'me(line: ID,', 'me(line: ID, brand: ID! = "aurora",'],
    ['an optional input', 'amount: Int! }', 'amount: Int! reason: String }'],
    ['a new value of an enum that apps only send', 'COMPACT MEDIUM', 'COMPACT MEDIUM WALL'],
    ['a new kind', 'input TopUpInput', 'type Usage implements Tile { id: ID! } input TopUpInput'],
    ['a new enum', 'tag: Tag }', 'tag: Tag mood: Mood } enum Mood { GOOD }'],
    ['a promise that is given', 'label: String', 'label: String!'],
  ])('%s', (_what, from, to) => {
    expect(breachesOf(doctored(from, to))).toBe('')
  })
})

test('an enum that apps only sent, and are to read from now on, may not grow at the same time', () => {
  const grown = doctored('COMPACT MEDIUM', 'COMPACT MEDIUM WALL').replace('name: String!', 'name: String!  factor: Factor')
  expect(breachesOf(grown)).toContain('WALL was added to the enum Factor')
})

test('this schema breaks no shipped app', () => {
  expect(checkOwnContract).not.toThrow()
})

function breachesOf(current: string): string {
  try {
    checkContract(shipped, current)
    return ''
  } catch (error) {
    return (error as { detail: string }).detail
  }
}
