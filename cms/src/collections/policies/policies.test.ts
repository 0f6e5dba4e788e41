import { methods, Policy, policyOf, type MethodName, type PolicyChanges } from '@mosaic/schemas/bss'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readLive } from '../../publisher/index.ts'
import { publishDrafts } from '../../publishing/publish.ts'
import { checkSelection, readBrand } from '../../publishing/release-state.ts'
import { policyRowOf } from '../../reader/policy-row.ts'
import { openSeededCms, type SeededCms } from '../../testing/seeded-cms.ts'

let cms: SeededCms
beforeAll(async () => {
  cms = await openSeededCms()
  const { docs } = await cms.payload.find({ collection: 'brands', draft: true })
  for (const method of ['account', 'usage', 'offers', 'topUp'] as const)
    await cms.payload.create({ collection: 'policies', draft: true, data: { method, brand: docs[0]!.id } })
}, 600_000)
afterAll(() => cms.close())

const idOf = async (method: MethodName) => {
  const { docs } = await cms.payload.find({ collection: 'policies', draft: true, where: { method: { equals: method } } })
  return docs[0]!.id
}
/** Every part with a value, and all numbers at one end of what the published format allows. */
const all: PolicyChanges = { ...methods.usage.policy, keyParams: ['lineId'] }
const edge = (end: 'minimum' | 'maximum') =>
  Object.fromEntries(Object.entries(Policy.properties).flatMap(([name, bounds]) => (end in bounds ? [[name, bounds[end as never]]] : [])))
/** Empties what is not named, as an operator does who takes everything back to the factory values. */
const write = async (method: MethodName, changes: PolicyChanges) => {
  const empty = Object.fromEntries(Object.keys(methods[method].policy).map((name) => [name, null]))
  const data = { ...empty, keyParams: [], ...policyRowOf(changes) }
  await cms.payload.update({ collection: 'policies', id: await idOf(method), draft: true, data })
}
const issues = async () =>
  checkSelection((await readBrand(cms.payload, 'aurora'))!, new Set(), new Date()).filter(({ collection }) => collection === 'policies')
const publish = () => publishDrafts(cms.payload, { brand: 'aurora', leaveOut: [], note: '', by: { name: 'Test', email: '' } })
const live = async () => (await readLive({ dir: cms.publishedDir, brand: 'aurora' }))!.release.policies

describe('a policy', () => {
  it('is published with exactly what it says, and with nothing that it leaves empty', async () => {
    const changes: PolicyChanges = {
      readTimeoutMs: 1_700,
      refresh: 'behind',
      adaptive: false,
      keyParams: ['lineId', 'partyId'],
      circuitFailurePercent: 0,
    }
    await write('account', changes)
    await write('offers', {})
    expect(await issues()).toEqual([])
    expect(await publish()).toMatchObject({ published: true, changes: 4 })
    expect((await live()).account).toEqual(changes)
    expect((await live()).offers).toEqual({})
    expect(policyOf('offers', (await live()).offers)).toEqual(methods.offers.policy)
  })

  it.each<[string, PolicyChanges]>([
    ['every part at its least', { ...all, ...edge('minimum') }],
    ['every part at its most', { ...all, ...edge('maximum'), refresh: 'behind', staleOn: 'never', adaptive: true, coalesce: 'process' }],
    ['one part', { softWaitMs: 0 }],
    ['every parameter', { keyParams: ['customerId', 'partyId', 'lineId'] }],
    ['nothing', {}],
  ])('comes back from the database as it was written: %s', async (_, changes) => {
    await write('usage', changes)
    expect((await readBrand(cms.payload, 'aurora'))!.drafts.body.policies.usage).toEqual(changes)
  })

  it('that cannot be is not published, and says where it is mended', async () => {
    await write('account', {})
    await write('balance', { t1Ms: 7_200_000 })
    await write('topUp', { retries: 2, hedgeAfterMs: 300 })
    const [balance, topUp] = [await idOf('balance'), await idOf('topUp')]
    expect((await issues()).map(({ severity, code, href }) => [severity, code, href])).toEqual([
      ['error', 'reversed-ages', `/admin/collections/policies/${balance}#field-t2Ms`],
      ['error', 'repeated-write', `/admin/collections/policies/${topUp}#field-retries`],
      ['error', 'hedged-write', `/admin/collections/policies/${topUp}#field-hedgeAfterMs`],
    ])
    expect(await publish()).toMatchObject({ published: false })
    expect((await issues())[0]?.message.it).toBe('Metodo «balance»: T2 è 1 h, ma non può essere meno di T1, 2 h. Alza T2 o abbassa T1.')
  })

  it('that is hardly meant is published with a warning', async () => {
    await write('topUp', {})
    await write('balance', { readTimeoutMs: 9_000, keyParams: ['lineId'] })
    expect((await issues()).map(({ severity, code }) => [severity, code])).toEqual([
      ['warning', 'policy-too-slow'],
      ['warning', 'key-redundant'],
    ])
    expect(await publish()).toMatchObject({ published: true })
    expect((await live()).balance).toEqual({ readTimeoutMs: 9_000, keyParams: ['lineId'] })
  })
})

describe('the form’s own check', () => {
  const save = async (method: MethodName, data: object, language = 'it') => {
    const { status, body } = await cms.ask(`/api/policies/${await idOf(method)}`, {
      as: 'operations',
      method: 'PATCH',
      body: data,
      headers: { 'accept-language': language },
    })
    const [error] = (body.errors ?? []) as { data?: { errors?: { path: string; message: string }[] } }[]
    return { status, errors: (error?.data?.errors ?? []).map(({ path, message }) => `${path}: ${message}`) }
  }

  it.each([
    ['balance', { t1Ms: 7_200_000, t2Ms: 3_600_000 }, 'it', 't2Ms: T2 è 1 h, ma non può essere meno di T1, 2 h. Alza T2 o abbassa T1.'],
    ['balance', { t1Ms: 7_200_000, t2Ms: 3_600_000 }, 'en', 't2Ms: T2 is 1 hr, but cannot be less than T1, 2 hr. Raise T2, or lower T1.'],
    ['balance', { readTimeoutMs: 10 }, 'it', 'readTimeoutMs: Serve un numero intero da 50 a 60000.'],
    ['balance', { retries: 1.5 }, 'en', 'retries: A whole number from 0 to 3 is needed.'],
    ['topUp', { retries: 1 }, 'en', 'retries: "retries" is 1, but what changes something is not repeated: it might happen twice. Write 0.'],
  ] as const)('%s with %j, in %s', async (method, data, language, expected) => {
    expect(await save(method, data, language)).toEqual({ status: 400, errors: [expected] })
  })

  it('lets pass what is right, and what is empty', async () => {
    expect(await save('balance', { t1Ms: 1_000, t2Ms: null })).toEqual({ status: 200, errors: [] })
  })
})
