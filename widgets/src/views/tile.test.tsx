import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { CropRatio } from '@mosaic/schemas/release'
import type { ImageView } from '../definition.ts'
import { widgets } from '../registry.ts'
import type { ActionView, WidgetView } from '../view-model.ts'
import type { WidgetViewComponent } from '../view-props.ts'
import { views } from '../views.ts'
import { colorProperties } from './colors.ts'
import { Picture, webAddress } from './parts.tsx'
import { Tile } from './tile.tsx'

const now = new Date('2026-11-22T10:00:00Z')
const open: ActionView = {
  __typename: 'OpenLink',
  id: 'a',
  label: { value: 'More', lang: 'en' },
  deepLink: 'aurora://x',
  webUrl: '/surface/x',
}
const widget = (own: Partial<WidgetView>): WidgetView => ({
  __typename: 'FutureWidget',
  id: 'w',
  kind: 'future',
  schemaVersion: 1,
  state: 'READY',
  title: { value: 'Title', lang: 'en' },
  fallback: { title: 'Fallback title', body: 'Fallback body', action: open },
  style: { tone: 'warning', surfaceToken: 'warning', onSurfaceToken: 'onWarning' },
  freshness: { source: 'bss', fetchedAt: '2026-11-22T09:48:00Z', staleAfter: now.toISOString(), expiresAt: now.toISOString() },
  tracking: { impressionId: 'i', visiblePercent: 50, visibleMs: 800, limit: 1 },
  accessibility: { label: 'What it says', liveRegion: false },
  ...own,
})
const render = (own: Partial<WidgetView>, known: Record<string, WidgetViewComponent> = {}) =>
  renderToStaticMarkup(<Tile widget={widget(own)} views={known} locale="en" now={now} runAction={() => {}} onRetry={() => {}} />)

describe('a tile', () => {
  it('is drawn by the view of its kind', () => {
    const html = render({ kind: 'known', known: { word: 'drawn' } }, { known: ({ payload }) => (payload as { word: string }).word })
    expect(html).toContain('drawn')
    expect(html).toContain('aria-label="What it says"')
    expect(html).toContain('--tile-surface:var(--color-warning)')
    expect(html).toContain('--tile-on-surface:var(--color-on-warning)')
  })

  it('is drawn in its own colours where it has some, also when it failed', () => {
    const [day, night] = ['#ffffff', 'url(x)'].map((hex) => Object.fromEntries(colorProperties([{ name: 'onSurface', hex }])))
    const drawn = (own: Partial<WidgetView>, colors?: Record<string, string>) =>
      renderToStaticMarkup(<Tile widget={widget(own)} views={{}} colors={colors} locale="en" now={now} runAction={() => {}} />)
    expect(drawn({}, day)).toContain('style="--color-on-surface:#ffffff;--tile-surface:var(--color-warning)')
    expect(drawn({ state: 'FAILED' }, day)).toContain('style="--color-on-surface:#ffffff"')
    for (const colors of [undefined, night]) expect(drawn({}, colors)).toContain('style="--tile-surface:')
  })

  it.each([
    ['of a kind nobody knows', {}],
    ['without a payload', { kind: 'known', known: null }],
    ['this build cannot draw', { kind: 'known', known: {}, state: 'UNSUPPORTED' as const }],
    ['with the name of something every object has', { kind: 'constructor' }],
  ])('%s is its text card', (_, own) => {
    const html = render(own, { known: () => 'drawn' })
    expect(html).toContain('Fallback title')
    expect(html).toContain('Fallback body')
    expect(html).toContain('href="/surface/x"')
    expect(html).not.toContain('drawn')
  })

  it.each([
    ['gauge', { gauge: { label: { value: 'Data', lang: 'en' }, ratio: 0.5, valueText: '12.5 GB', actions: [] } }, '12.5 GB'],
    ['banner', { banner: { headline: { value: 'Hello', lang: 'en' }, overlay: 'none', actions: [open] } }, 'Hello'],
    ['list', { list: { items: [{ id: '1', primary: 'First' }] } }, 'First'],
    ['buttons', { actions: [open] }, 'More'],
  ])('of an unknown kind that joined an archetype is drawn as a %s', (_, faces, text) => {
    const html = render(faces)
    expect(html).toContain(text)
    expect(html).not.toContain('Fallback')
  })

  describe('says how old its data is', () => {
    const aged = (source: string, fetchedAt = '2026-11-22T09:48:00Z') => ({
      freshness: { source, fetchedAt, staleAfter: now.toISOString(), expiresAt: now.toISOString() },
    })
    it('quietly while it is fresh', () => {
      expect(render(aged('balance'))).toContain('<p class="tile-age">Updated 12 min ago</p>')
      expect(render(aged('balance', '2026-11-22T09:59:30Z'))).toContain('Updated just now')
    })
    it('with a mark when it is older than it should be, whatever it is drawn from', () => {
      for (const source of ['balance', 'release']) {
        expect(render({ state: 'STALE', ...aged(source) })).toMatch(/<p class="stale-badge"><svg.*Updated 12 min ago<\/p>/)
      }
      expect(render({ state: 'STALE', ...aged('balance') })).not.toContain('tile-age')
    })
    it('also on the text card of an app that cannot draw it', () => {
      expect(render({ state: 'UNSUPPORTED', ...aged('balance') })).toContain('Updated 12 min ago')
    })
    it.each([
      ['the editors wrote', {}, 'release'],
      ['nobody knows', {}, 'none'],
      ['failed', { state: 'FAILED' as const }, 'balance'],
    ])('but not of what %s', (_, own, source) => {
      expect(render({ ...own, ...aged(source) })).not.toContain('Updated')
    })
  })

  it('that failed says so calmly, and offers to retry only what may get better', () => {
    const issue = { code: 'BSS_TIMEOUT', message: 'Late', retryable: true }
    expect(render({ state: 'FAILED', issue })).toMatch(/Fallback body.*<button[^>]*aria-label="Try again: Fallback title"/)
    expect(render({ state: 'FAILED', issue: { ...issue, retryable: false } })).not.toContain('<button')
    expect(render({ state: 'FAILED', issue })).not.toContain('--color-warning')
  })

  it('marks words of another language', () => {
    expect(render({ actions: [{ ...open, label: { value: 'Scopri', lang: 'it' } }] })).toContain('<span lang="it">Scopri</span>')
  })
})

