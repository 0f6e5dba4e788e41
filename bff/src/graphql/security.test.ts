import { getIntrospectionQuery } from 'graphql'
import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { TokenOverrides } from '../../simulator/idp/tokens.ts'
import { homeDocument, startSystem, type System } from '../testing/system.ts'
import { documentLimits } from './limits.ts'

let system: System
beforeAll(async () => {
  system = await startSystem()
})
afterAll(() => system.close())

const question = '{ me { id } }'
const codes = (body: { errors?: { extensions?: { code?: string } }[] }) => body.errors?.map(({ extensions }) => extensions?.code)

describe('tokens', () => {
  const ask = async (authorization: string | undefined) =>
    system.ask(undefined, question, {}, authorization === undefined ? {} : { authorization })
  const withToken = async (overrides: TokenOverrides) => ask(`Bearer ${await system.simulator.issueToken('C-0001', overrides)}`)

  test('a good one is good', async () => expect((await withToken({})).body).toEqual({ data: { me: { id: 'C-0001' } } }))

  test.each<{ name: string; overrides: TokenOverrides; says: RegExp }>([
    { name: 'expired', overrides: { expiresIn: -3_600 }, says: /expired/ },
    { name: 'signed with another key', overrides: { signWith: 'other' }, says: /signature/ },
    { name: 'not signed', overrides: { signWith: 'none' }, says: /Authorization header|signed the way/ },
    { name: 'for another service', overrides: { audience: 'bank' }, says: /"aud"/ },
    { name: 'of another provider', overrides: { issuer: 'https://evil.example' }, says: /"iss"/ },
    { name: 'of another type', overrides: { type: 'JWT' }, says: /"typ"/ },
    { name: 'without a brand', overrides: { claims: { brand: undefined } }, says: /brand/ },
    { name: 'with a brand that is a path', overrides: { claims: { brand: '../other' } }, says: /brand/ },
  ])('$name: 401, UNAUTHENTICATED, and why', async ({ overrides, says }) => {
    const { status, body } = await withToken(overrides)
    expect(status).toBe(401)
    expect(codes(body)).toEqual(['UNAUTHENTICATED'])
    expect(body.errors?.[0]?.message).toMatch(says)
    expect(body.data ?? null).toBeNull()
  })

  test.each([undefined, '', 'Bearer', 'Bearer x', 'Basic dXNlcjpwYXNz', `Bearer ${'a'.repeat(13_000)}.b.c`])(
    'Authorization: %s',
    async (authorization) => {
      const { status, body } = await ask(authorization)
      expect(status).toBe(401)
      expect(codes(body)).toEqual(['UNAUTHENTICATED'])
    },
  )

  test('a brand that has published nothing: 503', async () => {
    const { status, body } = await system.ask(
      undefined,
      '{ mosaic { id } }',
      {},
      {
        authorization: `Bearer ${await system.simulator.issueToken('C-0001', { claims: { brand: 'borealis' } })}`,
      },
    )
    expect([status, codes(body)]).toEqual([503, ['BRAND_NOT_PUBLISHED']])
  })

  test('a provider that is down: 503 for new keys, and it recovers', async () => {
    const lonely = await startSystem({ env: { IDENTITY_ISSUER: 'http://127.0.0.1:9/idp' } })
    const { status, body } = await lonely.ask('C-0001', question)
    expect([status, codes(body)]).toEqual([503, ['IDENTITY_UNAVAILABLE']])
    await lonely.close()
  })
})

