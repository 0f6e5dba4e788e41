import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Content } from '@mosaic/schemas/release'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readLive } from '../publisher/index.ts'
import { withLock } from '../publisher/lock.ts'
import { openSeededCms, type SeededCms } from '../testing/seeded-cms.ts'
import { publishDrafts, rollBack } from './publish.ts'
import { checkSelection, readBrand, releaseState } from './release-state.ts'

const by = { name: 'Test', email: 'test@mosaic.demo' }
let cms: SeededCms
let banner: Content

beforeAll(async () => {
  cms = await openSeededCms()
  banner = cms.body.contents.find(({ kind }) => kind === 'banner')!
}, 600_000)
afterAll(() => cms.close())

const live = async () => (await readLive({ dir: cms.publishedDir, brand: 'aurora' }))!
const liveName = async (id: string) => (await live()).release.contents.find((content) => content.id === id)?.name
const publishAll = (leaveOut: string[] = []) => publishDrafts(cms.payload, { brand: 'aurora', leaveOut, note: '', by })

async function rename(slug: string, name: string, autosave = false): Promise<void> {
  await cms.payload.update({ collection: 'contents', id: await cms.idOf('contents', slug), draft: true, autosave, data: { name } })
}

describe('publishing', () => {
  it('never shows a draft, however it was saved', async () => {
    const id = await cms.idOf('contents', banner.id)
    await rename(banner.id, 'Autosaved', true)
    expect(await liveName(banner.id)).toBe(banner.name)
    // Even an API call that says so publishes nothing, and the document stays a draft.
    await cms.payload.update({ collection: 'contents', id, draft: false, data: { name: 'Said to be published', _status: 'published' } })
    expect(await liveName(banner.id)).toBe(banner.name)
    expect(await cms.payload.findByID({ collection: 'contents', id, draft: true })).toMatchObject({ _status: 'draft' })
    const state = await releaseState(cms.payload, 'aurora')
    expect(state!.changes).toMatchObject([{ key: `contents/${banner.id}`, kind: 'changed', href: `/admin/collections/contents/${id}` }])
    await rename(banner.id, banner.name)
    expect((await releaseState(cms.payload, 'aurora'))!.changes).toEqual([])
  })

  it('leaves out what is to wait, and keeps it waiting', async () => {
    const other = cms.body.contents.find(({ id }) => id !== banner.id)!
    await rename(banner.id, 'Goes live')
    await rename(other.id, 'Waits')
    const before = (await live()).current.number
    expect(await publishAll([`contents/${other.id}`])).toEqual({ published: true, number: before + 1, changes: 1 })
    expect(await liveName(banner.id)).toBe('Goes live')
    expect(await liveName(other.id)).toBe(other.name)
    expect((await releaseState(cms.payload, 'aurora'))!.changes.map(({ key }) => key)).toEqual([`contents/${other.id}`])
    await rename(other.id, other.name)
  })

  it('is blocked by a missing text, with the field and the language to jump to', async () => {
    const id = await cms.idOf('contents', banner.id)
    const document = await cms.payload.findByID({ collection: 'contents', id, draft: true, locale: 'en', depth: 0 })
    const widget = document.widget as { id: string; blockType: string; [field: string]: unknown }[]
    const field = Object.keys(banner.fields).find(
      (name) => typeof banner.fields[name] === 'object' && 'en' in (banner.fields[name] as object),
    )!
    const write = (text: unknown) =>
      cms.payload.update({
        collection: 'contents',
        id,
        draft: true,
        locale: 'en',
        data: { widget: [{ ...widget[0], [field]: text }] } as never,
      })

    await write('')
    const before = (await live()).current
    const outcome = await publishAll()
    expect(outcome.published).toBe(false)
    expect(outcome).toMatchObject({
      issues: expect.arrayContaining([
        expect.objectContaining({ severity: 'error', href: `/admin/collections/contents/${id}?locale=en#field-widget__0__${field}` }),
      ]) as unknown,
    })
    expect((await live()).current).toEqual(before)
    await write(widget[0]![field])
  })

  it('is blocked by a broken rule, with the trigger to mend', async () => {
    const [trigger] = cms.body.triggers
    const id = await cms.idOf('triggers', trigger!.id)
    await cms.payload.update({
      collection: 'triggers',
      id,
      draft: true,
      data: { rule: { combinator: 'and', rules: [{ field: 'no.such.attribute', operator: '=', value: 1 }] } },
    })
    const outcome = await publishAll()
    expect(outcome).toMatchObject({
      published: false,
      issues: expect.arrayContaining([
        expect.objectContaining({ severity: 'error', href: `/admin/collections/triggers/${id}#field-rule` }),
      ]) as unknown,
    })
    // Left out, it blocks nobody.
    const view = await readBrand(cms.payload, 'aurora')
    expect(checkSelection(view!, new Set([`triggers/${trigger!.id}`]), new Date()).filter(({ severity }) => severity === 'error')).toEqual(
      [],
    )
    await cms.payload.update({ collection: 'triggers', id, draft: true, data: { rule: trigger!.rule as never } })
  })

  it('refuses to delete what is in use, naming who uses it', async () => {
    const cluster = cms.body.clusters.find(({ trigger }) => trigger)!
    const id = await cms.idOf('triggers', cluster.trigger!)
    await expect(cms.payload.delete({ collection: 'triggers', id })).rejects.toThrow(cluster.name)
    expect(await cms.idOf('triggers', cluster.trigger!)).toBe(id)
  })

  it('gives a content a palette of its own, which cannot be deleted then, and takes it away again', async () => {
    const id = await cms.idOf('contents', banner.id)
    const brand = (await cms.payload.find({ collection: 'brands', draft: true })).docs[0]!.id
    const sera = { name: 'Sera', slug: 'sera', brand, ...cms.body.palettes[0]!.schemes }
    const { id: palette } = await cms.payload.create({ collection: 'palettes', draft: true, data: sera as never })
    const choose = (chosen: typeof palette | null) =>
      cms.payload.update({ collection: 'contents', id, draft: true, data: { palette: chosen as never } })
    await choose(palette)
    const { changes } = (await releaseState(cms.payload, 'aurora'))!
    expect(changes.map(({ key }) => key).sort()).toEqual([`contents/${banner.id}`, 'palettes/sera'])
    expect(changes.map(({ sentence }) => sentence.it).join()).toMatch(/Contenuto «.*la tavolozza/)
    // A content must not name what is not there.
    const field = { href: `/admin/collections/contents/${id}#field-palette` }
    expect(await publishAll(['palettes/sera'])).toMatchObject({ published: false, issues: [field] })
    await publishAll()
    expect((await live()).release.contents.find((content) => content.id === banner.id)?.palette).toBe('sera')
    const name = (await liveName(banner.id))!
    await expect(cms.payload.delete({ collection: 'palettes', id: palette })).rejects.toThrow(name)
    await choose(null)
    await publishAll()
    expect((await live()).release.contents.find((content) => content.id === banner.id)).not.toHaveProperty('palette')
  })

  it('rolls back to an earlier release, on record, and forward again', async () => {
    await rename(banner.id, 'Newest')
    await publishAll()
    const newest = (await live()).current.number
    await rollBack(cms.payload, { brand: 'aurora', number: 1, by })
    expect(await liveName(banner.id)).toBe(banner.name)
    const state = (await releaseState(cms.payload, 'aurora'))!
    expect(state.live).toMatchObject({ number: 1, by: 'Test', isRolledBack: true })
    expect(state.changes.map(({ key }) => key)).toContain(`contents/${banner.id}`)
    const { docs } = await cms.payload.find({ collection: 'releases', sort: '-at', limit: 1 })
    expect(docs[0]).toMatchObject({ event: 'rolledBack', number: 1, rolledBackFrom: newest, by: 'Test', email: 'test@mosaic.demo' })

    await rollBack(cms.payload, { brand: 'aurora', number: newest, by })
    expect(await liveName(banner.id)).toBe('Newest')
    await expect(rollBack(cms.payload, { brand: 'aurora', number: 999, by })).rejects.toMatchObject({ code: 'release-not-found' })
  })

  it('is done by one person at a time', async () => {
    await rename(banner.id, 'At the same time')
    const folder = join(cms.publishedDir, 'aurora', '.publication')
    await withLock(folder, async () => {
      await expect(publishAll()).rejects.toMatchObject({ code: 'publish-busy' })
    })
    expect(await publishAll()).toMatchObject({ published: true })
  })

  it('publishes only what was looked at', async () => {
    await rename(banner.id, 'Looked at')
    const { fingerprint } = (await releaseState(cms.payload, 'aurora'))!
    await rename(banner.id, 'Changed meanwhile')
    const request = { brand: 'aurora', leaveOut: [], note: '', by }
    await expect(publishDrafts(cms.payload, { ...request, fingerprint })).rejects.toMatchObject({ code: 'publish-outdated' })
    const now = (await releaseState(cms.payload, 'aurora'))!
    expect(await publishDrafts(cms.payload, { ...request, fingerprint: now.fingerprint })).toMatchObject({ published: true })
    await expect(publishAll()).rejects.toMatchObject({ code: 'publish-nothing' })
  })

  it('makes good a record that a crash has left out', async () => {
    const { number, switchedAt } = (await live()).current
    await cms.payload.delete({ collection: 'releases', where: { number: { equals: number } } })
    await rename(banner.id, 'After the crash')
    await publishAll()
    const { docs } = await cms.payload.find({ collection: 'releases', where: { number: { equals: number } } })
    expect(docs).toMatchObject([{ event: 'published', at: switchedAt }])
  })

  it('says so when an image has lost its file, and nothing goes live', async () => {
    const before = (await live()).current
    const image = cms.body.media[0]!
    const document = await cms.payload.findByID({ collection: 'media', id: await cms.idOf('media', image.id) })
    await rm(join(cms.dataDir, 'media', document.filename!))
    const outcome = await publishAll()
    expect(outcome).toMatchObject({
      published: false,
      issues: expect.arrayContaining([expect.objectContaining({ severity: 'error', collection: 'media' })]) as unknown,
    })
    expect((await live()).current).toEqual(before)
  })
})
