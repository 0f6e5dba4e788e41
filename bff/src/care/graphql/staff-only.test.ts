import { defaultFieldResolver, type GraphQLField, type GraphQLSchema } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TokenOverrides } from '../../../simulator/idp/tokens.ts'
import { createSchema } from '../../graphql/schema.ts'
import { startSystem, type System } from '../../testing/system.ts'
import { createStore } from '../../store/create-store.ts'
import { createAudit } from '../audit.ts'
import type { Staff } from '../contract.ts'
import { createDayOf } from '../day.ts'
import { createCareSchema } from './schema.ts'

const nobody = { id: 'S-nadia', name: 'Nadia', brand: 'aurora', roles: [], locale: undefined } satisfies Staff

describe('the schema of the desk', () => {
  const schema = createCareSchema()
  const roots = rootFields(schema)

  test.each(roots.map((field) => [field.name, field] as const))('%s asks first who it is', async (_name, field) => {
    const refused = new Error('not known')
    await expect(run(field, { staff: () => Promise.reject(refused) })).rejects.toBe(refused)
  })

  test.each(roots.map((field) => [field.name, field] as const))('%s is for nobody without a role', async (_name, field) => {
    await expect(run(field, { staff: () => Promise.resolve(nobody) })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test.each(Object.keys(schema.getMutationType()?.getFields() ?? {}))('%s is an agent’s work, not a supervisor’s alone', async (name) => {
    const field = roots.find((root) => root.name === name)
    const chief = { ...nobody, roles: ['supervisor'] } satisfies Staff
    await expect(field && run(field, { staff: () => Promise.resolve(chief) })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test.each(['audit', 'reports', 'callBackLoad'])('%s is for supervisors', async (name) => {
    const field = roots.find((root) => root.name === name)
    const agent = { ...nobody, roles: ['agent'] } satisfies Staff
    await expect(field && run(field, { staff: () => Promise.resolve(agent) })).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('has queries, mutations and news', () => {
    expect(roots.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['staff', 'search', 'customer', 'openContacts', 'noteContact', 'desk']),
    )
  })
})

test('no word of the staff stands in the customers’ schema', () => {
  const words = new Set(namesIn(createSchema()).flatMap((name) => name.split(/(?=[A-Z])|_/).map((word) => word.toLowerCase())))
  // What is there is found: the test can see.
  expect(words.has('mosaic')).toBe(true)
  for (const word of ['why', 'because', 'cluster', 'audit', 'agent', 'staff', 'trigger', 'supervisor'])
    expect([word, words.has(word)]).toEqual([word, false])
})

describe('whoever has no business at the desk', () => {
  let system: System
  beforeAll(async () => {
    system = await startSystem()
  })
  afterAll(() => system.close())

  const opened = 'query($id: ID!) { customer(id: $id) { id name lines { msisdn } } }'
  const withToken = (token: string, query = opened, variables: Record<string, unknown> = { id: 'C-0001' }) =>
    system.askDesk<{ customer: unknown }>(undefined, query, variables, { authorization: `Bearer ${token}` })
  const code = (answer: { errors: { extensions?: { code?: string } }[] }) => answer.errors[0]?.extensions?.code

  test('somebody with a role finds him: what follows is refused for its own reason', async () => {
    expect((await system.askDesk<{ customer: { name: string } }>('S-anna', opened, { id: 'C-0001' })).data.customer.name).toBe(
      'Marco Ferrari',
    )
  })

  test('without a token', async () => {
    const answer = await system.askDesk(undefined, opened, { id: 'C-0001' })
    expect([answer.status, code(answer)]).toEqual([401, 'UNAUTHENTICATED'])
    expect(answer.text).not.toContain('Marco')
  })

  test('with an account but no role: everything is refused, whoever is asked about', async () => {
    for (const query of [opened, '{ staff { id } }', 'query { search(text: "marco") { id } }', '{ openContacts { id } }']) {
      const answer = await system.askDesk('S-nadia', query, query === opened ? { id: 'C-0001' } : {})
      expect([answer.status, code(answer)]).toEqual([403, 'FORBIDDEN'])
    }
  })

  test('with the token of a customer, also one who calls himself an agent', async () => {
    const claims = { roles: ['agent', 'supervisor'] }
    for (const overrides of [
      {},
      { claims },
      { claims, audience: 'mosaic-care' },
      { claims, audience: 'mosaic-care', issuer: system.simulator.staffIssuer },
    ]) {
      const answer = await withToken(await system.simulator.issueToken('C-0001', overrides))
      expect([answer.status, code(answer)]).toEqual([401, 'UNAUTHENTICATED'])
    }
  })

  test('with a token of the staff in the customers’ app', async () => {
    for (const overrides of [
      {},
      { audience: 'mosaic', claims: { sub: 'C-0001', party_id: 'P-0001', party_type: 'individual', lines: ['L-0001-1'] } },
    ]) {
      const token = await system.simulator.issueStaffToken('S-sandro', overrides)
      const { status, body } = await system.ask(undefined, '{ me { id name } }', {}, { authorization: `Bearer ${token}` })
      expect([status, body.errors?.[0]?.extensions?.code]).toEqual([401, 'UNAUTHENTICATED'])
    }
  })

  test.each<[string, TokenOverrides]>([
    ['is not signed', { signWith: 'none' }],
    ['is signed with another key', { signWith: 'other' }],
    ['has another type', { type: 'JWT' }],
    ['is for another service', { audience: 'mosaic' }],
    ['has expired', { expiresIn: -60 }],
  ])('with a token that %s', async (_, overrides) => {
    const answer = await withToken(await system.simulator.issueStaffToken('S-sandro', overrides))
    expect([answer.status, code(answer)]).toEqual([401, 'UNAUTHENTICATED'])
  })

  test('only as a supervisor, where an agent is needed', async () => {
    const chief = await system.simulator.issueStaffToken('S-sandro', { claims: { roles: ['supervisor'] } })
    const begin = 'mutation { openContact(input: { customer: "C-0001", channel: "other" }) { id } }'
    expect(code(await withToken(chief, begin, {}))).toBe('FORBIDDEN')
    expect(code(await withToken(await system.simulator.issueStaffToken('S-anna'), begin, {}))).toBeUndefined()
  })

  test('of another brand: its people are not there, and are answered like those who never were', async () => {
    const theirs = await system.simulator.issueStaffToken('S-anna', { claims: { brand: 'borealis' } })
    const ofOurs = await withToken(theirs)
    const ofNobody = await withToken(theirs, opened, { id: 'C-9999' })
    expect(ofOurs.text.replace('C-0001', '')).toBe(ofNobody.text.replace('C-9999', ''))
    expect(ofOurs.text).not.toContain('Marco')
    expect(code(await withToken(theirs, 'query { search(text: "marco ferrari") { id } }', {}))).toBeUndefined()
  })

  test('guessing codes: what is not there is null, byte for byte like what never could be', async () => {
    const answers = await Promise.all(
      ['C-9999', 'C-99999', 'x', '../customer/C-0001', 'C-0001/', 'C-0001,C-0002', '*', 'a'.repeat(300)].map((id) =>
        system.askDesk('S-anna', opened, { id }),
      ),
    )
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(new Set(['200 {"data":{"customer":null}}']))
  })

  test('what was looked at stands in the register, by id and never by name or number', async () => {
    await system.askDesk('S-bruno', opened, { id: 'C-0003' })
    await system.askDesk('S-bruno', 'query { search(text: "giulia conti") { id } }')
    const shelf = createStore(system.config.care.store)
    const dayOf = createDayOf(system.bff.engine)
    const kept = await createAudit({ shelf, dayOf, now: Date.now }).find('aurora', {
      who: 'S-bruno',
      day: dayOf('aurora', new Date()),
      limit: 10,
    })
    await shelf.close()
    expect(kept.map(({ what, about }) => `${what} ${about ?? ''}`).toSorted()).toEqual(['customer.opened C-0003', 'customer.search '])
    expect(kept.find(({ what }) => what === 'customer.opened')?.details).toEqual({ fields: 'lines name' })
    expect(JSON.stringify(kept)).not.toMatch(/giulia|conti|\+39/i)
  })
})

type AnyField = GraphQLField<unknown, unknown>

function rootFields(schema: GraphQLSchema): AnyField[] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}),
  )
}

/** Calls a field with something for each of its arguments; whatever it looks at before it knows who asks is a fault. */
async function run(field: AnyField, context: Record<string, unknown>): Promise<unknown> {
  const harmless = new Set(['moment', 'now', 'languages', 'log', 'then'])
  const guarded = new Proxy(context, {
    get(target, name) {
      if (name in target) return target[name as string]
      if (harmless.has(String(name))) return undefined
      throw new Error(`${field.name} looks at ${String(name)} before it knows who asks`)
    },
  })
  const args = Object.fromEntries(field.args.map(({ name }) => [name, name === 'input' ? {} : 'C-0001']))
  const resolve = field.subscribe ?? field.resolve ?? defaultFieldResolver
  return resolve({}, args, guarded, { fieldNodes: [], fragments: {} } as never)
}

/** Every name in a schema: of types, fields, arguments and values. */
function namesIn(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) => {
      const fields: { name: string; args?: readonly { name: string }[] }[] = 'getFields' in type ? Object.values(type.getFields()) : []
      const values = 'getValues' in type ? type.getValues().map(({ name }) => name) : []
      return [type.name, ...values, ...fields.flatMap((field) => [field.name, ...(field.args ?? []).map(({ name }) => name)])]
    })
}
