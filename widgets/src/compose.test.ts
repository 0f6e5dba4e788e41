import { describe, expect, expectTypeOf, test } from 'vitest'
import type { Content } from '@mosaic/schemas/release'
import type { LocalizedText } from '@mosaic/schemas/text'
import { composeWidget, isLeftOut, type ComposeInput } from './compose.ts'
import { defineWidget, type BannerView, type WidgetDefinition } from './definition.ts'
import { select, text, type FieldValues } from './fields.ts'
import { createFormat } from './format.ts'
import { widgets } from './registry.ts'
import { isShared } from './shared.ts'
import { answered, fixtureInput } from './testing/fixture.ts'
import { widget } from './testing/inspect.ts'

const now = '2026-11-22T10:00:00.000Z'

describe('composeWidget', () => {
  test('leaves out a kind it does not know, and names that are no kinds', () => {
    for (const kind of ['hologram', 'constructor', 'toString']) {
      expect(composeWidget(inputFor({ ...content, kind }))).toEqual({ leftOut: 'roaming', reason: 'UNKNOWN_KIND' })
    }
  })

  test('names the theme of a content that has colours of its own', () => {
    const style = { tone: 'neutral', surfaceToken: 'surface', onSurfaceToken: 'onSurface' }
    expect(widget(composeWidget(inputFor(content))).style).toEqual(style)
    expect(widget(composeWidget(inputFor({ ...content, palette: 'night' }))).style).toEqual({ ...style, themeId: 'night' })
  })

  test('a presenter that throws costs its own widget: FAILED, not to be retried, with the kind’s fallback', () => {
    const view = widget(composeWidget(inputFor(content, { present: explode })))
    expect(view).toMatchObject({
      state: 'FAILED',
      issue: { code: 'WIDGET_ERROR', retryable: false },
      fallback: { title: 'Roaming' },
      freshness: { source: 'none', fetchedAt: now, expiresAt: now },
    })
  })

  test('a fallback that throws or is empty gives way to the kind’s name', () => {
    for (const fallback of [explode, () => ({ title: '' })]) {
      expect(widget(composeWidget(inputFor(content, { present: explode, fallback }))).fallback.title).toBe('Roaming nel mondo')
    }
  })

  test('fields that are not the kind’s never reach its presenter', () => {
    const view = widget(composeWidget(inputFor({ ...content, fields: { title: 5 } })))
    expect(view).toMatchObject({ state: 'FAILED', issue: { code: 'WIDGET_ERROR' }, fallback: { title: 'Roaming nel mondo' } })
  })

  test('a value that breaks its method’s contract is a bad answer', () => {
    const outcomes = { offers: answered('offers', [{ id: 7 }], false, new Date(now)) } as ComposeInput['outcomes']
    const view = composeWidget({ ...inputFor(content, { needs: ['offers'] }), outcomes })
    expect(view).toMatchObject({ state: 'FAILED', issue: { code: 'BSS_BAD_ANSWER', retryable: true } })
  })

  test('passes on how long to wait before a retry', () => {
    const outcomes: ComposeInput['outcomes'] = { offers: { status: 'failed', code: 'BSS_UNAVAILABLE', retryAfterSeconds: 30 } }
    expect(composeWidget({ ...inputFor(content, { needs: ['offers'] }), outcomes })).toMatchObject({ issue: { retryAfterSeconds: 30 } })
  })

  test('is as old as its oldest answer, and good only as long as the first that runs out', () => {
    const at = (minutes: number) => new Date(Date.parse(now) + minutes * 60_000)
    const outcome = (value: never[], source: string, fetched: number, stale: number, expires: number) =>
      ({ status: 'ok', value, isStale: false, source, fetchedAt: at(fetched), staleAfter: at(stale), expiresAt: at(expires) }) as const
    const outcomes: ComposeInput['outcomes'] = { offers: outcome([], 'cache', -9, 6, 8), bills: outcome([], 'bss', -1, 2, 90) }
    expect(composeWidget({ ...inputFor(content, { needs: ['offers', 'bills'] }), outcomes })).toMatchObject({
      freshness: { source: 'cache', fetchedAt: at(-9).toISOString(), staleAfter: at(2).toISOString(), expiresAt: at(8).toISOString() },
    })
  })

  test('asks only for the needs of this content', () => {
    const definition = { needs: ['offers', 'bills'], needsOf: () => [] } as const
    expect(composeWidget({ ...inputFor(content, definition), outcomes: {} })).toMatchObject({ state: 'READY' })
  })

  test('sends an authored action only when both its links are safe', () => {
    const label = { it: 'Apri', en: 'Open' }
    const link = (deepLink: string, webUrl: string) =>
      widget(composeWidget(inputFor({ ...content, action: { label, deepLink, webUrl } }))).action
    expect(link('aurora://bills', '/bills')).toMatchObject({ __typename: 'OpenLink', id: 'roaming:open', deepLink: 'aurora://bills' })
    expect(link('javascript://%0aalert(1)', '/bills')).toBeUndefined()
    expect(link('aurora://bills', '//evil.example')).toBeUndefined()
    expect(link('aurora://bills', 'javascript:alert(1)')).toBeUndefined()
    for (const broken of ['Apri', null, 7]) {
      const action = { label: broken as never, deepLink: 'aurora://bills', webUrl: '/bills' }
      expect(widget(composeWidget(inputFor({ ...content, action }))).action).toBeUndefined()
    }
  })

  test('an impression is the same for everybody who sees this content of this release', () => {
    const one = widget(composeWidget(inputFor(content)))
    const other = widget(composeWidget({ ...inputFor(content), release: { number: 8, createdAt: now } }))
    expect(one.tracking).toMatchObject({ impressionId: 'roaming@7', visiblePercent: 50, visibleMs: 800, limit: 1 })
    expect(other.tracking.impressionId).toBe('roaming@8')
  })
})

