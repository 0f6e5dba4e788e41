import type { PolicyChanges } from '@mosaic/schemas/bss'
import { capabilitiesOf } from '@mosaic/widgets/graphql'
import { parse } from 'graphql'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { releaseBody, surface } from '../testing/release-body.ts'
import { policiesFor } from '../testing/struck-home.ts'
import { homeDocument } from '../testing/system.ts'
import type { Chosen } from './choose.ts'
import { openStages, type Stages } from './testing/stages.ts'
import { createTiles, type Drawing, type Tile, type Tiles } from './tiles.ts'

const minute = 60_000
const quarter = 15 * minute
const hour = 60 * minute
/** Both have credit, bills, and several lines. */
const [one, other] = ['C-0031', 'C-0026']
const shown = ['credit', 'counters', 'latest-bill', 'my-lines', 'big-data', 'welcome']
const personal = ['credit', 'counters', 'latest-bill', 'my-lines']

let stages: Stages
let tiles: Tiles
let drawing: Drawing
/** The ids of the contents drawn since they were last looked at. */
let drawn: string[]

const bodyWith = (policy: PolicyChanges) =>
  releaseBody({
    brand: { ...releaseBody().brand, killSwitches: [{ kind: 'usage', platform: 'android' }] },
    triggers: [],
    clusters: [{ id: 'everyone', name: 'Everyone', priority: 1, home: 'home-all' }],
    surfaces: [surface('home-all', shown), surface('summer', shown, 'landing')],
    // Its button names what it refreshes on the page it stands on.
    contents: releaseBody()
      .contents.filter(({ id }) => shown.includes(id))
      .map((each) => (each.id === 'credit' ? { ...each, fields: { quickTopUp: 1_000 } } : each)),
    policies: policiesFor(policy),
  })
const open = async (options: { policy?: PolicyChanges; cacheBytes?: number; maxBytes?: number } = {}) => {
  const { policy = { t1Ms: 4 * hour, t2Ms: 8 * hour }, cacheBytes = 64_000_000, maxBytes = 64_000_000 } = options
  await stages?.close()
  stages = await openStages({ body: bodyWith(policy), cacheBytes })
  tiles = createTiles({ ...stages, maxBytes })
  drawing = newDrawing()
  drawn = []
}
const capabilities = capabilitiesOf(parse(homeDocument))
const newDrawing = (isDigested = true): Drawing => ({
  capabilities,
  write: (view) => {
    drawn.push(view?.id ?? 'null')
    return JSON.stringify(view)
  },
  isDigested,
})
const drawAll = ({ visit, surface: page, loaded }: Chosen, by = drawing): Tile[] => tiles.draw(visit, page, loaded, by)
const look = async (customer = one, request = {}, by = drawing) => drawAll(await stages.choose(stages.session(customer), request), by)
const drawnBy = async (...args: Parameters<typeof look>) => {
  drawn = []
  await look(...args)
  return drawn
}
const cacheBytes = async () => Number(/^bff_cache_bytes (\d+)$/m.exec(await stages.metrics.registry.metrics())?.[1])

beforeEach(() => open())
afterEach(() => stages.close())

describe('a tile is drawn once', () => {
  test('as long as everything is the same: the very tile, not one like it', async () => {
    const first = await look()
    expect(drawn).toEqual(shown)
    const again = await look()
    expect(drawn).toEqual(shown)
    for (const [index, tile] of again.entries()) expect(tile).toBe(first[index])
    expect(again.map(({ text }) => String(text))).toEqual(first.map(({ text }) => String(text)))
  })

  test.each([
    { what: 'another plan', ask: () => drawnBy(one, {}, newDrawing()), anew: shown },
    { what: 'an app for which a kind is off', ask: () => drawnBy(one, { device: { platform: 'android' } }), anew: shown },
    { what: 'another language', ask: () => drawnBy(one, { device: { languages: 'en' } }), anew: shown },
    { what: 'another page', ask: () => drawnBy(one, { surface: 'summer' }), anew: ['credit'] },
    { what: 'another line', ask: () => drawnBy(one, { line: stages.session(one).lines[1] }), anew: personal },
    { what: 'another customer', ask: () => drawnBy(other), anew: personal },
    {
      what: 'another device of the same languages',
      ask: () => drawnBy(one, { device: { platform: 'ios', formFactor: 'expanded' } }),
      anew: [],
    },
  ])('$what: $anew anew, and then kept beside the other', async ({ ask, anew }) => {
    await look()
    expect(await ask()).toEqual(anew)
    await look()
    expect(drawn).toEqual(anew)
  })

  test('its time is over at the next quarter of an hour, and no sooner', async () => {
    await look()
    stages.now += quarter - 1
    expect(await drawnBy()).toEqual([])
    stages.now += 1
    expect(await drawnBy()).toEqual(shown)
  })

  test('a clock that goes back finds nothing: it would show what is still to come', async () => {
    await look()
    stages.now -= 1
    expect(await drawnBy()).toEqual(shown)
  })

  test('a date on it that passes ends it to the millisecond', async () => {
    const resetsOn = stages.simulator.customers.find(({ id }) => id === one)?.lines[0]?.counters[0]?.resetsOn ?? new Date(Number.NaN)
    stages.now = resetsOn.getTime()
    await look()
    stages.now += 1
    const anew = await drawnBy()
    expect(anew).toContain('counters')
    expect(anew).not.toContain('welcome')
  })

  test('another release: everything anew, though nothing but its number is another', async () => {
    await look()
    await stages.publish(bodyWith({ t1Ms: 4 * hour, t2Ms: 8 * hour }))
    expect(await drawnBy()).toEqual(shown)
  })
})

