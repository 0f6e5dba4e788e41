import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { sql as postgresSql } from '@payloadcms/db-postgres'
import { drizzle as openPostgres } from '@payloadcms/db-postgres/drizzle/node-postgres'
import { sql as sqliteSql } from '@payloadcms/db-sqlite'
import { drizzle as openSqlite } from '@payloadcms/db-sqlite/drizzle/libsql'
import { methodNames, methods } from '@mosaic/schemas/bss'
import type { BrandCare } from '@mosaic/schemas/release'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBrandDrafts } from './reader.ts'
import { careRowOf } from './reader/care-row.ts'
import { openCms, type TestCms } from './testing/open-cms.ts'
import * as postgresInitial from './migrations/postgres/20261122_115722_initial.ts'
import * as sqliteInitial from './migrations/sqlite/20261122_115711_initial.ts'

const isSql = !process.env.TEST_DATABASE_URL?.startsWith('mongodb')
const was = { readTimeoutMs: 1_234, connectionWaitMs: 99, poolSize: 7, retries: 2, retryWaitMs: 33, t1Ms: 1_000, t2Ms: 60_000 }

let cms: TestCms
let [brand, policy]: (number | string)[] = []
beforeAll(async () => {
  cms = await openCms(isSql ? { before: writeFirstDatabase } : {})
  if (!isSql) await writeFirstDocuments()
  brand = (await cms.payload.find({ collection: 'brands', draft: true })).docs[0]!.id
  policy = (await cms.payload.find({ collection: 'policies', draft: true })).docs[0]!.id
}, 600_000)
afterAll(() => cms.close())

const policies = async () => (await readBrandDrafts(cms.payload, 'aurora'))?.body.policies

describe('a database from before policies said more', () => {
  it('keeps its policies as they were, and leaves the rest to the contract', async () => {
    expect(await policies()).toEqual({ balance: was })
  })

  it('keeps the earlier versions of each, belonging to their document', async () => {
    const { docs } = await cms.payload.findVersions({ collection: 'policies', sort: 'id' })
    expect(docs.map(({ parent, version }) => [parent, version.readTimeoutMs])).toEqual([
      [policy, 1_000],
      [policy, was.readTimeoutMs],
    ])
  })

  it('takes the new parts, and gives them up again', async () => {
    const write = (data: object) => cms.payload.update({ collection: 'policies', id: policy!, draft: true, data })
    await write({ refresh: 'behind', adaptive: 'on', keyParams: ['customerId'], circuitOpenMs: 5_000 })
    expect(await policies()).toEqual({
      balance: { ...was, refresh: 'behind', adaptive: true, keyParams: ['customerId'], circuitOpenMs: 5_000 },
    })
    await write({ refresh: null, adaptive: null, keyParams: [], circuitOpenMs: null })
    expect(await policies()).toEqual({ balance: was })
  })

  it('has no number of its own for what a new policy leaves empty', async () => {
    await cms.payload.create({ collection: 'policies', draft: true, data: { method: 'usage', brand: brand as never } })
    expect(await policies()).toEqual({ balance: was, usage: {} })
    expect(methods.usage.policy.readTimeoutMs).not.toBe(1_000)
  })
})

describe('a database that was brought up to date', () => {
  it('takes a policy for every method there is', async () => {
    const data = { name: 'Borea', slug: 'borea' }
    const { id } = await cms.payload.create({ collection: 'brands', draft: true, data })
    for (const method of methodNames) {
      await cms.payload.create({ collection: 'policies', draft: true, data: { method, brand: id } as never })
    }
    const known = (await readBrandDrafts(cms.payload, 'borea'))?.body.policies
    expect(known).toEqual(Object.fromEntries(methodNames.map((method) => [method, {}])))
  })
})

describe('a brand from before kinds could be switched off', () => {
  const switches = async () => (await readBrandDrafts(cms.payload, 'aurora'))?.body.brand.killSwitches
  const write = (killSwitches: object[]) =>
    cms.payload.update({ collection: 'brands', id: brand!, draft: true, data: { killSwitches } as never })

  it('has none, takes some, and gives them up again', async () => {
    expect(await switches()).toBeUndefined()
    const all = [
      { kind: 'usage', platform: 'ios', from: '1.5', until: '1.6.1' },
      { kind: 'bill', platform: 'android' },
    ]
    await write(all)
    expect(await switches()).toEqual(all)
    await write([])
    expect(await switches()).toBeUndefined()
  })

  it('keeps them with each of its versions', async () => {
    await write([{ kind: 'usage', platform: 'web' }])
    const { docs } = await cms.payload.findVersions({ collection: 'brands', sort: '-id', limit: 1 })
    expect(docs.map(({ version }) => (version as unknown as { killSwitches: object[] }).killSwitches)).toEqual([
      [expect.objectContaining({ kind: 'usage', platform: 'web' })],
    ])
  })
})

