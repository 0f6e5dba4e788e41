import type { Guide, GuideStep, ReleaseBody } from '@mosaic/schemas/release'
import { expect, it } from 'vitest'
import { describeCases, issuesOf } from '../testing/issues.ts'

const text = (it: string, en: string) => ({ it, en })

/** The smallest guide with one of each step, before something is spoilt. */
function withGuide(spoil: (steps: GuideStep[], guide: Guide) => void) {
  return (body: ReleaseBody) => {
    const care = { smsSender: 'Demo', slotMinutes: 30, hours: [{ day: 1, from: '09:00', until: '18:00', capacity: 2 }] } as const
    body.brand.care = { ...care, hours: [...care.hours], holidays: [], iosAppIds: [], androidApps: [], stores: {} }
    body.triggers.push({
      id: 'voice',
      name: 'Voce',
      rule: { combinator: 'and', rules: [{ field: 'line.kind', operator: '=', value: 'voice' }] },
    })
    const steps: GuideStep[] = [
      {
        id: 'ask',
        kind: 'question',
        title: text('Va?', 'Does it work?'),
        answers: [
          { id: 'yes', text: text('Sì', 'Yes'), to: 'solved' },
          { id: 'no', text: text('No', 'No'), to: 'check' },
        ],
      },
      {
        id: 'check',
        kind: 'check',
        title: text('Voce?', 'Voice?'),
        trigger: 'voice',
        whenTrue: 'call',
        whenFalse: 'ask',
        whenUnknown: 'call',
      },
      { id: 'solved', kind: 'outcome', title: text('Bene', 'Good'), outcome: 'solved' },
      { id: 'call', kind: 'outcome', title: text('Ti richiamiamo', 'We call you back'), outcome: 'callBack' },
    ]
    const guide: Guide = { id: 'slow', name: 'Lento', title: text('È lento', 'It is slow'), words: ['lento'], steps }
    body.guides.push(guide)
    spoil(steps, guide)
  }
}

it('a guide that leads everybody to an end is right', () => {
  expect(issuesOf(withGuide(() => {}))).toEqual([])
})

it('a fault is told by the name of the step, with the field to jump to', () => {
  const [issue] = issuesOf(withGuide(([, check]) => delete check!.whenUnknown))
  expect(issue).toMatchObject({
    message: {
      it: '«Lento»: «Voce?» non dice dove andare quando non lo sappiamo. Scegli un passo: i sistemi possono non rispondere.',
      en: '"Lento": "Voice?" does not say where to go when we do not know. Choose a step: systems may not answer.',
    },
    subject: { collection: 'guides', id: 'slow', field: 'steps.1.whenUnknown' },
  })
})

it('an answer that has no step yet is told in words, not by its pattern', () => {
  const [issue] = issuesOf(withGuide(([ask]) => (ask!.answers![0]!.to = '')))
  expect(issue).toMatchObject({ code: 'schema', message: { it: expect.stringContaining('scegli a quale passo porta') } })
})

describeCases({
  'a step nobody reaches': [
    withGuide((steps) => steps.push({ id: 'lost', kind: 'outcome', title: text('Perso', 'Lost'), outcome: 'ticket' })),
    ['warning', 'guide-unreached', 'guides.json/0/steps/4'],
  ],
  'an answer that leads to a step which is gone': [
    withGuide(([ask]) => (ask!.answers![1]!.to = 'gone')),
    ['error', 'dangling-reference', 'guides.json/0/steps/0/answers/1/to'],
    ['warning', 'guide-unreached', 'guides.json/0/steps/1'],
    ['warning', 'guide-unreached', 'guides.json/0/steps/3'],
  ],
  'a check with one way too few': [
    withGuide(([, check]) => delete check!.whenFalse),
    ['error', 'guide-nowhere', 'guides.json/0/steps/1/whenFalse'],
  ],
  'a check of nothing': [withGuide(([, check]) => delete check!.trigger), ['error', 'guide-no-check', 'guides.json/0/steps/1/trigger']],
  'a check that leads to itself': [
    withGuide(([, check]) => (check!.whenFalse = 'check')),
    ['error', 'guide-circle', 'guides.json/0/steps/1'],
  ],
  'an outcome that says nothing': [
    withGuide((steps) => delete steps[3]!.outcome),
    ['error', 'guide-no-outcome', 'guides.json/0/steps/3/outcome'],
  ],
  'a guide without an outcome': [
    withGuide((steps) => {
      steps[0]!.answers!.splice(0, 2, { id: 'again', text: text('Riprova', 'Again'), to: 'ask' })
      steps.splice(1)
    }),
    ['error', 'guide-no-outcome', 'guides.json/0/steps'],
  ],
  'an action that is done nowhere': [
    withGuide((steps) => (steps[3]!.outcome = 'action')),
    ['error', 'guide-no-target', 'guides.json/0/steps/3/target'],
  ],
  'texts in one language alone': [
    withGuide((steps) => {
      delete steps[0]!.title.en
      delete steps[0]!.answers![0]!.text.en
      steps[2]!.text = { it: 'Tutto a posto' }
    }),
    ['error', 'text-missing', 'guides.json/0/steps/0/title/en'],
    ['error', 'text-missing', 'guides.json/0/steps/0/answers/0/text/en'],
    ['error', 'text-missing', 'guides.json/0/steps/2/text/en'],
  ],
  'a guide that customers have no words for': [
    withGuide((_, guide) => (guide.words = [])),
    ['warning', 'guide-no-words', 'guides.json/0/words'],
  ],
})