describe('what of a tile is the same for everybody', () => {
  const action = { label: { it: 'Apri', en: 'Open' }, deepLink: 'aurora://bills', webUrl: '/bills' }
  const written = { ...content, palette: 'night', fields: { title: { it: 'Roaming', en: 'Roaming abroad' } }, action }
  const present: WidgetDefinition['present'] = ({ fields, text }) => ({
    title: text(fields['title'] as LocalizedText),
    payload: {},
    accessibility,
  })
  const input = inputFor(written, { present })
  const compose = (changes: Partial<ComposeInput> = {}) => widget(composeWidget({ ...input, ...changes }))
  const parts = ['title', 'action', 'fallback', 'style', 'tracking'] as const

  test('is the very same each time, whoever asks and when', () => {
    const [one, other] = [compose(), compose({ now: new Date('2026-12-01T08:00:00.000Z'), lineId: 'L-1' })]
    for (const part of parts) expect(other[part]).toBe(one[part])
    for (const part of parts) expect(isShared(one[part] as object)).toBe(true)
    expect(isShared(one.freshness)).toBe(false)
  })

  test('is never changed', () => {
    const one = compose()
    expect(() => Object.assign(one.fallback, { title: 'other' })).toThrow(TypeError)
    expect(() => Object.assign(one.action?.label ?? {}, { value: 'other' })).toThrow(TypeError)
  })

  test('is another in another language, and in another release', () => {
    const english = compose({ format: createFormat('en', 'Europe/Rome', () => new Date(now)) })
    expect(english.title).toEqual({ value: 'Roaming abroad', lang: 'en' })
    expect(english.action?.label).toEqual({ value: 'Open', lang: 'en' })
    expect(compose().title).toEqual({ value: 'Roaming', lang: 'it' })
    for (const number of [1, 2, 1]) expect(compose({ release: { number, createdAt: now } }).tracking.impressionId).toBe(`roaming@${number}`)
  })
})

describe('a ninth kind, whoever asks', () => {
  const definition: Partial<WidgetDefinition> = {
    archetypes: ['BannerLike'],
    present: () => ({ payload: {}, banner: face, accessibility }),
    variants: [{ kind: 'banner', present: () => ({ payload: face, banner: face, accessibility }) }],
  }
  test.each([
    ['its own type', ['RoamingWidget', 'BannerWidget', 'BannerLike'], 'RoamingWidget', 'READY', undefined],
    ['the type of a simpler kind', ['BannerWidget', 'BannerLike'], 'BannerWidget', 'READY', 'banner'],
    ['its archetype', ['BannerLike', 'UsageWidget'], 'RoamingWidget', 'READY', undefined],
    ['nothing of it', ['UsageWidget'], 'TextCardWidget', 'UNSUPPORTED', undefined],
  ])('an app that knows %s', (_, names, type, state, variant) => {
    const view = widget(composeWidget({ ...inputFor(content, definition), capabilities: new Set(names) }))
    expect(view).toMatchObject({ __typename: type, state })
    expect(view.tracking.variant).toBe(variant)
  })

  test('a kind without an archetype of its own is drawn by that of its variant', () => {
    const only = inputFor(content, { ...definition, archetypes: [] })
    expect(composeWidget({ ...only, capabilities: new Set(['BannerLike']) })).toMatchObject({ __typename: 'BannerWidget', state: 'READY' })
  })

  test.each([
    ['GaugeLike', {}],
    ['BannerLike', {}],
    ['ListLike', { list: { items: [] } }],
    ['ActionsLike', { actions: [] }],
  ] satisfies [WidgetDefinition['archetypes'][number], object][])(
    'an app that knows only %s gets text where that is empty, and not an empty tile',
    (archetype, faces) => {
      const empty: Partial<WidgetDefinition> = {
        archetypes: [archetype],
        present: () => ({ payload: {}, summary: 'Domani', accessibility, ...faces }),
      }
      const ask = (names: string[]) => composeWidget({ ...inputFor(content, empty), capabilities: new Set(names) })
      expect(ask([archetype])).toMatchObject({ __typename: 'TextCardWidget', state: 'UNSUPPORTED', fallback: { body: 'Domani' } })
      expect(ask([archetype, 'RoamingWidget'])).toMatchObject({ __typename: 'RoamingWidget', state: 'READY' })
    },
  )

  test('what has nothing to show is left out for old apps too', () => {
    const composed = composeWidget({ ...inputFor(content, { present: () => ({ leaveOut: 'NOTHING' }) }), capabilities: new Set() })
    expect(isLeftOut(composed) && composed.reason).toBe('NOTHING')
  })
})

