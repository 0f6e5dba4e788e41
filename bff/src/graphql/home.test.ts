import type { MethodName } from '@mosaic/schemas/bss'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { content, placement, releaseBody, surface } from '../testing/release-body.ts'
import { homeDocument, startSystem, type System, type Tile } from '../testing/system.ts'

/* The whole path over real HTTP: token → GraphQL → cluster → BSS → widgets. Customers are the simulator's personas. */
const inDebt = 'C-0001'
const businessFleet = 'C-0005'
const lowCredit = 'C-0009'
const goodCredit = 'C-0014'
const family = 'C-0018'
const english = 'C-0019'

let system: System
/** Moves time for the BFF alone, so that cached BSS data ages while tokens stay good. */
let ahead = 0
beforeAll(async () => {
  system = await startSystem({ env: { FACTS_DEADLINE_MS: '600' } })
})
afterAll(() => system.close())

async function home(customer: string, variables: Record<string, unknown> = {}, headers: Record<string, string> = {}) {
  const { status, body } = await system.ask(customer, homeDocument, variables, headers)
  return { status, errors: body.errors, me: body.data?.me, mosaic: body.data?.mosaic } as const
}
const states = (mosaic: { widgets: Tile[] }) => Object.fromEntries(mosaic.widgets.map(({ id, state }) => [id, state]))
const ids = (mosaic: { widgets: Tile[] }) => mosaic.widgets.map(({ id }) => id)

describe('each customer gets the home of his cluster', () => {
  test.each([
    { customer: inDebt, first: 'latest-bill', has: ['debt'] },
    { customer: lowCredit, first: 'credit', has: ['welcome'] },
    { customer: goodCredit, first: 'credit', has: ['recharge', 'big-data'] },
  ])('$customer', async ({ customer, first, has }) => {
    const { errors, mosaic } = await home(customer)
    expect(errors).toBeUndefined()
    expect(ids(mosaic)[0]).toBe(first)
    expect(ids(mosaic)).toEqual(expect.arrayContaining(has))
    expect(new Set(Object.values(states(mosaic)))).toEqual(new Set(['READY']))
  })

  test('a trigger leaves a content out for those it is not about', async () => {
    const { mosaic } = await home(businessFleet)
    expect(ids(mosaic)).toContain('latest-bill')
    expect(ids(mosaic)).not.toContain('debt')
  })

  test('another line of the same customer may have another home', async () => {
    const own = (await home(family)).me.lines.map(({ id }: { id: string }) => id)
    expect(own).toHaveLength(4)
    const postpaid = (await home(family, { line: own[0] })).mosaic
    const prepaid = (await home(family, { line: own[2] })).mosaic
    expect(postpaid.line).toBe(own[0])
    expect(ids(postpaid)).toContain('latest-bill')
    expect(ids(prepaid)).toEqual(['credit', 'welcome'])
  })

  test('nothing in the answer names a cluster', async () => {
    const { text } = await system.ask(lowCredit, `{ mosaic { id revision widgets { id tracking { impressionId context variant } } } }`)
    expect(text).not.toMatch(/low-credit/)
  })
})

