import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkReferences } from './references.ts'
import { bodies } from './testing/bodies.ts'
import type { Placement, ReleaseBody } from './types.ts'

const tokens = fc.sample(bodies, { numRuns: 1, seed: 1 })[0]!.palettes[0]!
const placement = (content: string): Placement => ({
  content,
  compact: { columns: 4, rows: 1 },
  medium: { columns: 8, rows: 1 },
  expanded: { columns: 12, rows: 1 },
})

const whole: ReleaseBody = {
  brand: { id: 'aurora', name: 'Aurora', locales: ['it'], defaultLocale: 'it', timeZone: 'Europe/Rome', currency: 'EUR', logo: 'logo' },
  palettes: [{ ...tokens, id: 'day' }],
  triggers: [
    { id: 'prepaid', name: 'Prepaid', rule: { combinator: 'and', rules: [{ field: 'line.payment', operator: '=', value: 'prepaid' }] } },
  ],
  clusters: [
    { id: 'new', name: 'New', priority: 1, trigger: 'prepaid', home: 'home' },
    { id: 'everyone', name: 'Everyone', priority: 2, home: 'home' },
  ],
  surfaces: [
    {
      id: 'home',
      type: 'home',
      name: 'Home',
      title: { it: 'Home' },
      palette: 'day',
      sections: [{ id: 'top', scroll: 'grid', placements: [placement('credit')] }],
    },
    { id: 'promo', type: 'landing', name: 'Promo', title: {}, palette: 'day', sections: [] },
  ],
  contents: [{ id: 'credit', kind: 'balance', schemaVersion: 1, name: 'Credit', tone: 'primary', trigger: 'prepaid', fields: {} }],
  media: [{ id: 'logo', file: `${'0'.repeat(64)}.svg`, mime: 'image/svg+xml', width: 1, height: 1, focalX: 0.5, focalY: 0.5, alt: {} }],
  policies: {},
  targets: [],
  menus: [],
  guides: [],
}

describe('a whole release', () => {
  test('has no issues', () => {
    expect(checkReferences(whole)).toEqual([])
    fc.assert(
      fc.property(bodies, (body) => {
        expect(checkReferences(body)).toEqual([])
      }),
    )
  })
})

