import type { BrandCare, ReleaseBody, Target } from '@mosaic/schemas/release'
import { describe, expect, it } from 'vitest'
import { describeCases, issuesOf } from '../testing/issues.ts'

/** The smallest body that has a care desk, before something is spoilt. */
function withCare(spoil: (body: ReleaseBody, care: BrandCare, target: Target) => void) {
  return (body: ReleaseBody) => {
    const care: BrandCare = {
      smsSender: 'Demo',
      slotMinutes: 30,
      hours: [{ day: 1, from: '09:00', until: '18:00', capacity: 2 }],
      holidays: [],
      iosAppIds: [],
      androidApps: [],
      stores: {},
    }
    const sms = { it: 'Demo: {link} Codice {code}', en: 'Demo: {link} Code {code}' }
    const target: Target = { id: 'go', name: 'Vai', opens: 'surface', surface: 'page', title: { it: 'Vai', en: 'Go' }, sms, words: ['vai'] }
    const node = {
      id: 'start',
      title: { it: 'Inizio', en: 'Start' },
      options: [
        { key: '1', text: { it: 'Vai', en: 'Go' }, target: 'go' },
        { key: '9', text: { it: 'Reclami', en: 'Complaints' }, callBack: true as const },
      ],
    }
    body.brand.care = care
    body.targets.push(target)
    body.menus.push({ id: 'menu', name: 'Menu', numbers: ['+39800399100'], nodes: [node] })
    spoil(body, care, target)
  }
}
const targetCase = (spoil: (target: Target, body: ReleaseBody) => void) => withCare((body, _, target) => spoil(target, body))
const nodesOf = ({ menus }: ReleaseBody) => menus[0]!.nodes

describe('a body with a care desk', () => {
  it('passes when nothing is wrong', () => {
    expect(issuesOf(withCare(() => {}))).toEqual([])
  })

  it('is told what an SMS cannot carry, and what to write instead', () => {
    const [issue] = issuesOf(targetCase(({ sms }) => (sms.it = 'Demo: è l’ora {link} Codice {code} 🎉')))
    expect(issue).toMatchObject({
      code: 'sms-foreign',
      message: { it: "«Vai»: l’SMS in italiano ha caratteri che un SMS non porta: «’», «🎉». Scrivili in altro modo: ' al posto di ’." },
      subject: { collection: 'targets', id: 'go', field: 'sms.it' },
    })
  })

  it('counts the link with the origin of the brand, or one of 30 characters', () => {
    const full = (length: number) => `${'x'.repeat(length)} {link} {code}`
    // A blank on both sides, a link of 30 + 3 + 22 characters, a code of 4.
    expect(issuesOf(targetCase(({ sms }) => (sms.it = full(160 - 1 - 55 - 1 - 4))))).toEqual([])
    expect(issuesOf(targetCase(({ sms }) => (sms.it = full(160 - 55 - 1 - 4))))).toMatchObject([{ code: 'sms-too-long' }])
    const short = withCare((_, care, { sms }) => {
      care.linkOrigin = 'https://a.it'
      sms.it = full(160 - 1 - 37 - 1 - 4)
    })
    expect(issuesOf(short)).toEqual([])
  })

  it('says in words what a field of the wrong shape should be', () => {
    const [issue] = issuesOf(withCare((_, care) => (care.smsSender = 'Una ditta con un nome lungo')))
    expect(issue).toMatchObject({
      code: 'schema',
      message: { it: '«demo»: il mittente degli SMS va scritto con 3-11 lettere, cifre e spazi, come «Aurora».' },
      subject: { collection: 'brands', field: 'care.smsSender' },
    })
    const [missing] = issuesOf(withCare((_, care) => delete (care as Partial<BrandCare>).smsSender))
    expect(missing).toMatchObject({ code: 'schema', subject: { collection: 'brands', field: 'care.smsSender' } })
  })
})