describe('an answer that is another', () => {
  test('after a top-up: what is drawn from it, and nothing else', async () => {
    const session = stages.session('C-0014')
    await look('C-0014')
    const { visit } = await stages.choose(session)
    const input = { amountMinor: 1_000, idempotencyKey: 'one-tap-0001' }
    expect((await stages.bss.write(visit.scope, 'topUp', input)).status).toBe('ok')
    expect(await drawnBy('C-0014')).toEqual(['credit'])
  })

  test('after T1: a bill that is made of two answers is drawn anew when either is another', async () => {
    await open({ policy: { t1Ms: 5 * minute, t2Ms: 8 * hour } })
    await stages.publish({
      ...bodyWith({}),
      policies: { ...policiesFor({ t1Ms: 4 * hour, t2Ms: 8 * hour }), account: { t1Ms: 5 * minute, t2Ms: hour } },
    })
    await look()
    stages.now += 5 * minute - 1
    expect(await drawnBy()).toEqual([])
    stages.now += 1
    expect(await drawnBy()).toEqual(['latest-bill'])
  })
})

describe('what is not kept', () => {
  test('what is stale', async () => {
    await open({ policy: { t1Ms: minute, t2Ms: hour } })
    await look()
    stages.now += 2 * minute
    stages.simulator.faults.set('usage', { kind: 'error', status: 500 })
    for (const _ of ['at once', 'and again']) expect(await drawnBy()).toContain('counters')
    const stale = (await look()).find(({ content }) => content.content.id === 'counters')
    expect(String(stale?.text)).toContain('"state":"STALE"')
    expect(stale?.until).toBe(stages.now)
  })

  test.each(['BSS_UNAVAILABLE', 'DEADLINE', undefined] as const)('what has failed, or is late: %s', async (code) => {
    const chosen = await stages.choose(stages.session(one))
    const failed = { ...(code && { usage: { status: 'failed' as const, code } }) }
    const counters = chosen.loaded
      .filter(({ content }) => content.content.id === 'counters')
      .map(({ content }) => ({ content, outcomes: failed }))
    const [first] = drawAll({ ...chosen, loaded: counters })
    drawAll({ ...chosen, loaded: counters })
    expect(drawn).toEqual(['counters', 'counters'])
    expect(first?.until).toBe(stages.now)
  })

  test('what a kind could not make sense of, though the answer is fresh', async () => {
    const chosen = await stages.choose(stages.session(one))
    const broken = chosen.loaded
      .filter(({ content }) => content.content.id === 'counters')
      .map(({ content, outcomes }) => ({
        content,
        outcomes: { ...outcomes, usage: Object.create(outcomes.usage as object, { value: { value: { counters: 'none' } } }) as never },
      }))
    for (const _ of ['once', 'twice']) {
      const [tile] = drawAll({ ...chosen, loaded: broken })
      expect(String(tile?.text)).toContain('"state":"FAILED"')
      expect(tile?.until).toBe(stages.now)
    }
    expect(drawn).toEqual(['counters', 'counters'])
  })

  test('what is personal, where that is not wanted', async () => {
    await open({ maxBytes: 0 })
    await look()
    expect(await drawnBy()).toEqual(personal)
  })
})