describe('what leads nowhere, or to two places', () => {
  const policy = { readTimeoutMs: 1_000, poolSize: 1, connectionWaitMs: 0, retries: 0, retryWaitMs: 0, t1Ms: 10, t2Ms: 5 }
  const cases: [string, (body: ReleaseBody) => void, code: string, place: string][] = [
    ['a logo', ({ brand }) => (brand.logo = 'none'), 'dangling-reference', 'brand.json /logo'],
    ['a default language', ({ brand }) => (brand.defaultLocale = 'en'), 'unknown-locale', 'brand.json /defaultLocale'],
    ['a time zone', ({ brand }) => (brand.timeZone = 'Europe/Roma'), 'unknown-time-zone', 'brand.json /timeZone'],
    ['the trigger of a cluster', ({ clusters }) => (clusters[0]!.trigger = 'none'), 'dangling-reference', 'clusters.json /0/trigger'],
    ['the home of a cluster', ({ clusters }) => (clusters[1]!.home = 'none'), 'dangling-reference', 'clusters.json /1/home'],
    ['a landing page for a home', ({ clusters }) => (clusters[1]!.home = 'promo'), 'dangling-reference', 'clusters.json /1/home'],
    [
      'a kind that is off until before it is',
      ({ brand }) => (brand.killSwitches = [{ kind: 'bill', platform: 'ios', from: '1.10', until: '1.5' }]),
      'reversed-versions',
      'brand.json /killSwitches/0/until',
    ],
    ['two clusters of one priority', ({ clusters }) => (clusters[1]!.priority = 1), 'duplicate-priority', 'clusters.json /1/priority'],
    ['two clusters of one name', ({ clusters }) => (clusters[1]!.id = 'new'), 'duplicate-id', 'clusters.json /1/id'],
    ['two palettes of one name', ({ palettes }) => palettes.push(palettes[0]!), 'duplicate-id', 'palettes.json /1/id'],
    ['two triggers of one name', ({ triggers }) => triggers.push(triggers[0]!), 'duplicate-id', 'triggers.json /1/id'],
    ['two surfaces of one name', ({ surfaces }) => surfaces.push(surfaces[1]!), 'duplicate-id', 'surfaces.json /2/id'],
    ['two contents of one name', ({ contents }) => contents.push(contents[0]!), 'duplicate-id', 'contents.json /1/id'],
    ['two images of one name', ({ media }) => media.push(media[0]!), 'duplicate-id', 'media.json /1/id'],
    [
      'two crops of one ratio',
      ({ media }) =>
        (media[0]!.crops = ['0', '1'].map((digit) => ({ ratio: '1:1', file: `${digit.repeat(64)}.webp`, width: 1, height: 1 }))),
      'duplicate-ratio',
      'media.json /0/crops/1/ratio',
    ],
    ['the palette of a surface', ({ surfaces }) => (surfaces[0]!.palette = 'night'), 'dangling-reference', 'surfaces.json /0/palette'],
    [
      'a content that is placed',
      ({ surfaces }) => (surfaces[0]!.sections[0]!.placements[0]!.content = 'none'),
      'dangling-reference',
      'surfaces.json /0/sections/0/placements/0/content',
    ],
    [
      'a content that is placed twice',
      ({ surfaces }) => surfaces[0]!.sections[0]!.placements.push(placement('credit')),
      'placed-twice',
      'surfaces.json /0/sections/0/placements/1/content',
    ],
    [
      'two sections of one name',
      ({ surfaces }) => surfaces[0]!.sections.push({ id: 'top', scroll: 'grid', placements: [] }),
      'duplicate-id',
      'surfaces.json /0/sections/1/id',
    ],
    [
      'a placement wider than the grid',
      ({ surfaces }) => (surfaces[0]!.sections[0]!.placements[0]!.compact.columns = 5),
      'too-wide',
      'surfaces.json /0/sections/0/placements/0/compact/columns',
    ],
    ['the trigger of a content', ({ contents }) => (contents[0]!.trigger = 'none'), 'dangling-reference', 'contents.json /0/trigger'],
    ['the palette of a content', ({ contents }) => (contents[0]!.palette = 'night'), 'dangling-reference', 'contents.json /0/palette'],
    [
      'a content that ends before it begins',
      ({ contents }) => Object.assign(contents[0]!, { validFrom: '2026-12-02T00:00:00Z', validUntil: '2026-12-01T00:00:00Z' }),
      'ends-before-start',
      'contents.json /0/validUntil',
    ],
    [
      'a rule with a mistake',
      ({ triggers }) => (triggers[0]!.rule.rules = [{ field: 'lines.count', operator: '=', value: 'five' }]),
      'wrong-value-type',
      'triggers.json /0/rule/rules/0/value',
    ],
    [
      'a policy that asks anew after it must',
      ({ policies }) => (policies.balance = policy),
      'reversed-ages',
      'policies.json /balance/t2Ms',
    ],
    [
      'a policy whose one number stands against the contract’s other',
      ({ policies }) => (policies.balance = { t2Ms: 5 }),
      'reversed-ages',
      'policies.json /balance/t2Ms',
    ],
    ['a write that is repeated', ({ policies }) => (policies.topUp = { retries: 1 }), 'repeated-write', 'policies.json /topUp/retries'],
    [
      'a write that is hedged',
      ({ policies }) => (policies.topUp = { hedgeAfterMs: 1 }),
      'hedged-write',
      'policies.json /topUp/hedgeAfterMs',
    ],
  ]
  test.each(cases)('%s', (_, change, code, place) => {
    const body = structuredClone(whole)
    change(body)
    expect(checkReferences(body).map((issue) => [issue.code, `${issue.file} ${issue.path}`])).toEqual([[code, place]])
  })

  test('is told in words', () => {
    const body = structuredClone(whole)
    body.clusters[0]!.home = 'casa'
    expect(checkReferences(body)).toEqual([
      {
        code: 'dangling-reference',
        file: 'clusters.json',
        path: '/0/home',
        expected: 'the id of a surface of type home in surfaces.json',
        got: '"casa"',
        fix: 'Publish that surface of type home too, or choose another one.',
      },
    ])
  })
})
