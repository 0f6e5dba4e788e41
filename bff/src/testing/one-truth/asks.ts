import fc, { type Arbitrary } from 'fast-check'
import { Kind, parse, type OperationDefinitionNode, type VariableDefinitionNode } from 'graphql'
import { documentId } from '../../graphql/trusted-documents.ts'
import type { TokenOverrides } from '../../../simulator/idp/tokens.ts'
import type { SimCustomer } from '../../../simulator/population/types.ts'

/* Random requests about a document: mostly right, each part at times missing, of another type, or somebody else's. */

/** A trusted document, with what is needed to ask about it. */
export type Known = { text: string; id: string; operations: readonly OperationDefinitionNode[] }

/** A value that depends on who asks: the line of that index among his own, or one of somebody else. */
export type Value = { is: unknown } | { ownLine: number } | { othersLine: true }

/** The names of a trusted document. */
const planForms = ['id', 'id', 'bare id', 'ID', 'apollo', 'text'] as const
/** How a document is named: as the trusted one, or by a text that asks the same and that nobody has compiled. */
export type Form = (typeof planForms)[number] | 'other words'

export type Ask = {
  document: number
  method: 'GET' | 'POST' | 'PUT'
  /** In which order it is asked, and under which names; one of them in other words. */
  forms: readonly Form[]
  variables: Readonly<Record<string, Value | undefined>> | undefined
  /** What else goes beside the question. */
  params: Readonly<Record<string, unknown>>
  customer: number
  token: TokenKind
  headers: Readonly<Record<string, string>>
}

const tokenOverrides = {
  good: {},
  english: { claims: { locale: 'en' } },
  unspoken: { claims: { locale: undefined } },
  renamed: { claims: { name: '"\\\u2028\ud800é😀 Rossi' } },
  nameless: { claims: { name: undefined } },
  organization: { claims: { party_type: 'organization' } },
  lineless: { claims: { lines: [] } },
  'unknown line': { claims: { lines: ['L-9999-1'] } },
  'other brand': { claims: { brand: 'nowhere' } },
  expired: { expiresIn: -3_600 },
  'other key': { signWith: 'other' },
  'other audience': { audience: 'bank' },
} as const satisfies Record<string, TokenOverrides>
type Issued = keyof typeof tokenOverrides
export type TokenKind = Issued | 'none' | 'garbage'

/** How the token of a kind departs from a right one; undefined where there is none. */
export function overridesOf(kind: TokenKind): TokenOverrides | undefined {
  return kind === 'none' || kind === 'garbage' ? undefined : tokenOverrides[kind]
}

/** The lines that a token of a kind names. */
export function linesOf({ lines }: SimCustomer, kind: TokenKind): readonly string[] {
  const claims: { lines?: readonly string[] } = overridesOf(kind)?.claims ?? {}
  return claims.lines ?? lines.map(({ id }) => id)
}

export function known(text: string): Known {
  const operations = parse(text).definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  return { text, id: documentId(text), operations }
}

/** @param documents those that the server trusts; an ask names one by its index, so the simplest should come first. */
export function asks(documents: readonly Known[]): Arbitrary<Ask> {
  return fc.nat(documents.length - 1).chain((index) =>
    fc.record({
      document: fc.constant(index),
      method: fc.oneof(weighed<Ask['method']>(50, 'POST'), weighed<Ask['method']>(40, 'GET'), weighed<Ask['method']>(1, 'PUT')),
      forms,
      variables: variablesFor(documents[index] as Known),
      params: paramsFor(documents[index] as Known),
      customer: fc.nat(2),
      token,
      headers,
    }),
  )
}

const forms: Arbitrary<readonly Form[]> = fc
  .tuple(fc.array(fc.constantFrom<Form>(...planForms), { minLength: 2, maxLength: 3 }), fc.nat(3))
  .map(([own, at]) => own.toSpliced(at, 0, 'other words'))

const token: Arbitrary<TokenKind> = fc.oneof(
  { weight: 90, arbitrary: fc.constant<TokenKind>('good') },
  {
    weight: 16,
    arbitrary: fc.constantFrom<TokenKind>('english', 'unspoken', 'renamed', 'nameless', 'organization', 'lineless', 'unknown line'),
  },
  { weight: 5, arbitrary: fc.constantFrom<TokenKind>('none', 'garbage', 'expired', 'other key', 'other audience', 'other brand') },
)

