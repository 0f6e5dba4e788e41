import { colorSchemes, formFactors, type Content, type Placement, type ReleaseBody, type Surface } from '@mosaic/schemas/release'
import { describe, expect, it } from 'vitest'
import { describeCases, issuesOf } from './testing/issues.ts'

const content = (body: ReleaseBody): Content => body.contents[0]!
const home = (body: ReleaseBody): Surface => body.surfaces[0]!
const placement = (body: ReleaseBody): Placement => home(body).sections[0]!.placements[0]!

/** Adds a content of a kind to the home, at the end. */
function add(body: ReleaseBody, kind: string, fields: Content['fields']) {
  const { trigger: _trigger, action: _action, ...plain } = content(body)
  body.contents.push({ ...plain, id: kind.toLowerCase(), name: kind, kind, fields })
  home(body).sections[0]!.placements.push({ ...structuredClone(placement(body)), content: kind.toLowerCase() })
}
const offer = { offering: 'opt-family' }

describe('a body', () => {
  it('passes when nothing is wrong', () => {
    expect(issuesOf(() => {})).toEqual([])
  })

  it('is told in both languages, with the field to jump to', () => {
    expect(issuesOf((body) => (content(body).fields = { headline: { it: 'Ciao', en: ' ' } }))).toEqual([
      {
        severity: 'error',
        code: 'text-missing',
        message: { it: '«Saluto»: manca il testo in inglese di «Titolo».', en: '"Saluto": the text of "Headline" is missing in English.' },
        file: 'contents.json',
        path: '/0/fields/headline/en',
        subject: { collection: 'contents', id: 'hello', field: 'fields.headline.en' },
      },
    ])
  })

  it('has its errors before its warnings', () => {
    const issues = issuesOf((body) => {
      content(body).validUntil = '2026-01-01T00:00:00Z'
      body.palettes[0]!.schemes.dark.onSurface = '#ffffff'
    })
    const severities = issues.map(({ severity }) => severity)
    expect(severities).toEqual([...severities].sort())
    expect(new Set(severities)).toEqual(new Set(['error', 'warning']))
  })
})