describe('bounds', () => {
  test('what finds no room beside its answer is not kept, and the answer stays', async () => {
    // A quarter of it may be one entry: a few tiles of the same answer, no more.
    await open({ cacheBytes: 40_000 })
    const creditOnly = async (by: Drawing) => {
      const chosen = await stages.choose(stages.session(one))
      return drawAll({ ...chosen, loaded: chosen.loaded.filter(({ content }) => content.content.id === 'credit') }, by)
    }
    const drawings = Array.from({ length: 50 }, () => newDrawing())
    for (const by of drawings) await creditOnly(by)
    drawn = []
    for (const by of drawings) await creditOnly(by)
    expect(drawn.length).toBeGreaterThan(10)
    expect(drawn.length).toBeLessThan(40)
    expect(stages.simulator.calls.of('balance').total).toBe(1)
    expect(await cacheBytes()).toBeLessThan(40_000)
  })

  test('what is kept no longer weighs no longer', async () => {
    await look()
    const before = await cacheBytes()
    for (let count = 0; count < 15; count++) {
      stages.now += quarter
      expect(await drawnBy()).toEqual(shown)
    }
    expect(await cacheBytes()).toBe(before)
  })

  test('of one answer so many tiles are kept, the newest', async () => {
    const drawings = Array.from({ length: 100 }, () => newDrawing())
    for (const by of drawings) await look(one, {}, by)
    expect(await drawnBy(one, {}, drawings.at(-1))).toEqual([])
    expect(await drawnBy(one, {}, drawings[0])).toEqual(shown)
  })

  test('of many customers none pushes out another’s, also where a tile is made of the brand’s answer and of his own', async () => {
    const body = bodyWith({ t1Ms: 4 * hour, t2Ms: 8 * hour })
    const contents = body.contents.map((each) => (each.id === 'big-data' ? { ...each, fields: { ...each.fields, buyNow: true } } : each))
    await stages.publish({ ...body, contents })
    await look()
    for (const { id } of stages.simulator.customers.slice(0, 80)) await look(id)
    expect(await drawnBy()).toEqual([])
  })

  test('what is kept beside an answer is in the cache’s figure, and its text in that of the tiles', async () => {
    const chosen = await stages.choose(stages.session(one))
    const before = await cacheBytes()
    const bytes = drawAll(chosen)
      .filter(({ content }) => personal.includes(content.content.id))
      .reduce((sum, { text }) => sum + (text?.length ?? 0), 0)
    expect((await cacheBytes()) - before).toBeGreaterThan(100 * personal.length)
    expect(tiles.bytes).toBeGreaterThan(bytes)
  })

  test('what is older than there is room for is drawn anew, and no more is held than is said', async () => {
    await open({ maxBytes: 64_000 })
    await look()
    expect(await drawnBy()).toEqual([])
    for (const { id } of stages.simulator.customers.slice(0, 80)) {
      await look(id)
      expect(tiles.bytes).toBeLessThanOrEqual(64_000)
    }
    const texts = async () => (await look()).map(({ text }) => JSON.parse(String(text)) as { id: string })
    expect(await drawnBy()).toEqual(personal)
    expect((await texts()).map(({ id }) => id)).toEqual(shown)
    expect(await drawnBy()).toEqual([])
  })
})

test('what a home finds stays until it has been read, though the home itself makes that the oldest goes', async () => {
  await open({ maxBytes: 64_000 })
  const policies = { ...policiesFor({ t1Ms: 4 * hour, t2Ms: 8 * hour }), usage: { t1Ms: 1_000, t2Ms: hour } }
  await stages.publish({ ...bodyWith({}), policies })
  let anewBesideKept = 0
  // His counters are drawn anew each time, among those of all others, until it is they that push out what is left of his.
  for (const who of stages.simulator.customers.slice(0, 200).flatMap(({ id }) => [id, one])) {
    stages.now += 1_000
    const chosen = await stages.choose(stages.session(who))
    drawn = []
    expect(drawAll(chosen).flatMap(({ isShown, text, content }) => (isShown && !text ? [content.content.id] : []))).toEqual([])
    if (drawn.join() === 'counters') anewBesideKept++
  }
  expect(anewBesideKept).toBeGreaterThan(100)
})

describe('what all customers share is drawn once for all', () => {
  test('from content alone, and from what is the brand’s', async () => {
    const [first, second] = [await look(one), await look(other)]
    const textOf = (all: Tile[], id: string) => all.find(({ content }) => content.content.id === id)?.text
    for (const id of ['welcome', 'big-data']) expect(textOf(second, id)).toBe(textOf(first, id))
    for (const id of personal) expect(textOf(second, id)).not.toEqual(textOf(first, id))
    expect(drawn).toEqual([...shown, ...personal])
  })
})

test('a digest is made only where somebody asks for it, and is the same for what only grew older', async () => {
  const digests = (all: Tile[]) => all.map(({ digest }) => digest)
  const first = digests(await look())
  expect(new Set(first).size).toBe(shown.length)
  expect(digests(await look(one, {}, newDrawing(false)))).toEqual(shown.map(() => ''))
  stages.now += 5 * hour
  expect(digests(await look())).toEqual(first)
})
