import {
  clientPlatforms,
  colorSchemes,
  colorTokens,
  gridColumns,
  tones,
  type Content,
  type Placement,
  type ReleaseBody,
  type Surface,
} from '@mosaic/schemas/release'
import { attributes, checkRule, type RuleGroup } from '@mosaic/schemas/rules'
import { ruleGroups, rules } from '@mosaic/schemas/rules/testing'
import { checkContent, widgets, type Field } from '@mosaic/widgets'
import fc, { type Arbitrary } from 'fast-check'
import { policies } from './policies.ts'

/*
 * Random releases that go live: clusters and triggers over every attribute, contents of every kind with any of its fields, some of them within their
 * validity only, on several surfaces, and policies under which a system that fails does so soon, and stays failed while the clock stands still.
 */

/** How far from the day of the test what has a moment has it, in milliseconds. */
export const reachMs = 40 * 86_400_000

const zones = ['Europe/Rome', 'Europe/Rome', 'UTC', 'America/St_Johns', 'Pacific/Auckland', 'Asia/Kathmandu'] as const
/** What JSON, HTTP and languages stumble over. */
const texts = [
  'Ciao',
  'Hello',
  '',
  ' ',
  '"\\/\b\n\t',
  '\u2028\u2029\u0000\u007f',
  '</script>',
  '😀 è é',
  '\ud800',
  'ﷺ',
  '{amount}',
  '{date}',
]
const ids = { offers: ['OPT-GIGA-20', 'OPT-EUROPA', 'OPT-SMS', 'OPT-NOWHERE'], media: ['photo', 'missing'] } as const

const markdown = fc
  .array(fc.oneof(fc.constantFrom('## A', '- b', '**c** _d_', '[e](/)', '[f](https://example.com/?q=")', ''), text(40)), { maxLength: 5 })
  .map((lines) => lines.join('\n'))
const localized = fc.record({ it: text(40), en: text(40) }, { requiredKeys: [] })
const clockAttributes = attributes.filter(({ name, type }) => name.startsWith('now.') || type === 'date')

const size = { width: 800, height: 600 }
const photo = {
  id: 'photo',
  file: `${'0'.repeat(64)}.webp`,
  mime: 'image/webp' as const,
  ...size,
  focalX: 0.25,
  focalY: 1,
  alt: { it: 'Foto' },
}

/** @param today epoch milliseconds: what has a moment has it around this. */
export function releases(today: number): Arbitrary<ReleaseBody> {
  const sizes = fc.record({
    triggers: fc.integer({ min: 1, max: 6 }),
    homes: fc.integer({ min: 1, max: 3 }),
    contents: fc.integer({ min: 4, max: 14 }),
  })
  return sizes.chain((size) => {
    const contentIds = named('content', size.contents)
    const homeIds = named('home', size.homes)
    return fc
      .record<Omit<ReleaseBody, 'targets' | 'menus' | 'guides'>>({
        brand: brands,
        palettes: each(['palette-0', 'palette-1'], palette),
        triggers: each(named('trigger', size.triggers), (id) => fc.record({ id: fc.constant(id), name: fc.constant(id), rule })),
        clusters: clusters(named('trigger', size.triggers), homeIds),
        surfaces: each([...homeIds, 'landing-0'], (id) => surface(id, contentIds)),
        contents: each(contentIds, (id) => content(id, named('trigger', size.triggers), today)),
        media: fc.constant([photo]),
        policies,
      })
      .map((body): ReleaseBody => ({ ...body, targets: [], menus: [], guides: [] }))
  })
}

/* Of the versions that are sent, some are meant and others not. */
const killSwitches = fc.array(
  fc.record(
    {
      kind: fc.constantFrom(...Object.keys(widgets)),
      platform: fc.constantFrom(...clientPlatforms),
      from: fc.constantFrom('1', '5.2'),
      until: fc.constantFrom('5.2.0.1', '9'),
    },
    { requiredKeys: ['kind', 'platform'] },
  ),
  { maxLength: 4 },
)