describe('lines', () => {
  test('another customer’s line and no line at all are the same answer', async () => {
    const theirs = (await system.ask('C-0002', '{ me { lines { id } } }')).body.data.me.lines[0]?.id ?? ''
    const query = 'query ($line: ID) { mosaic(line: $line) { id } }'
    const answers = await Promise.all([theirs, 'L-9999-1'].map(async (line) => (await system.ask('C-0001', query, { line })).body))
    for (const body of answers) expect(codes(body)).toEqual(['LINE_NOT_FOUND'])
    const [other, none] = answers.map(({ errors }) => errors?.[0]?.message)
    expect(other?.replace(theirs, '')).toBe(none?.replace('L-9999-1', ''))
  })

  test('another customer’s line cannot be topped up', async () => {
    const theirs = (await system.ask('C-0009', '{ me { lines { id } } }')).body.data.me.lines[0]?.id ?? ''
    const { body } = await topUp('C-0014', theirs, 1_000)
    expect(codes(body)).toEqual(['LINE_NOT_FOUND'])
    expect(system.simulator.calls.of('topUp').total).toBe(0)
  })
})

const topUp = (customer: string, lineId: string, amount: number, idempotencyKey = 'key-00000001') =>
  system.ask(
    customer,
    'mutation ($input: TopUpInput!) { topUp(input: $input) { status message { value lang } widgets(ids: ["credit"]) { id state ... on BalanceWidget { balance { amount { text } } } } } }',
    { input: { lineId, amount, idempotencyKey } },
  )

describe('top-up', () => {
  const lineOf = async (customer: string) => (await system.ask(customer, '{ me { lines { id } } }')).body.data.me.lines[0]?.id ?? ''

  test('raises the balance at once, and once for one key', async () => {
    const line = await lineOf('C-0014')
    const first = (await topUp('C-0014', line, 1_000, 'one-tap-0001')).body.data.topUp
    expect(first).toMatchObject({ status: 'completed', widgets: [{ id: 'credit' }] })
    const again = (await topUp('C-0014', line, 1_000, 'one-tap-0001')).body.data.topUp
    expect(again.widgets[0]?.balance.amount.text).toBe(first.widgets[0]?.balance.amount.text)
    const second = (await topUp('C-0014', line, 1_000, 'one-tap-0002')).body.data.topUp
    expect(second.widgets[0]?.balance.amount.text).not.toBe(first.widgets[0]?.balance.amount.text)
  })

  test('two customers with the same key are two top-ups', async () => {
    const [one, other] = [await lineOf('C-0014'), await lineOf('C-0009')]
    await topUp('C-0014', one, 500, 'same-key-0001')
    const { body } = await topUp('C-0009', other, 500, 'same-key-0001')
    expect(body.data.topUp.status).toBe('completed')
  })

  test('when nobody can tell whether it happened, nobody is told to pay again', async () => {
    system.simulator.faults.set('topUp', { kind: 'error', status: 500, afterHandling: true })
    const result = (await topUp('C-0014', await lineOf('C-0014'), 1_000, 'unsure-0001')).body.data.topUp
    system.simulator.faults.clear('topUp')
    expect(result.status).toBe('pending')
    expect(result.message.value).toMatch(/prima di riprovare/)
  })

  test.each([
    { amount: 0, key: 'long-enough' },
    { amount: -500, key: 'long-enough' },
    { amount: 50_001, key: 'long-enough' },
    { amount: 500, key: 'short' },
    { amount: 500, key: 'with blanks in it' },
  ])('$amount with key "$key" is refused before anybody is asked', async ({ amount, key }) => {
    const before = system.simulator.calls.of('topUp').total
    const { body } = await topUp('C-0014', await lineOf('C-0014'), amount, key)
    expect(codes(body)).toEqual(['BAD_INPUT'])
    expect(system.simulator.calls.of('topUp').total).toBe(before)
  })
})