describe('a picture', () => {
  const image = { url: '/whole.webp', width: 1600, height: 900, focalX: 0.25, focalY: 0.5, alt: 'A sun' }
  const crops = ['1:1', '3:1'].map((ratio) => ({ ratio, url: `/${ratio.replace(':', 'x')}.webp`, width: 480, height: 160 }))
  const html = (own: Partial<ImageView>, ratio: CropRatio, wide?: CropRatio) =>
    renderToStaticMarkup(<Picture image={{ ...image, ...own }} ratio={ratio} {...(wide && { wide })} />)

  it('is the crop that is nearest to its box, cut where the whole one would be', () => {
    expect(html({ crops }, '1:1')).toMatch(/^<img .*src="\/1x1.webp".*object-position:25% 50%/)
    expect(html({ crops }, '1:1', '3:1')).toMatch(
      /^<picture><source media="[^"]+" srcSet="\/3x1.webp"\/><img .*src="\/1x1.webp".*<\/picture>$/,
    )
  })
  it('is the whole image where there is no such crop', () => {
    for (const own of [{}, { crops: [] }, { crops }]) expect(html(own, '16:9')).toMatch(/^<img .*src="\/whole.webp"/)
    expect(html({}, '1:1', '3:1')).toMatch(/^<img .*src="\/whole.webp"/)
  })
})

describe('every kind of this build', () => {
  it('has a view under its own name', () => {
    expect(Object.keys(views)).toEqual(Object.keys(widgets))
  })
})

describe('a web address', () => {
  it.each(['/surface/x', 'https://shop.example/a', 'http://127.0.0.1/a', 'tel:+390212345', 'tel:119'])('%s may be opened', (url) =>
    expect(webAddress(url)).toBe(url),
  )
  it.each([
    'javascript:alert(1)',
    '//evil.example',
    '/\\evil.example',
    'data:text/html,x',
    'mosaic://home',
    'tel:1',
    'tel:119,,1',
    'tel:*21*333#',
    '',
  ])('%s may not', (url) => {
    expect(webAddress(url)).toBeUndefined()
  })
})
