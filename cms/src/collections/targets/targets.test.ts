import type { Where } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { publishDrafts } from '../../publishing/publish.ts'
import { checkSelection, readBrand, releaseState } from '../../publishing/release-state.ts'
import type { DocumentId } from '../../reader/references.ts'
import { careRowOf } from '../../reader/care-row.ts'
import { readBrandDrafts } from '../../reader.ts'
import { care } from '../../seed/body/care.ts'
import { openSeededCms, type SeededCms } from '../../testing/seeded-cms.ts'
import { contentsThere } from './contents-there.ts'

let cms: SeededCms
let brand: DocumentId
let page: DocumentId
const ids: Record<'credit' | 'news' | 'topUp', DocumentId> = { credit: '', news: '', topUp: '' }

beforeAll(async () => {
  cms = await openSeededCms()
  brand = await cms.idOf('brands', 'aurora')
  Object.assign(ids, {
    credit: await cms.idOf('contents', 'credit'),
    news: await cms.idOf('contents', 'news'),
    topUp: await cms.idOf('contents', 'top-up'),
  })
  await write('brands', brand, { care: careRowOf(care) })
  const placements = [{ content: ids.topUp }, { content: ids.news }]
  const sections = [{ slug: 'main', scroll: 'grid', placements }]
  const data = {
    name: 'Ricarica',
    slug: 'top-up',
    brand,
    type: 'landing',
    title: 'Ricarica',
    palette: await cms.idOf('palettes', 'aurora'),
    sections,
  }
  page = (await cms.payload.create({ collection: 'surfaces', draft: true, data: data as never })).id
  await cms.payload.update({ collection: 'surfaces', id: page, draft: true, locale: 'en', data: { title: 'Top up' } })
}, 600_000)
afterAll(() => cms.close())

const write = (collection: 'brands' | 'targets', id: DocumentId, data: object, locale: 'it' | 'en' = 'it') =>
  cms.payload.update({ collection, id, draft: true, locale, data: data as never })
const body = async () => (await readBrandDrafts(cms.payload, 'aurora'))!.body
const issues = async () =>
  checkSelection((await readBrand(cms.payload, 'aurora'))!, new Set(), new Date()).filter(({ collection }) => collection === 'targets')
/** The names the form offers for a widget. */
const offered = async (data: object) => {
  const where: Where = await contentsThere({ data: { brand, ...data }, req: { payload: cms.payload } } as never)
  const { docs } = await cms.payload.find({ collection: 'contents', draft: true, pagination: false, sort: 'slug', where })
  return docs.map(({ slug }) => slug)
}

describe('a target', () => {
  let id: DocumentId
  it('says next to nothing at first, and what is missing is told with the field to jump to', async () => {
    id = (await cms.payload.create({ collection: 'targets', draft: true, data: { name: 'Ricarica ora', slug: 'now', brand } as never })).id
    const found = await issues()
    const fields = found.map(({ href }) => href?.split(`/targets/${id}`)[1])
    expect(fields).toEqual(
      expect.arrayContaining([
        '#field-surface',
        '?locale=it#field-title',
        '?locale=en#field-title',
        '?locale=it#field-sms',
        '#field-words',
      ]),
    )
  })

  it('is offered only what stands on its page and fits', async () => {
    expect(await offered({ opens: 'widget', surface: page })).toEqual(['news', 'top-up'])
    expect(await offered({ opens: 'payment', surface: page })).toEqual(['top-up'])
    expect(await offered({ opens: 'widget' })).toEqual([])
    expect(await offered({ opens: 'payment', onHome: true })).toContain('top-up')
  })

  it('is published as its kind wants it, whatever else its form still holds', async () => {
    const words = ['credito finito', 'out of credit']
    const sms = 'Aurora: {link} Codice {code}'
    await write('targets', id, {
      title: 'Ricarica',
      sms,
      words,
      opens: 'payment',
      surface: page,
      content: ids.topUp,
      step: 'old',
      minutes: 20,
    })
    await write('targets', id, { title: 'Top up', sms: 'Aurora: {link} Code {code}' }, 'en')
    expect(await issues()).toEqual([])
    const target = {
      id: 'now',
      name: 'Ricarica ora',
      opens: 'payment',
      surface: 'top-up',
      content: 'top-up',
      title: { it: 'Ricarica', en: 'Top up' },
      sms: { it: sms, en: 'Aurora: {link} Code {code}' },
      words,
      minutes: 20,
    }
    expect((await body()).targets).toEqual([target])
    const by = { name: 'Test', email: '' }
    expect(await publishDrafts(cms.payload, { brand: 'aurora', leaveOut: [], note: '', by })).toMatchObject({ published: true })

    await write('targets', id, { opens: 'surface' })
    const { content: _, ...plain } = target
    expect((await body()).targets).toEqual([{ ...plain, opens: 'surface' }])
    await write('targets', id, { onHome: true, words: ['credito finito', 'ricaricare'] })
    const [change] = (await releaseState(cms.payload, 'aurora'))!.changes
    expect(change?.sentence.it).toBe(
      'Destinazione «Ricarica ora»: ora apre: una pagina; cambia il widget; cambia la pagina; ora si trova anche con «ricaricare»; non più con «out of credit».',
    )
    expect((await body()).targets).toMatchObject([{ surface: 'home' }])
  })

  it('keeps what it leads to from being deleted, by name', async () => {
    await write('targets', id, { opens: 'payment', onHome: false })
    for (const [collection, used] of [
      ['surfaces', page],
      ['contents', ids.topUp],
    ] as const)
      await expect(cms.payload.delete({ collection, id: used })).rejects.toThrow(/Ricarica ora/)
  })
})

describe('a voice menu', () => {
  it('keeps its targets from being deleted', async () => {
    const target = (await cms.payload.find({ collection: 'targets', draft: true })).docs[0]!
    const nodes = [{ id: 'start', title: { it: 'Inizio' }, options: [{ key: '1', text: { it: 'Ricarica' }, target: 'now' }] }]
    await cms.payload.create({ collection: 'menus', draft: true, data: { name: 'Il menu', slug: 'menu', brand, nodes } as never })
    expect((await body()).menus).toEqual([{ id: 'menu', name: 'Il menu', numbers: [], nodes }])
    await expect(cms.payload.delete({ collection: 'targets', id: target.id })).rejects.toThrow(/Il menu/)
  })
})