describe('the answer', () => {
  test('speaks the language that was asked for, else the customer’s', async () => {
    expect((await home(goodCredit)).mosaic.greeting).toMatchObject({ value: expect.stringMatching(/^Buon.*, Chiara$/), lang: 'it' })
    expect((await home(english)).mosaic.greeting).toMatchObject({ value: expect.stringMatching(/^Good .*, Emily$/), lang: 'en' })
    expect((await home(goodCredit, {}, { 'accept-language': 'de, en-GB;q=0.8' })).mosaic.greeting.lang).toBe('en')
  })

  test('tells the customer and his lines', async () => {
    const { me } = await home(goodCredit)
    expect(me).toMatchObject({ id: goodCredit, name: 'Chiara Rizzo', lines: [{ kind: 'voice', device: 'smartphone' }] })
    expect(me.lines[0]?.msisdn).toMatch(/^\d{9,}$|^\+?39\d+$/)
  })

  test('has an etag that stays as long as nothing changes', async () => {
    const etags = [await home(goodCredit), await home(goodCredit)].map(({ mosaic }) => mosaic.etag)
    expect(etags[0]).toBe(etags[1])
    expect((await home(lowCredit)).mosaic.etag).not.toBe(etags[0])
  })

  test('has four palettes, a layout that names only its widgets, and an age on every widget', async () => {
    const { mosaic } = await home(goodCredit, { formFactor: 'EXPANDED' })
    expect(mosaic.theme.palettes.map(({ scheme }: { scheme: string }) => scheme).sort()).toEqual([
      'DARK',
      'DARK_HIGH_CONTRAST',
      'LIGHT',
      'LIGHT_HIGH_CONTRAST',
    ])
    expect(mosaic.layout.columns).toBe(12)
    const placed = mosaic.layout.sections.flatMap(({ placements }: { placements: { widgetId: string }[] }) =>
      placements.map(({ widgetId }) => widgetId),
    )
    expect(placed.sort()).toEqual(ids(mosaic).sort())
    for (const { freshness } of mosaic.widgets) expect(Date.parse(freshness.fetchedAt)).not.toBeNaN()
    expect(Date.parse(mosaic.expiresAt)).toBeGreaterThan(Date.parse(mosaic.composedAt))
  })

  test('brings the colours of widgets that have their own, once, and of no other page’s', async () => {
    const { theme, themes, widgets } = (await home(inDebt)).mosaic
    const named = Object.fromEntries(widgets.map(({ id, style }: Tile) => [id, style.themeId]))
    expect(named).toMatchObject({ 'latest-bill': 'night', welcome: 'night', counters: null })
    const [night, ...others] = themes
    expect(others).toEqual([])
    expect(night).toMatchObject({ id: 'night', palettes: theme.palettes.map(({ scheme }) => ({ scheme })) })
    expect(new Set(night?.palettes.flatMap(({ tokens }) => tokens.map(({ hex }) => hex)))).toEqual(new Set(['#abcdef']))
  })

  test('a landing page can be asked for by name; other homes and unknown pages cannot', async () => {
    expect(ids((await home(goodCredit, { surface: 'summer' })).mosaic)).toEqual(['welcome'])
    for (const surface of ['home-postpaid', 'nowhere', '__proto__']) {
      const { errors } = await home(goodCredit, { surface })
      expect(errors?.[0]?.extensions?.code).toBe('SURFACE_NOT_FOUND')
    }
  })

  test('an app that draws only the archetypes or nothing still gets its home', async () => {
    const banners = await system.ask(
      goodCredit,
      `{ mosaic { widgets { __typename id state ... on BannerLike { banner { headline { value } } } } } }`,
    )
    const byId = new Map(banners.body.data.mosaic.widgets.map((tile) => [tile.id, tile]))
    expect(byId.get('big-data')).toMatchObject({ state: 'READY', banner: { headline: expect.anything() } })
    expect(byId.get('credit')?.state).toBe('UNSUPPORTED')

    const cards = await system.ask(goodCredit, `{ mosaic { widgets { __typename id state fallback { title } } } }`)
    for (const tile of cards.body.data.mosaic.widgets)
      expect(tile).toMatchObject({ __typename: 'TextCardWidget', fallback: { title: expect.stringMatching(/./) } })
  })
})

describe('a back-end that fails costs its own tiles and no others', () => {
  beforeEach(() => freshSystem())
  afterEach(() => system.simulator.reset())

  test('a cluster’s fact that cannot be had is unknown: the customer falls to a later cluster, never into a wrong one', async () => {
    system.simulator.faults.set('balance', { kind: 'hang' })
    const { errors, mosaic } = await home(lowCredit)
    expect(errors).toBeUndefined()
    expect(states(mosaic)).toMatchObject({ credit: 'FAILED', counters: 'READY', welcome: 'READY' })
  })

  test('a trigger whose fact cannot be had shows nothing', async () => {
    system.simulator.faults.set('account', { kind: 'error', status: 503 })
    const { mosaic } = await home(inDebt)
    expect(ids(mosaic)).not.toContain('debt')
    expect(states(mosaic)).toMatchObject({ counters: 'READY', 'my-lines': 'READY' })
  })

  test('with every system down the home is still a home', async () => {
    system.simulator.faults.set('all', { kind: 'error', status: 500 })
    const { status, errors, me, mosaic } = await home(goodCredit)
    expect({ status, errors }).toEqual({ status: 200, errors: undefined })
    expect(me.lines).toEqual([{ id: mosaic.line, label: 'Linea 1', msisdn: '', kind: 'unknown', device: 'unknown' }])
    expect(states(mosaic)).toMatchObject({ credit: 'FAILED', welcome: 'READY' })
  })

  test('sloppy answers of real systems give the same home', async () => {
    const strict = states((await home(goodCredit)).mosaic)
    await freshSystem()
    system.simulator.faults.set('all', { kind: 'sloppy' })
    expect(states((await home(goodCredit)).mosaic)).toEqual(strict)
    for (const customer of [inDebt, businessFleet, family])
      expect(new Set(Object.values(states((await home(customer)).mosaic)))).toEqual(new Set(['READY']))
  })

  test('data that can no longer be renewed is shown with its age', async () => {
    await home(goodCredit)
    ahead = 60_000
    system.simulator.faults.set('balance', { kind: 'error', status: 500 })
    const { mosaic } = await home(goodCredit)
    const credit = mosaic.widgets.find(({ id }: Tile) => id === 'credit')
    expect(credit).toMatchObject({ state: 'STALE', balance: expect.anything() })
    expect(Date.parse(mosaic.composedAt) - Date.parse(credit?.freshness.fetchedAt ?? '')).toBeGreaterThanOrEqual(60_000)
  })

  test('a hundred customers’ taps at once cost one call to each system', async () => {
    const homes = await Promise.all(Array.from({ length: 100 }, () => home(goodCredit)))
    expect(homes.every(({ errors }) => errors === undefined)).toBe(true)
    for (const method of ['lines', 'balance', 'usage', 'offers'] satisfies MethodName[])
      expect(system.simulator.calls.of(method).total).toBe(1)
  })
})

