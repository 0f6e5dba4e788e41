import fc, { type Arbitrary } from 'fast-check'
import { methodNames } from '../../bss/index.ts'
import { policies } from '../../bss/testing/policies.ts'
import { ruleGroups } from '../../rules/testing/arbitraries.ts'
import {
  clientPlatforms,
  colorSchemes,
  colorTokens,
  cropRatios,
  tones,
  type Content,
  type Crop,
  type Manifest,
  type Media,
  type Placement,
  type ReleaseBody,
  type Surface,
} from '../types.ts'

/* Random release bodies that are right: every shape, every reference, every rule. */

const texts = fc.string({ unit: 'grapheme', maxLength: 12 })
const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
const localized = fc.record({ it: texts, en: texts }, { requiredKeys: [] })
const hex = fc.nat(0xffffff).map((value) => `#${value.toString(16).padStart(6, '0')}`)
const sha = fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }).map((value) => value.toString(16).padStart(64, '0'))
const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
const json = fc.jsonValue({ maxDepth: 2 }).map((value): unknown => JSON.parse(JSON.stringify(value)))

const tokens = record(colorTokens, hex)
const action = fc.record(
  {
    label: localized,
    deepLink: fc.constant('mosaic://bills'),
    webUrl: fc.constantFrom('/bills', 'https://example.com'),
    minAppVersion: fc.constantFrom('5', '5.2', '5.2.1'),
  },
  { requiredKeys: ['label', 'deepLink', 'webUrl'] },
)
const killSwitch = fc.record(
  {
    kind: fc.constantFrom('balance', 'usage'),
    platform: fc.constantFrom(...clientPlatforms),
    from: fc.constantFrom('1', '1.0.5'),
    until: fc.constantFrom('1.5', '2.0.0.1'),
  },
  { requiredKeys: ['kind', 'platform'] },
)
const span = (columns: number) =>
  fc.record(
    { columns: fc.integer({ min: 1, max: columns }), rows: fc.integer({ min: 1, max: 6 }), order: fc.integer({ min: -9, max: 9 }) },
    { requiredKeys: ['columns', 'rows'] },
  )
/** How many of everything: the parts are then drawn with ids that lead to each other. */
const sizes = fc.record({
  palettes: fc.integer({ min: 1, max: 2 }),
  triggers: fc.nat(3),
  surfaces: fc.integer({ min: 1, max: 2 }),
  contents: fc.nat(4),
  clusters: fc.nat(4),
  media: fc.nat(2),
})

export const bodies: Arbitrary<ReleaseBody> = sizes.chain((size) => {
  const trigger: { trigger?: Arbitrary<string> } = size.triggers > 0 ? { trigger: idOf('trigger', size.triggers) } : {}
  return fc.record({
    brand: fc.record(
      {
        id: fc.constant('aurora'),
        name: names,
        locales: fc.constantFrom(['it'], ['it', 'en']) as Arbitrary<('it' | 'en')[]>,
        defaultLocale: fc.constant('it' as const),
        timeZone: fc.constantFrom('Europe/Rome', 'UTC'),
        currency: fc.constantFrom('EUR', 'JPY'),
        ...(size.media > 0 && { logo: idOf('media', size.media) }),
        killSwitches: fc.array(killSwitch, { maxLength: 2 }),
      },
      { requiredKeys: ['id', 'name', 'locales', 'defaultLocale', 'timeZone', 'currency'] },
    ),
    palettes: each(size.palettes, (index) =>
      fc.record({ id: fc.constant(`palette-${index}`), name: names, schemes: record(colorSchemes, tokens) }),
    ),
    triggers: each(size.triggers, (index) => fc.record({ id: fc.constant(`trigger-${index}`), name: names, rule: ruleGroups() })),
    clusters: each(size.clusters, (index) =>
      fc.record(
        { id: fc.constant(`cluster-${index}`), name: names, priority: fc.constant(index), home: fc.constant('surface-0'), ...trigger },
        { requiredKeys: ['id', 'name', 'priority', 'home'] },
      ),
    ),
    surfaces: each(size.surfaces, (index) => surface(index, size)),
    contents: each(size.contents, (index) => content(index, { ...trigger, palette: idOf('palette', size.palettes) })),
    media: each(size.media, image),
    policies: fc.record(Object.fromEntries(methodNames.map((name) => [name, policies(name)])), { requiredKeys: [] }),
    targets: fc.constant([]),
    menus: fc.constant([]),
    guides: fc.constant([]),
  })
})