describe('a kind that is switched off for an app', () => {
  const definition: Partial<WidgetDefinition> = {
    archetypes: ['BannerLike'],
    variants: [{ kind: 'banner', present: () => ({ payload: face, banner: face, accessibility }) }],
  }
  const drawsAll = new Set(['RoamingWidget', 'BannerWidget', 'BannerLike'])
  test.each([
    ['goes as its variant', ['roaming'], drawsAll, 'BannerWidget', 'READY'],
    ['goes as its variant where anything can be drawn', ['roaming'], undefined, 'BannerWidget', 'READY'],
    ['never under its own name by its archetype, but under the variant’s', ['roaming'], new Set(['BannerLike']), 'BannerWidget', 'READY'],
    ['is text where its variant is off as well', ['roaming', 'banner'], drawsAll, 'TextCardWidget', 'UNSUPPORTED'],
    ['is text where anything could be drawn', ['roaming', 'banner'], undefined, 'TextCardWidget', 'UNSUPPORTED'],
    ['is itself while only its variant is off', ['banner'], drawsAll, 'RoamingWidget', 'READY'],
  ])('%s', (_, off, capabilities, type, state) => {
    const view = widget(composeWidget({ ...inputFor(content, definition), capabilities, switchedOff: new Set(off) }))
    expect(view).toMatchObject({ __typename: type, state })
  })

  test('its card says so, and sends nobody to the store', () => {
    const input = { ...inputFor(content), capabilities: drawsAll }
    expect(composeWidget({ ...input, switchedOff: new Set(['roaming']) })).toMatchObject({
      issue: { code: 'SWITCHED_OFF', retryable: false },
    })
    expect(composeWidget({ ...input, capabilities: new Set() })).toMatchObject({ issue: { code: 'UNSUPPORTED' } })
  })
})

test('the values of fields are typed as their descriptions say', () => {
  const fields = {
    title: text({ label: { it: 'Titolo', en: 'Title' }, required: true }),
    size: select({ label: { it: 'Misura', en: 'Size' }, options: [option('s'), option('l')] }),
  }
  expectTypeOf<FieldValues<typeof fields>>().toEqualTypeOf<{ title: { it?: string; en?: string }; size: 's' | 'l' | undefined }>()
})

function option<const V extends string>(value: V) {
  return { value, label: { it: value, en: value } }
}

const accessibility = { label: 'Roaming', liveRegion: false }
const face: BannerView = { headline: { value: 'Roaming', lang: 'it' }, overlay: 'none', actions: [] }

const roaming: WidgetDefinition = defineWidget({
  kind: 'roaming',
  type: 'RoamingWidget',
  schemaVersion: 1,
  label: { it: 'Roaming nel mondo', en: 'World roaming' },
  description: { it: 'Dove si può usare il telefono', en: 'Where the phone works' },
  purpose: 'care',
  archetypes: [],
  fields: { title: text({ label: { it: 'Titolo', en: 'Title' } }) },
  needs: [],
  present: () => ({ payload: {}, accessibility }),
  fallback: () => ({ title: 'Roaming' }),
  fallbackImpact: 'A text card.',
  deadlineMs: 100,
  span: { compact: { columns: 4, rows: 1 }, medium: { columns: 4, rows: 1 }, expanded: { columns: 4, rows: 1 } },
})

const content: Content = { id: 'roaming', kind: 'roaming', schemaVersion: 1, name: 'Roaming', tone: 'neutral', fields: {} }

function inputFor(of: Content, own: Partial<WidgetDefinition> = {}): ComposeInput {
  const base = fixtureInput({ name: '', content: of, data: {}, now, locale: 'it', expected: { leftOut: '', reason: '' } })
  return { ...base, definitions: { ...widgets, roaming: { ...roaming, ...own } } }
}

function explode(): never {
  throw new Error('broken on purpose')
}