describe('publishing', () => {
  beforeEach(() => freshSystem())

  test('takes a widget’s own colours away again', async () => {
    const themes = async () => (await home(inDebt)).mosaic.themes
    expect(await themes()).toHaveLength(1)
    await system.publish(releaseBody({ contents: releaseBody().contents.map((content) => ({ ...content, palette: undefined })) }), {
      number: 2,
    })
    await expect.poll(themes, { timeout: 10_000 }).toEqual([])
  })

  test('a new title is live for the cluster it is for, and for no other', async () => {
    const title = async (customer: string) => {
      const { mosaic } = await home(customer)
      return mosaic.widgets.find(({ id }: Tile) => id === 'hello')?.banner?.headline.value
    }
    const withHello = (headline: string) => {
      const body = releaseBody()
      body.contents.push(content('hello', 'banner', { headline: { it: headline, en: headline } }))
      body.surfaces[0]?.sections[0]?.placements.push(placement('hello'))
      return body
    }
    await system.publish(withHello('Ciao'), { number: 2 })
    await expect.poll(() => title(lowCredit), { timeout: 10_000 }).toBe('Ciao')
    await system.publish(withHello('Salve'), { number: 3 })
    await expect.poll(() => title(lowCredit), { timeout: 10_000 }).toBe('Salve')
    expect(await title(goodCredit)).toBeUndefined()
  })

  test('care stands before commerce, unless an editor has decided otherwise', async () => {
    const shopFirst = (commerceFirst: boolean) => {
      const page = surface('home-everyone', ['welcome', 'big-data', 'credit', 'my-lines'])
      return releaseBody({ surfaces: [...releaseBody().surfaces.filter(({ id }) => id !== page.id), { ...page, commerceFirst }] })
    }
    await system.publish(shopFirst(false), { number: 2 })
    await system.bff.engine.check()
    expect(ids((await home(goodCredit)).mosaic)).toEqual(['welcome', 'credit', 'my-lines', 'big-data'])
    await system.publish(shopFirst(true), { number: 3 })
    await system.bff.engine.check()
    expect(ids((await home(goodCredit)).mosaic)).toEqual(['welcome', 'big-data', 'credit', 'my-lines'])
  })

  test('a policy of the release holds from the next call on', async () => {
    system.simulator.faults.set('usage', { kind: 'error', status: 500 })
    const policy = { readTimeoutMs: 500, poolSize: 2, connectionWaitMs: 100, retries: 3, retryWaitMs: 0, t1Ms: 0, t2Ms: 0 }
    await system.publish(releaseBody({ policies: { usage: policy } }), { number: 2 })
    await system.bff.engine.check()
    await home(goodCredit)
    expect(system.simulator.calls.of('usage').total).toBe(4)
  })

  test('validity dates are kept to the moment', async () => {
    const now = Date.now()
    const body = releaseBody()
    const at = (ms: number) => new Date(now + ms).toISOString()
    body.contents = body.contents.map((one) =>
      one.id === 'welcome' ? { ...one, validFrom: at(3_600_000), validUntil: at(7_200_000) } : one,
    )
    await system.publish(body, { number: 2 })
    await system.bff.engine.check()
    const isShown = async () => ids((await home(goodCredit)).mosaic).includes('welcome')
    expect(await isShown()).toBe(false)
    ahead = 3_700_000
    expect(await isShown()).toBe(true)
    ahead = 7_300_000
    expect(await isShown()).toBe(false)
  })
})

/** A BFF with nothing in its cache, on the simulator's own time until a test moves ahead. */
async function freshSystem(): Promise<void> {
  await system.close()
  ahead = 0
  system = await startSystem({ env: { FACTS_DEADLINE_MS: '600' }, bffNow: () => new Date(Date.now() + ahead) })
}