describeCases({
  'a target without its page': [targetCase((target) => delete target.surface), ['error', 'target-field-missing', 'targets.json/0/surface']],
  'a target with what its kind does not open': [
    targetCase((target) => (target.content = 'hello')),
    ['error', 'target-field-strange', 'targets.json/0/content'],
  ],
  'a target on a home that is no landing page': [
    targetCase(
      (target, body) => (
        (body.surfaces[0]!.id = 'first'),
        (body.clusters = body.clusters.map((one) => ({ ...one, home: 'first' }))),
        (target.surface = 'first')
      ),
    ),
    ['error', 'dangling-reference', 'targets.json/0/surface'],
  ],
  'a target whose content stands elsewhere': [
    targetCase((target, body) => {
      Object.assign(target, { opens: 'widget', content: 'hello' })
      body.surfaces[1]!.sections[0]!.placements = [{ ...body.surfaces[1]!.sections[0]!.placements[0]!, content: 'other' }]
      body.contents.push({ ...body.contents[0]!, id: 'other' })
    }),
    ['error', 'target-not-there', 'targets.json/0/content'],
  ],
  'a bill shown by a banner': [
    targetCase((target) => Object.assign(target, { opens: 'bill', content: 'hello' })),
    ['error', 'target-kind-unfit', 'targets.json/0/content'],
  ],
  'a target for nobody who sees its content': [
    targetCase((target, body) => {
      Object.assign(target, { opens: 'widget', content: 'hello', trigger: 'old' })
      const rules = [{ field: 'line.activatedOn', operator: 'withinLast' as const, value: { amount: 30, unit: 'days' as const } }]
      body.triggers.push({ id: 'old', name: 'Vecchi', rule: { combinator: 'and', not: true, rules } })
    }),
    ['error', 'target-dead-end', 'targets.json/0/content'],
  ],
  'a target on homes, one of which lacks the content': [
    targetCase((target, body) => {
      Object.assign(target, { opens: 'widget', surface: 'home', content: 'hello' })
      const other = { ...body.contents[0]!, id: 'other', name: 'Altro' }
      const [home] = body.surfaces
      const placement = { ...home!.sections[0]!.placements[0]!, content: 'other' }
      body.contents.push(other)
      body.surfaces.push({ ...home!, id: 'second', sections: [{ id: 'main', scroll: 'grid', placements: [placement] }] })
      body.clusters[1]!.home = 'second'
    }),
    ['warning', 'target-not-on-all-homes', 'targets.json/0/content'],
  ],
  'a target whose content is over': [
    targetCase((target, body) => {
      Object.assign(target, { opens: 'widget', content: 'hello' })
      body.contents[0]!.validUntil = '2026-01-01T00:00:00Z'
    }),
    ['error', 'target-over', 'targets.json/0/content'],
    ['warning', 'validity-over', 'contents.json/0/validUntil'],
  ],
  'a target whose widget is off somewhere': [
    targetCase((target, body) => {
      Object.assign(target, { opens: 'widget', content: 'hello' })
      body.brand.killSwitches = [{ kind: 'banner', platform: 'ios' }]
    }),
    ['warning', 'target-switched-off', 'targets.json/0/content'],
  ],
  'a target that begins at a step there is not': [
    targetCase((target, body) => {
      delete target.surface
      Object.assign(target, { opens: 'step', guide: 'help', step: 'gone' })
      const steps = [{ id: 'end', kind: 'outcome' as const, title: { it: 'Fine', en: 'End' }, outcome: 'solved' as const }]
      body.guides.push({ id: 'help', name: 'Guida', title: { it: 'Guida', en: 'Guide' }, words: ['aiuto'], steps })
    }),
    ['error', 'dangling-reference', 'targets.json/0/step'],
  ],
  'an SMS without a link': [targetCase(({ sms }) => (sms.en = 'Demo {code}')), ['error', 'sms-no-link', 'targets.json/0/sms/en']],
  'an SMS with two codes': [
    targetCase(({ sms }) => (sms.en = 'Demo {link} {code} {code}')),
    ['error', 'sms-no-code', 'targets.json/0/sms/en'],
  ],
  'an SMS with a name in braces': [
    targetCase(({ sms }) => (sms.it = 'Ciao {name} {link} {code}')),
    ['error', 'sms-strange-brace', 'targets.json/0/sms/it'],
  ],
  'a link with a full stop behind it': [
    targetCase(({ sms }) => (sms.it = '{code} {link}.')),
    ['error', 'sms-link-glued', 'targets.json/0/sms/it'],
  ],
  'a second address': [
    targetCase(({ sms }) => (sms.it = 'www.demo.it {link} {code}')),
    ['error', 'sms-other-link', 'targets.json/0/sms/it'],
  ],
  'a text that is missing': [targetCase(({ title }) => delete title.en), ['error', 'text-missing', 'targets.json/0/title/en']],
  'a target nobody can find': [targetCase((target) => (target.words = [])), ['warning', 'target-no-words', 'targets.json/0/words']],
  'two targets with the same words': [
    targetCase((target, { targets }) => targets.push({ ...target, id: 'more', name: 'Altro', words: ['VÀI'] })),
    ['warning', 'target-same-words', 'targets.json/1/words'],
  ],

  'targets without a care desk': [withCare(({ brand }) => delete brand.care), ['warning', 'care-missing', 'brand.json/care/smsSender']],
  'hours that end before they begin': [
    withCare((_, { hours }) => (hours[0]!.until = '08:00')),
    ['error', 'reversed-hours', 'brand.json/care/hours/0/until'],
  ],
  'hours that overlap': [
    withCare((_, { hours }) => hours.push({ day: 1, from: '17:00', until: '20:00', capacity: 1 })),
    ['error', 'hours-overlap', 'brand.json/care/hours/1/from'],
  ],
  'hours too short for one call-back': [
    withCare((_, { hours }) => hours.push({ day: 2, from: '09:00', until: '09:20', capacity: 1 })),
    ['warning', 'hours-too-short', 'brand.json/care/hours/1/until'],
  ],
  'a day that is none': [
    withCare((_, { holidays }) => holidays.push('2026-02-30')),
    ['error', 'no-such-day', 'brand.json/care/holidays/0'],
  ],
  'a call-back when nobody ever calls': [withCare((_, care) => (care.hours = [])), ['error', 'call-back-never', 'brand.json/care/hours']],
  'a store that is no address': [
    withCare((_, { stores }) => (stores.ios = 'http://apps.example')),
    ['error', 'store-address', 'brand.json/care/stores/ios'],
  ],

  'an option that leads nowhere': [
    withCare((body) => delete nodesOf(body)[0]!.options[0]!.target),
    ['error', 'option-ends', 'menus.json/0/nodes/0/options/0'],
  ],
  'an option that leads to a target there is not': [
    withCare((body) => (nodesOf(body)[0]!.options[0]!.target = 'gone')),
    ['error', 'dangling-reference', 'menus.json/0/nodes/0/options/0/target'],
  ],
  'one key for two options': [
    withCare((body) => (nodesOf(body)[0]!.options[0]!.key = '9')),
    ['error', 'duplicate-key', 'menus.json/0/nodes/0/options/1/key'],
  ],
  'one number for two menus': [
    withCare(({ menus }) => menus.push({ ...menus[0]!, id: 'more' })),
    ['error', 'duplicate-number', 'menus.json/1/numbers/0'],
  ],
  'a menu that goes round in circles': [
    withCare((body) => {
      const level = { title: { it: 'Ancora', en: 'Again' }, options: [{ key: '1', text: { it: 'Ancora', en: 'Again' }, node: 'b' }] }
      nodesOf(body)[0]!.options.push({ key: '2', text: { it: 'Altro', en: 'More' }, node: 'a' })
      nodesOf(body).push({ id: 'a', ...level }, { id: 'b', ...level, options: [{ ...level.options[0]!, node: 'a' }] })
    }),
    ['error', 'menu-no-end', 'menus.json/0/nodes/1'],
    ['error', 'menu-no-end', 'menus.json/0/nodes/2'],
  ],
  'a level nobody gets to': [
    withCare((body) => nodesOf(body).push({ ...nodesOf(body)[0]!, id: 'lost' })),
    ['warning', 'menu-unreached', 'menus.json/0/nodes/1'],
  ],
  'a menu without complaints': [
    withCare((body) => nodesOf(body)[0]!.options.pop()),
    ['warning', 'menu-no-complaints', 'menus.json/0/nodes/0/options'],
  ],
  'a menu no number leads to': [withCare(({ menus }) => (menus[0]!.numbers = [])), ['warning', 'menu-no-number', 'menus.json/0/numbers']],
  'an option without its English': [
    withCare((body) => delete nodesOf(body)[0]!.options[0]!.text.en),
    ['error', 'text-missing', 'menus.json/0/nodes/0/options/0/text/en'],
  ],
})
