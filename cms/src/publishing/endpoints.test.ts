import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSeededCms, type SeededCms } from '../testing/seeded-cms.ts'
import type { ReleaseState } from './release-state.ts'

let cms: SeededCms
const people = ['admin', 'publisher', 'editor', 'operations'] as const

beforeAll(async () => {
  cms = await openSeededCms()
}, 600_000)
afterAll(() => cms.close())

const state = async () => (await cms.ask('/api/publish/state', { as: 'admin' })).body as unknown as ReleaseState
let turn = 0
const changeContent = async () =>
  cms.payload.update({
    collection: 'contents',
    id: await cms.idOf('contents', cms.body.contents[0]!.id),
    draft: true,
    data: { name: `Changed ${++turn}` },
  })
const changePolicy = async () => {
  const { docs } = await cms.payload.find({ collection: 'policies', draft: true, limit: 1 })
  await cms.payload.update({ collection: 'policies', id: docs[0]!.id, draft: true, data: { readTimeoutMs: 1_000 + ++turn } })
}
const release = async (as: string | undefined, leaveOut: string[] = []) => {
  const { fingerprint } = await state()
  return cms.ask('/api/publish/release', { ...(as && { as }), body: { brand: 'aurora', leaveOut, note: '', fingerprint } })
}

describe('who may publish', () => {
  it.each([
    ['admin', 200],
    ['publisher', 200],
    ['editor', 403],
    ['operations', 403],
    [undefined, 401],
  ] as const)('a change of a content: %s → %i', async (person, status) => {
    await changeContent()
    expect((await release(person)).status).toBe(status)
  })

  it.each([
    ['admin', 200],
    ['publisher', 200],
    ['editor', 403],
    ['operations', 200],
    [undefined, 401],
  ] as const)('a change of a policy alone: %s → %i', async (person, status) => {
    await changePolicy()
    const others = (await state()).changes.filter(({ collection }) => collection !== 'policies').map(({ key }) => key)
    expect((await release(person, others)).status).toBe(status)
  })

  it.each([
    ['admin', 200],
    ['publisher', 200],
    ['editor', 403],
    ['operations', 403],
    [undefined, 401],
  ] as const)('rolling back: %s → %i', async (person, status) => {
    const before = (await state()).live!.number
    const { status: got } = await cms.ask('/api/publish/roll-back', { ...(person && { as: person }), body: { brand: 'aurora', number: 1 } })
    expect(got).toBe(status)
    expect((await state()).live!.number).toBe(status === 200 ? 1 : before)
    await cms.ask('/api/publish/roll-back', { as: 'admin', body: { brand: 'aurora', number: before } })
  })

  it('everybody signed in sees what is live and what changed', async () => {
    for (const as of people) expect((await cms.ask('/api/publish/state', { as })).status).toBe(200)
    expect((await cms.ask('/api/publish/state')).status).toBe(401)
    expect((await cms.ask('/api/publish/check', { body: { brand: 'aurora', leaveOut: [] } })).status).toBe(401)
  })
})

describe('who may write', () => {
  it.each([
    ['contents', { admin: 201, publisher: 201, editor: 201, operations: 403 }],
    ['triggers', { admin: 201, publisher: 201, editor: 201, operations: 403 }],
    ['policies', { admin: 201, publisher: 403, editor: 403, operations: 201 }],
    ['brands', { admin: 201, publisher: 403, editor: 403, operations: 403 }],
    ['users', { admin: 400, publisher: 403, editor: 403, operations: 403 }],
    ['releases', { admin: 403, publisher: 403, editor: 403, operations: 403 }],
  ] as const)('%s', async (collection, expected) => {
    for (const as of people)
      expect([as, (await cms.ask(`/api/${collection}?draft=true`, { as, body: {} })).status]).toEqual([as, expected[as]])
    expect((await cms.ask(`/api/${collection}?draft=true`, { body: {} })).status).toBe(403)
  })

  it('nobody gives himself a role', async () => {
    const { docs } = await cms.payload.find({ collection: 'users', where: { email: { equals: 'editor@mosaic.demo' } } })
    await cms.ask(`/api/users/${docs[0]!.id}`, { as: 'editor', method: 'PATCH', body: { roles: ['admin'], name: 'Still an editor' } })
    expect(await cms.payload.findByID({ collection: 'users', id: docs[0]!.id })).toMatchObject({
      name: 'Still an editor',
      roles: ['editor'],
    })
  })

  it('nobody reads the others’ accounts but an administrator', async () => {
    expect((await cms.ask('/api/users', { as: 'editor' })).body).toMatchObject({ totalDocs: 1 })
    expect((await cms.ask('/api/users', { as: 'admin' })).body).toMatchObject({ totalDocs: 4 })
  })
})

describe('what is asked badly', () => {
  it('is refused from another site, cookie or not', async () => {
    const { fingerprint } = await state()
    const body = { brand: 'aurora', leaveOut: [], note: '', fingerprint }
    expect((await cms.ask('/api/publish/release', { as: 'admin', body, headers: { origin: 'https://evil.example' } })).status).toBe(401)
  })

  it.each([
    ['no brand', { leaveOut: [], note: '', fingerprint: '' }],
    ['a brand that is a path', { brand: '../../etc', leaveOut: [], note: '', fingerprint: '' }],
    ['a list that is none', { brand: 'aurora', leaveOut: 'all', note: '', fingerprint: '' }],
    ['a note without end', { brand: 'aurora', leaveOut: [], note: 'x'.repeat(3_000), fingerprint: '' }],
  ])('is refused with a sentence: %s', async (_, body) => {
    const answer = await cms.ask('/api/publish/release', { as: 'admin', body, headers: { 'accept-language': 'it' } })
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad-request', message: 'La richiesta non è come dovrebbe essere.' } })
  })

  it('is refused when it is not JSON', async () => {
    const headers = { 'content-type': 'text/plain' }
    expect((await cms.ask('/api/publish/roll-back', { as: 'admin', body: { brand: 'aurora', number: 1 }, headers })).status).toBe(400)
  })

  it('names a brand or a release that does not exist', async () => {
    expect(await cms.ask('/api/publish/state?brand=nobody', { as: 'admin' })).toMatchObject({
      status: 404,
      body: { code: 'brand-not-found' },
    })
    expect(await cms.ask('/api/publish/roll-back', { as: 'admin', body: { brand: 'aurora', number: 9_999 } })).toMatchObject({
      status: 404,
      body: { code: 'release-not-found' },
    })
  })
})