export const manifest: Manifest = {
  format: 1,
  brand: 'aurora',
  number: 7,
  createdAt: '2026-11-22T10:00:00Z',
  createdBy: 'editor@aurora.example',
  note: '',
  files: [],
  media: [],
}

function surface(index: number, size: { palettes: number; contents: number }): Arbitrary<Surface> {
  const placements = fc
    .subarray(Array.from({ length: size.contents }, (_, at) => `content-${at}`))
    .chain((placed) =>
      fc.tuple(
        ...placed.map((id): Arbitrary<Placement> =>
          fc.record({ content: fc.constant(id), compact: span(4), medium: span(8), expanded: span(12) }),
        ),
      ),
    )
  const section = fc.record(
    { id: fc.constant('section-0'), title: localized, scroll: fc.constantFrom('grid' as const, 'carousel' as const), placements },
    { requiredKeys: ['id', 'scroll', 'placements'] },
  )
  return fc.record(
    {
      id: fc.constant(`surface-${index}`),
      type: fc.constant(index === 0 ? ('home' as const) : ('landing' as const)),
      name: names,
      title: localized,
      palette: idOf('palette', size.palettes),
      sections: fc.array(section, { maxLength: 1 }),
      commerceFirst: fc.boolean(),
    },
    { requiredKeys: ['id', 'type', 'name', 'title', 'palette', 'sections'] },
  )
}

function image(index: number): Arbitrary<Media> {
  const file = sha.map((hash) => `${hash}.webp`)
  const side = fc.integer({ min: 1, max: 4_000 })
  const crops = fc
    .subarray([...cropRatios])
    .chain((ratios) =>
      fc.tuple(...ratios.map((ratio): Arbitrary<Crop> => fc.record({ ratio: fc.constant(ratio), file, width: side, height: side }))),
    )
  return fc.record(
    {
      id: fc.constant(`media-${index}`),
      file,
      mime: fc.constant('image/webp'),
      width: side,
      height: side,
      focalX: fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs),
      focalY: fc.constantFrom(0, 0.5, 1),
      alt: localized,
      crops,
    },
    { requiredKeys: ['id', 'file', 'mime', 'width', 'height', 'focalX', 'focalY', 'alt'] },
  )
}

function content(index: number, references: { trigger?: Arbitrary<string>; palette: Arbitrary<string> }): Arbitrary<Content> {
  const validity = fc
    .tuple(instants, fc.integer({ min: 1, max: 1e9 }))
    .map(([from, by]) => [from.toISOString(), new Date(from.getTime() + by).toISOString()] as const)
  return validity.chain(([validFrom, validUntil]) =>
    fc.record(
      {
        id: fc.constant(`content-${index}`),
        kind: fc.constantFrom('banner', 'topUp'),
        schemaVersion: fc.integer({ min: 1, max: 9 }),
        name: names,
        tone: fc.constantFrom(...tones),
        validFrom: fc.constant(validFrom),
        validUntil: fc.constant(validUntil),
        action,
        fields: fc.dictionary(fc.oneof(names, fc.constantFrom('__proto__', 'constructor', 'a/b~c')), json, { maxKeys: 4 }),
        ...references,
      },
      { requiredKeys: ['id', 'kind', 'schemaVersion', 'name', 'tone', 'fields'] },
    ),
  )
}

function each<Item>(count: number, item: (index: number) => Arbitrary<Item>): Arbitrary<Item[]> {
  return fc.tuple(...Array.from({ length: count }, (_, index) => item(index))) as Arbitrary<Item[]>
}

function record<Name extends string, Value>(keys: readonly Name[], value: Arbitrary<Value>): Arbitrary<Record<Name, Value>> {
  return fc.record(Object.fromEntries(keys.map((key) => [key, value]))) as Arbitrary<Record<Name, Value>>
}

function idOf(kind: string, count: number): Arbitrary<string> {
  return fc.nat(count - 1).map((index) => `${kind}-${index}`)
}