describe('documents', () => {
  test.each([
    { name: 'no JSON', send: '{' },
    { name: 'no query', send: '{}' },
    { name: 'nothing', send: '' },
    { name: 'a syntax error', send: JSON.stringify({ query: '{ me {' }) },
    { name: 'an unknown field', send: JSON.stringify({ query: '{ password }' }) },
    {
      name: 'a variable of another type',
      send: JSON.stringify({ query: 'query ($line: ID) { mosaic(line: $line) { id } }', variables: { line: {} } }),
    },
  ])('$name: 400 and an error in words', async ({ send }) => {
    const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json' }
    const response = await fetch(`${system.bff.url}/graphql`, { method: 'POST', headers, body: send })
    expect(response.status).toBe(400)
    const body = (await response.json()) as { errors: { message: string }[] }
    expect(body.errors[0]?.message).toMatch(/\w+ \w+/)
  })

  test.each([
    { name: 'too deep', query: `{ mosaic { ${'widgets { fallback { action { '.repeat(6)} id ${'} } }'.repeat(6)} } }`, says: 'levels' },
    {
      name: 'too many aliases',
      query: `{ ${Array.from({ length: documentLimits.aliases + 1 }, (_, index) => `a${index}: __typename`).join(' ')} }`,
      says: 'aliases',
    },
    {
      name: 'too many homes',
      query: `{ ${Array.from({ length: documentLimits.rootFields + 1 }, (_, index) => `a${index}: mosaic { id }`).join(' ')} }`,
      says: 'fields at the root',
    },
    { name: 'fragments that multiply', query: bomb(14), says: 'fields, got' },
    { name: 'too long', query: `{ ${'__typename '.repeat(documentLimits.tokens)} }`, says: 'tokens' },
  ])('$name is refused before anything is asked', async ({ query, says }) => {
    system.simulator.calls.reset()
    const { body } = await system.ask('C-0001', query)
    expect(body.errors?.some(({ message }) => message.includes(says))).toBe(true)
    expect(system.simulator.calls.of('lines').total).toBe(0)
  })

  test('the home’s own documents stay within half of the limits', async () => {
    expect((await system.ask('C-0001', homeDocument)).body.errors).toBeUndefined()
    expect(homeDocument.split(/\s+/).length).toBeLessThan(documentLimits.tokens / 2)
  })

  test('a body that is too large is refused unread', async () => {
    const { status, body } = await system.ask(undefined, `{ me { id } } #${'x'.repeat(300_000)}`)
    expect([status, codes(body)]).toEqual([413, ['BODY_TOO_LARGE']])
  })

  test('introspection and suggestions are for development only', async () => {
    expect((await system.ask(undefined, getIntrospectionQuery())).body.errors).toBeUndefined()
    const live = await startSystem({ env: { NODE_ENV: 'production', ARBITRARY_DOCUMENTS: 'allow' } })
    expect((await live.ask(undefined, getIntrospectionQuery())).body.errors?.[0]?.message).toMatch(/introspection/i)
    expect((await live.ask(undefined, '{ mosiac { id } }')).text).not.toMatch(/Did you mean/)
    await live.close()
  })

  /** 2ⁿ fields out of n fragments. */
  function bomb(levels: number): string {
    const fragments = Array.from(
      { length: levels },
      (_, level) => `fragment F${level} on Query { ${level === 0 ? 'me { id name }' : `...F${level - 1} ...F${level - 1}`} }`,
    )
    return `{ ...F${levels - 1} } ${fragments.join(' ')}`
  }
})

describe('GraphQL over HTTP, as the specification audits it', () => {
  const audits = serverAudits({ url: () => `${system.bff.url}/graphql` })
  test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    const result = await audit.fn()
    // 'error' is a broken MUST, 'warn' a SHOULD, 'notice' a MAY: all of them are kept.
    expect('reason' in result ? result.reason : undefined).toBeUndefined()
    expect(result.status).toBe('ok')
  })
})

test('what goes wrong inside never leaves: neither its words nor where it was', async () => {
  const canary = 'canary-db-7-password'
  const spy = vi.spyOn(system.bff.engine, 'get').mockImplementation(() => {
    throw new Error(canary)
  })
  const { text, body } = await system.ask('C-0001', '{ mosaic { id } }')
  spy.mockRestore()
  expect(codes(body)).toEqual(['INTERNAL_SERVER_ERROR'])
  expect(text).not.toMatch(/canary|node_modules|\.ts|stack/)
})