const brands: Arbitrary<ReleaseBody['brand']> = fc.record({
  id: fc.constant('aurora'),
  name: fc.constant('Aurora'),
  locales: fc.constantFrom(['it', 'en'] as const, ['it'] as const).map((locales) => [...locales]),
  defaultLocale: fc.constant('it'),
  timeZone: fc.constantFrom(...zones),
  currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'EUR', 'JPY'),
  killSwitches,
})

/** Trees of any shape, simple ones of one or two comparisons, and those that only a clock decides. */
const simple = (from?: Parameters<typeof rules>[0]): Arbitrary<RuleGroup> =>
  fc.record({ combinator: fc.constantFrom('and', 'or'), rules: fc.array(rules(from), { minLength: 1, maxLength: 2 }) })
const rule = fc.oneof(ruleGroups(), simple(), simple(clockAttributes)).filter((group) => checkRule(group).length === 0)

function clusters(triggers: readonly string[], homes: readonly string[]): Arbitrary<ReleaseBody['clusters']> {
  const home = fc.constantFrom(...homes)
  const triggered = fc.array(fc.record({ trigger: fc.constantFrom(...triggers), home }), { maxLength: 4 })
  // Now and then there is none for everybody, and some customers have no home.
  const rest = fc.oneof({ weight: 19, arbitrary: fc.record({ home }).map((last) => [last]) }, fc.constant([]))
  return fc
    .tuple(triggered, rest)
    .map((parts) => parts.flat().map((cluster, index) => ({ id: `cluster-${index}`, name: '', priority: index, ...cluster })))
}

function surface(id: string, contentIds: readonly string[]): Arbitrary<Surface> {
  const type = id.startsWith('home') ? 'home' : 'landing'
  const placed = fc.shuffledSubarray([...contentIds], { minLength: Math.min(3, contentIds.length) })
  return fc.tuple(placed, fc.integer({ min: 1, max: 3 })).chain(([contents, sectionCount]) =>
    fc.record(
      {
        id: fc.constant(id),
        type: fc.constant(type as Surface['type']),
        name: fc.constant(id),
        title: localized,
        palette: fc.constantFrom('palette-0', 'palette-1'),
        sections: each(named('section', sectionCount), (section, index) => {
          const own = contents.filter((_, at) => at % sectionCount === index)
          return fc.record(
            { id: fc.constant(section), title: localized, scroll: fc.constantFrom('grid', 'carousel'), placements: each(own, placement) },
            { requiredKeys: ['id', 'scroll', 'placements'] },
          )
        }),
        commerceFirst: fc.boolean(),
      },
      { requiredKeys: ['id', 'type', 'name', 'title', 'palette', 'sections'] },
    ),
  )
}

function placement(id: string): Arbitrary<Placement> {
  const span = (columns: number) =>
    fc.record(
      { columns: fc.integer({ min: 1, max: columns }), rows: fc.integer({ min: 1, max: 3 }), order: fc.integer({ min: -3, max: 3 }) },
      { requiredKeys: ['columns', 'rows'] },
    )
  return fc.record({
    content: fc.constant(id),
    compact: span(gridColumns.compact),
    medium: span(gridColumns.medium),
    expanded: span(gridColumns.expanded),
  })
}

const action = fc.record(
  {
    label: localized,
    deepLink: fc.constantFrom('aurora://bills', 'aurora://x/é"'),
    webUrl: fc.constantFrom('/bills', 'https://example.com/?q="'),
    minAppVersion: fc.constantFrom('5', '5.2.1'),
  },
  { requiredKeys: ['label', 'deepLink', 'webUrl'] },
)