const json = 'application/json'
const graphqlJson = 'application/graphql-response+json'
/** Each header is left out at times; most are words that the server knows. */
const headers: Arbitrary<Readonly<Record<string, string>>> = fc
  .record(
    {
      'accept-language': fc.constantFrom('it', 'en', 'en-GB;q=0.8, it', 'fr, en;q=0.1', '*', '', 'de', `${'en,'.repeat(80)}en`),
      'x-client-platform': fc.constantFrom('web', 'ios', 'android', ' WEB', 'fridge'),
      'x-client-version': fc.constantFrom('5.2.0', '5.2', '9', '1.0.0-beta'),
      'x-form-factor': fc.constantFrom('compact', 'medium', 'EXPANDED', 'watch'),
      accept: fc.oneof(
        { weight: 20, arbitrary: fc.constantFrom(json, graphqlJson, '*/*', `${graphqlJson}, ${json};q=0.9`) },
        { weight: 1, arbitrary: fc.constantFrom('text/event-stream', 'multipart/mixed', 'image/png', 'text/html', 'application/*', '') },
      ),
      'accept-encoding': fc.constantFrom('gzip', 'br', 'deflate', 'gzip, deflate, br', 'identity', 'gzip;q=0', '*', 'zstd'),
      'content-type': fc.oneof(
        weighed(60, json),
        weighed(20, `${json}; charset=utf-8`),
        weighed(1, 'text/plain'),
        weighed(1, 'application/graphql+json'),
      ),
      'if-none-match': fc.constantFrom('"nothing"', 'W/"x", "y"'),
      origin: fc.constantFrom('https://example.com', 'null'),
    },
    { requiredKeys: ['content-type'] },
  )
  // Most who ask say nothing of encodings; a few ask about what they have kept.
  .chain((all) =>
    fc.tuple(fc.nat(3), fc.nat(9)).map(([plain, kept]) => without(without(all, plain > 0, 'accept-encoding'), kept > 0, 'if-none-match')),
  )

function variablesFor({ operations }: Known): Arbitrary<Ask['variables']> {
  const definitions = new Map(
    operations.flatMap(({ variableDefinitions = [] }) => variableDefinitions.map((each) => [each.variable.name.value, each])),
  )
  const values = Object.fromEntries([...definitions].map(([name, definition]) => [name, valueOf(definition)]))
  const needed = [...definitions]
    .filter(([, { type, defaultValue }]) => type.kind === Kind.NON_NULL_TYPE && !defaultValue)
    .map(([name]) => name)
  const right: Arbitrary<Ask['variables']> = fc.record(values, { requiredKeys: needed })
  return fc.oneof(
    { weight: 80, arbitrary: right },
    { weight: 1, arbitrary: fc.record(values, { requiredKeys: [] }) },
    { weight: 1, arbitrary: right.map((own) => ({ ...own, unasked: { is: { deep: [1] } } })) },
    { weight: 1, arbitrary: fc.constant(undefined) },
  )
}

/** Values by the type that is declared: mostly such that something comes of them. */
function valueOf({ type, variable }: VariableDefinitionNode): Arbitrary<Value> {
  const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type
  const name = named.kind === Kind.NAMED_TYPE ? named.name.value : ''
  const usual = usualValues[variable.name.value === 'landing' ? 'landing' : name] ?? fc.constant({ is: null })
  return fc.oneof({ weight: 80, arbitrary: usual }, { weight: 1, arbitrary: fc.constantFrom<Value>(...wrongValues) })
}

const words = (...values: unknown[]): Arbitrary<Value> => fc.constantFrom(...values).map((is) => ({ is }))
const usualValues: Readonly<Record<string, Arbitrary<Value>>> = {
  ID: fc.oneof(
    { weight: 60, arbitrary: fc.nat(2).map((ownLine) => ({ ownLine })) },
    { weight: 1, arbitrary: fc.constantFrom<Value>({ othersLine: true }, { is: '' }) },
  ),
  String: fc.oneof({ weight: 30, arbitrary: words('home', 'home', 'home', 'landing-0') }, { weight: 1, arbitrary: words('home-0') }),
  landing: fc.oneof({ weight: 30, arbitrary: words('landing-0', 'home') }, { weight: 1, arbitrary: words('landing-9') }),
  FormFactor: words('COMPACT', 'MEDIUM', 'EXPANDED'),
  Boolean: words(true, false),
}
const wrongValues: Value[] = [null, 7, 0.5, 'compact', 'GIANT', [], ['home'], {}, { ['__proto__']: 1 }, true, '"\u2028'].map((is) => ({
  is,
}))

function paramsFor({ operations }: Known): Arbitrary<Ask['params']> {
  const names = operations.flatMap(({ name }) => (name ? [name.value] : []))
  const right = operations.length > 1 ? names : [undefined, ...names]
  const operationName = fc.oneof(
    { weight: 60, arbitrary: fc.constantFrom(...right).map((name) => (name === undefined ? {} : { operationName: name })) },
    { weight: 1, arbitrary: fc.constantFrom({ operationName: 'Nobody' }, { operationName: null }, { operationName: '' }, {}) },
  )
  const more = fc.oneof(
    { weight: 30, arbitrary: fc.constant({}) },
    { weight: 1, arbitrary: fc.constantFrom({ extensions: {} }, { strange: 1 }, { variables: [] }) },
  )
  return fc.tuple(operationName, more).map(([name, other]) => ({ ...name, ...other }))
}

function weighed<Value>(weight: number, value: Value): { weight: number; arbitrary: Arbitrary<Value> } {
  return { weight, arbitrary: fc.constant(value) }
}

function without<Value extends object>(value: Value, isWithout: boolean, name: string): Value {
  return isWithout ? (Object.fromEntries(Object.entries(value).filter(([key]) => key !== name)) as Value) : value
}