describe('a brand from before there was a care desk', () => {
  const care = async () => (await readBrandDrafts(cms.payload, 'aurora'))?.body.brand.care
  const write = (data: object) => cms.payload.update({ collection: 'brands', id: brand!, draft: true, data: { care: data } as never })
  const written: BrandCare = {
    smsSender: 'Aurora',
    linkOrigin: 'https://app.aurora.example',
    slotMinutes: 15,
    hours: [
      { day: 1, from: '08:00', until: '22:00', capacity: 6 },
      { day: 7, from: '09:00', until: '20:00', capacity: 3 },
    ],
    holidays: ['2026-12-25', '2027-01-01'],
    iosAppIds: ['ABCDE12345.it.aurora.mobile'],
    androidApps: [{ package: 'it.aurora.mobile', fingerprints: [`${'AB:'.repeat(31)}CD`] }],
    stores: { ios: 'https://apps.apple.com/app/id1' },
  }

  it('has none, takes one, and gives it up again', async () => {
    expect(await care()).toBeUndefined()
    await write(careRowOf(written))
    expect(await care()).toEqual(written)
    const empty = { smsSender: null, linkOrigin: '', hours: [], holidays: [], iosAppIds: [], androidApps: [], stores: { ios: '' } }
    await write(empty)
    expect(await care()).toBeUndefined()
  })

  it('has no targets, menus and guides, and takes some that say next to nothing', async () => {
    const made = { name: 'Prova', slug: 'prova', brand: brand! }
    const body = async () => (await readBrandDrafts(cms.payload, 'aurora'))!.body
    const { targets, menus, guides } = await body()
    expect([targets, menus, guides]).toEqual([[], [], []])
    for (const collection of ['targets', 'menus', 'guides'] as const)
      await cms.payload.create({ collection, draft: true, data: made as never })
    expect(await body()).toMatchObject({
      targets: [{ id: 'prova', name: 'Prova', opens: 'surface', title: {}, sms: {}, words: [] }],
      menus: [{ id: 'prova', name: 'Prova', numbers: [], nodes: [] }],
      guides: [{ id: 'prova', name: 'Prova', title: {}, words: [], steps: [] }],
    })
  })
})

/** MongoDB has no tables to bring up to date: its documents of that time only lack what came later. */
async function writeFirstDocuments(): Promise<void> {
  const { id } = await cms.payload.create({ collection: 'brands', draft: true, data: { name: 'Aurora', slug: 'aurora' } })
  const data = { method: 'balance' as const, brand: id, ...was, readTimeoutMs: 1_000 }
  const made = await cms.payload.create({ collection: 'policies', draft: true, data })
  await cms.payload.update({ collection: 'policies', id: made.id, draft: true, data: { readTimeoutMs: was.readTimeoutMs } })
}

/** What the CMS of that time left: its tables, a brand, a policy that was saved twice, and the record of its one migration. */
async function writeFirstDatabase(url: string): Promise<void> {
  const columns = 'read_timeout_ms, connection_wait_ms, pool_size, retries, retry_wait_ms, t1_ms, t2_ms'
  const inVersion = columns.replaceAll(/\w+/g, 'version_$&')
  const values = Object.values(was).join(', ')
  const statements = (migration: string) => [
    `INSERT INTO payload_migrations (name, batch) VALUES ('${migration}', 1)`,
    `INSERT INTO brands (name, slug) VALUES ('Aurora', 'aurora')`,
    `INSERT INTO _brands_v (parent_id, version_name, version_slug, latest) VALUES (1, 'Aurora', 'aurora', TRUE)`,
    `INSERT INTO policies (method, brand_id, ${columns}) VALUES ('balance', 1, ${values})`,
    `INSERT INTO _policies_v (parent_id, version_method, version_brand_id, latest) VALUES (1, 'balance', 1, FALSE)`,
    `INSERT INTO _policies_v (parent_id, version_method, version_brand_id, latest, ${inVersion}) VALUES (1, 'balance', 1, TRUE, ${values})`,
  ]
  await (url.startsWith('postgres') ? writePostgres(url, statements) : writeSqlite(url, statements))
}

type Statements = (migration: string) => string[]

async function writeSqlite(url: string, statements: Statements): Promise<void> {
  await mkdir(dirname(url.slice('file:'.length)), { recursive: true })
  const db = openSqlite(url)
  await sqliteInitial.up({ db } as unknown as Parameters<typeof sqliteInitial.up>[0])
  for (const statement of statements('20261122_115711_initial')) await db.run(sqliteSql.raw(statement))
  db.$client.close()
}

async function writePostgres(url: string, statements: Statements): Promise<void> {
  const server = openPostgres(process.env.TEST_DATABASE_URL ?? '')
  await server.execute(postgresSql.raw(`CREATE DATABASE ${new URL(url).pathname.slice(1)}`))
  await server.$client.end()
  const db = openPostgres(url)
  await postgresInitial.up({ db } as unknown as Parameters<typeof postgresInitial.up>[0])
  for (const statement of statements('20261122_115722_initial')) await db.execute(postgresSql.raw(statement))
  await db.$client.end()
}