describeCases({
  'the shape': [(body) => (body.brand.currency = 'euro'), ['error', 'schema', 'brand.json/currency']],
  'a word of a closed list': [(body) => Object.assign(content(body), { tone: 'loud' }), ['error', 'schema', 'contents.json/0/tone']],

  'a trigger that does not exist': [(body) => (content(body).trigger = 'gone'), ['error', 'dangling-reference', 'contents.json/0/trigger']],
  'a home that does not exist': [(body) => (body.clusters[1]!.home = 'gone'), ['error', 'dangling-reference', 'clusters.json/1/home']],
  'a landing page as home': [(body) => (body.clusters[1]!.home = 'page'), ['error', 'dangling-reference', 'clusters.json/1/home']],
  'a palette that does not exist': [(body) => (home(body).palette = 'gone'), ['error', 'dangling-reference', 'surfaces.json/0/palette']],
  'a palette of a content that does not exist': [
    (body) => (content(body).palette = 'gone'),
    ['error', 'dangling-reference', 'contents.json/0/palette'],
  ],
  'an image that does not exist': [
    (body) => (content(body).fields['image'] = 'gone'),
    ['error', 'dangling-reference', 'contents.json/0/fields/image'],
  ],
  'an id that stands twice': [(body) => body.palettes.push(body.palettes[0]!), ['error', 'duplicate-id', 'palettes.json/1/id']],
  'a content twice on a page': [
    (body) => home(body).sections[0]!.placements.push(placement(body)),
    ['error', 'placed-twice', 'surfaces.json/0/sections/0/placements/1/content'],
  ],
  'a time zone that does not exist': [
    (body) => (body.brand.timeZone = 'Europe/Atlantis'),
    ['error', 'unknown-time-zone', 'brand.json/timeZone'],
  ],

  'a rule about an attribute that does not exist': [
    (body) => (body.triggers[0]!.rule.rules[0] = { field: 'line.colour', operator: '=', value: 'red' }),
    ['error', 'rule-invalid', 'triggers.json/0/rule/rules/0/field'],
  ],
  'a rule with a value of the wrong type': [
    (body) => (body.triggers[0]!.rule.rules[0] = { field: 'lines.count', operator: '<=', value: '5' }),
    ['error', 'rule-invalid', 'triggers.json/0/rule/rules/0/value'],
  ],
  'a trigger without conditions': [(body) => (body.triggers[0]!.rule.rules = []), ['error', 'trigger-empty', 'triggers.json/0/rule']],
  'a trigger that contradicts itself': [
    (body) =>
      (body.triggers[0]!.rule.rules = [
        { field: 'lines.count', operator: '>', value: 5 },
        { field: 'lines.count', operator: '<', value: 3 },
      ]),
    ['error', 'trigger-never-true', 'triggers.json/0/rule'],
  ],

  'a kind that does not exist': [(body) => (content(body).kind = 'fireworks'), ['error', 'kind-unknown', 'contents.json/0/kind']],
  'a content of another version': [
    (body) => (content(body).schemaVersion = 99),
    ['error', 'schema-version', 'contents.json/0/schemaVersion'],
  ],
  'a required field that is missing': [
    (body) => (content(body).fields = {}),
    ['error', 'field-invalid', 'contents.json/0/fields/headline'],
  ],
  'a field the kind does not have': [
    (body) => (content(body).fields['sparkle'] = true),
    ['error', 'field-invalid', 'contents.json/0/fields/sparkle'],
  ],
  'a text that is too long': [
    (body) => (content(body).fields['headline'] = { it: 'x'.repeat(200), en: 'x' }),
    ['error', 'field-invalid', 'contents.json/0/fields/headline/it'],
  ],

  'a page title in one language only': [
    (body) => (home(body).title = { it: 'Casa' }),
    ['error', 'text-missing', 'surfaces.json/0/title/en'],
  ],
  'an action label in one language only': [
    (body) => (content(body).action!.label = { en: 'Open' }),
    ['error', 'text-missing', 'contents.json/0/action/label/it'],
  ],
  'an image without a description': [
    (body) =>
      body.media.push({
        id: 'sun',
        file: `${'0'.repeat(64)}.webp`,
        mime: 'image/webp',
        width: 1,
        height: 1,
        focalX: 0,
        focalY: 0,
        alt: { it: 'Sole' },
      }),
    ['error', 'text-missing', 'media.json/0/alt/en'],
  ],

  'a link of another app': [
    (body) => (content(body).action!.deepLink = 'bank://home'),
    ['error', 'link-dead', 'contents.json/0/action/deepLink'],
  ],
  'a link to a page that does not exist': [
    (body) => (content(body).action!.deepLink = 'mosaic://surface/gone'),
    ['error', 'link-dead', 'contents.json/0/action/deepLink'],
  ],
  'a link to a home of a cluster': [
    (body) => (content(body).action!.deepLink = 'mosaic://surface/home'),
    ['error', 'link-dead', 'contents.json/0/action/deepLink'],
  ],
  'a link to no place': [
    (body) => (content(body).action!.deepLink = 'mosaic://casino'),
    ['error', 'link-dead', 'contents.json/0/action/deepLink'],
  ],
  'a web path to a page that does not exist': [
    (body) => (content(body).action!.webUrl = '/surface/gone?from=sms'),
    ['error', 'link-dead', 'contents.json/0/action/webUrl'],
  ],
  'a web address that is not protected': [
    (body) => (content(body).action!.webUrl = 'http://example.com/'),
    ['warning', 'link-insecure', 'contents.json/0/action/webUrl'],
  ],
  'a link that runs code': [
    (body) => (content(body).action!.deepLink = 'javascript://alert'),
    ['error', 'link-unsafe', 'contents.json/0/action/deepLink'],
    ['error', 'link-dead', 'contents.json/0/action/deepLink'],
  ],

  'a validity that ends before it starts': [
    (body) => Object.assign(content(body), { validFrom: '2027-02-01T00:00:00Z', validUntil: '2027-01-01T00:00:00Z' }),
    ['error', 'ends-before-start', 'contents.json/0/validUntil'],
  ],
  'a validity that is over': [
    (body) => (content(body).validUntil = '2026-11-22T09:59:59Z'),
    ['warning', 'validity-over', 'contents.json/0/validUntil'],
  ],

  'a tile wider than the grid': [
    (body) => (placement(body).compact.columns = 5),
    ['error', 'too-wide', 'surfaces.json/0/sections/0/placements/0/compact/columns'],
  ],
  'an offer above the usage': [
    (body) => {
      add(body, 'offer', offer)
      add(body, 'usage', {})
    },
    ['error', 'commerce-above-care', 'surfaces.json/0/sections/0/placements/2/compact/order'],
  ],

  'two clusters of one priority': [
    (body) => (body.clusters[1]!.priority = 10),
    ['error', 'duplicate-priority', 'clusters.json/1/priority'],
  ],
  'a cluster behind one that takes everybody': [
    (body) => (body.clusters[0]!.priority = 30),
    ['error', 'cluster-shadowed', 'clusters.json/0/priority'],
  ],
  'a cluster with the trigger of an earlier one': [
    (body) => body.clusters.push({ id: 'again', name: 'Di nuovo', priority: 15, trigger: 'new', home: 'home' }),
    ['error', 'cluster-shadowed', 'clusters.json/2/priority'],
  ],
  'no cluster for everybody': [(body) => body.clusters.pop(), ['error', 'cluster-none-for-all', 'clusters.json']],
  'a page without widgets': [
    (body) => (body.surfaces[1]!.sections[0]!.placements = []),
    ['error', 'surface-empty', 'surfaces.json/1/sections'],
  ],
  'a home that no cluster uses': [
    (body) => body.surfaces.push({ ...home(body), id: 'spare' }),
    ['warning', 'surface-unused', 'surfaces.json/2'],
  ],
  'a content on no page': [
    (body) => body.contents.push({ ...content(body), id: 'lost' }),
    ['warning', 'content-unplaced', 'contents.json/1'],
  ],
  'a content that its only home excludes': [
    (body) => {
      const rule = {
        combinator: 'and' as const,
        rules: [{ field: 'line.activatedOn', operator: 'olderThan' as const, value: { amount: 6, unit: 'months' as const } }],
      }
      body.triggers.push({ id: 'old', name: 'Vecchi', rule })
      content(body).trigger = 'old'
      body.surfaces[1]!.sections[0]!.placements[0]!.content = 'other'
      body.contents.push({ ...content(body), id: 'other' })
      body.surfaces.push({ ...structuredClone(home(body)), id: 'home-new' })
      body.clusters[0]!.home = 'home-new'
      home(body).sections[0]!.placements[0]!.content = 'other'
    },
    ['warning', 'content-unreachable', 'contents.json/0/trigger'],
  ],
})