function content(id: string, triggers: readonly string[], today: number): Arbitrary<Content> {
  const moment = fc.integer({ min: today - reachMs, max: today + reachMs })
  const validity = fc
    .tuple(moment, moment, fc.subarray(['validFrom', 'validUntil'] as const))
    .filter(([one, other]) => one !== other)
    .map(([one, other, kept]) => {
      const whole = { validFrom: new Date(Math.min(one, other)).toISOString(), validUntil: new Date(Math.max(one, other)).toISOString() }
      return Object.fromEntries(kept.map((name) => [name, whole[name]]))
    })
  // Most have no conditions: a page with nothing on it says little.
  const conditions = fc.oneof(
    { weight: 5, arbitrary: fc.constant({}) },
    { weight: 2, arbitrary: fc.record({ trigger: fc.constantFrom(...triggers) }) },
    { weight: 3, arbitrary: validity },
  )
  const authored = fc.oneof(
    fc.constant({}),
    action.map((own) => ({ action: own })),
  )
  return fc
    .tuple(fc.constantFrom(...Object.values(widgets)), fc.constantFrom(...tones), authored, conditions)
    .chain(([{ kind, schemaVersion, fields }, tone, more, valid]) => {
      const required = Object.keys(fields).filter((name) => fields[name]?.required)
      const values = fc.record(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldValue(field, today)])), {
        requiredKeys: required,
      })
      return values.map((own): Content => ({ id, kind, schemaVersion, name: id, tone, fields: own, ...more, ...valid }))
    })
    .filter((made) => checkContent(made).length === 0)
}

function fieldValue(field: Field, today: number): Arbitrary<unknown> {
  const { input, options, maxLength, schema } = field
  switch (input) {
    case 'text':
    case 'textarea':
      return fc.record({ it: text(maxLength), en: text(maxLength) }, { requiredKeys: [] })
    case 'richText':
      return fc.record({ it: markdown, en: markdown }, { requiredKeys: [] })
    case 'number': {
      const { minimum = -100, maximum = 5_000 } = schema as { minimum?: number; maximum?: number }
      return fc.integer({ min: Math.ceil(minimum), max: Math.floor(maximum) })
    }
    case 'checkbox':
      return fc.boolean()
    case 'select':
    case 'icon':
      return fc.constantFrom(...(options ?? []).map(({ value }) => value))
    case 'date':
      return fc.integer({ min: today - reachMs, max: today + reachMs }).map((moment) => new Date(moment).toISOString())
    case 'url':
      return fc.constantFrom('https://example.com/?q="', 'https://example.com/é')
    case 'link':
      return action
    case 'rows':
      return rowValues(field, today)
    case 'media':
      return fc.constantFrom(...ids.media)
    case 'money':
      return fc
        .uniqueArray(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 8 })
        .map((sums) => sums.toSorted((a, b) => a - b))
    case 'offer':
      return fc.constantFrom(...ids.offers)
  }
}

/** Few rows, whose texts are there when they must be: with random ones hardly a list of many would pass. */
function rowValues({ of = {}, minRows = 1, maxRows = minRows }: Field, today: number): Arbitrary<unknown> {
  const values = Object.entries(of).map(([name, field]) => {
    const value = fieldValue(field, today)
    return [name, field.localized && field.required ? value.map((texts) => ({ en: 'Hello', ...(texts as object) })) : value] as const
  })
  const required = Object.keys(of).filter((name) => of[name]?.required)
  return fc.array(fc.record(Object.fromEntries(values), { requiredKeys: required }), {
    minLength: minRows,
    maxLength: Math.min(maxRows, minRows + 2),
  })
}

function palette(id: string): Arbitrary<ReleaseBody['palettes'][number]> {
  return fc.nat(0xffffff).map((value) => {
    const tokens = Object.fromEntries(
      colorTokens.map((token, index) => [token, `#${((value + index * 4_099) % 0x1000000).toString(16).padStart(6, '0')}`]),
    )
    return { id, name: id, schemes: Object.fromEntries(colorSchemes.map((scheme) => [scheme, tokens])) } as ReleaseBody['palettes'][number]
  })
}

function text(maxLength = 40): Arbitrary<string> {
  return fc.oneof(fc.constantFrom(...texts), fc.string({ unit: 'grapheme', maxLength: 12 })).map((value) => value.slice(0, maxLength))
}

function named(kind: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${kind}-${index}`)
}

function each<Item>(names: readonly string[], item: (name: string, index: number) => Arbitrary<Item>): Arbitrary<Item[]> {
  return fc.tuple(...names.map(item))
}