describe('contrast', () => {
  it('must be 4.5:1', () => {
    const [issue] = issuesOf((body) => (body.palettes[0]!.schemes.light.onSurfaceMuted = '#7a7a7a'))
    expect(issue).toMatchObject({ code: 'contrast-low', path: '/0/schemes/light/onSurfaceMuted' })
    expect(issue?.message.it).toContain('contrasto 4,2:1, serve almeno 4,5:1')
  })

  it.each(colorSchemes)('is checked in the %s scheme', (scheme) => {
    const issues = issuesOf((body) => (body.palettes[0]!.schemes[scheme].onCritical = '#8f1f22'))
    expect(issues.map(({ path }) => path)).toEqual([`/0/schemes/${scheme}/onCritical`])
  })

  it('must be 7:1 where high contrast is promised, and only there', () => {
    const grey = (scheme: 'light' | 'lightHighContrast') =>
      issuesOf((body) => (body.palettes[0]!.schemes[scheme].onSurfaceMuted = '#666666'))
    expect(grey('light')).toEqual([])
    expect(grey('lightHighContrast').map(({ code }) => code)).toEqual(['contrast-low', 'contrast-low'])
  })
})

describe('care and commerce', () => {
  it('stand in the order of each device, whatever the sequence in the list', () => {
    const issues = issuesOf((body) => {
      add(body, 'offer', offer)
      add(body, 'usage', {})
      for (const device of formFactors) home(body).sections[0]!.placements[2]![device].order = 0
    })
    expect(issues).toEqual([])
  })

  it('are looked at on every device; what stands wrong on several is said once, with contents, devices and sections', () => {
    const issues = issuesOf((body) => {
      add(body, 'offer', offer)
      add(body, 'usage', {})
      const [first] = home(body).sections
      home(body).sections.push({
        ...first!,
        id: 'second',
        title: { it: 'La linea', en: 'The line' },
        placements: [first!.placements.pop()!],
      })
    })
    expect(issues.map(({ message }) => message)).toEqual([
      {
        it: '«Home»: su telefono, su tablet e su computer «offer» (sezione «Sezione 1») sta sopra «usage» (sezione «La linea»). Prima l’assistenza, poi le offerte: sposta uno dei due, oppure conferma «Offerte prima dell’assistenza».',
        en: '"Home": on a phone, on a tablet, and on a desktop "offer" (section "Section 1") stands above "usage" (section "The line"). Care comes before commerce: move one of them, or confirm "Offers before care".',
      },
    ])
  })

  it('may stand right on a phone and wrong elsewhere', () => {
    const issues = issuesOf((body) => {
      add(body, 'offer', offer)
      add(body, 'usage', {})
      home(body).sections[0]!.placements[2]!.compact.order = 0
    })
    expect(issues.map(({ file, path, message }) => [`${file}${path}`, message.en.slice(0, 45)])).toEqual([
      ['surfaces.json/0/sections/0/placements/2/medium/order', '"Home": on a tablet and on a desktop "offer" '],
    ])
  })

  it('may be turned round knowingly', () => {
    const issues = issuesOf((body) => {
      add(body, 'offer', offer)
      add(body, 'usage', {})
      home(body).commerceFirst = true
    })
    expect(issues).toEqual([])
  })
})
