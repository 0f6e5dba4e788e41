import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deadEnd, faultsOf, mostSteps, walk, type GuideAnswers, type GuidePlace } from './guides.ts'
import type { GuideStep } from './release/care.ts'
import type { Truth } from './rules/types.ts'

const text = (it: string) => ({ it, en: it })
const steps: GuideStep[] = [
  {
    id: 'where',
    kind: 'question',
    title: text('Dove?'),
    answers: [
      { id: 'home', text: text('A casa'), to: 'outage' },
      { id: 'out', text: text('Fuori'), to: 'restart' },
    ],
  },
  {
    id: 'outage',
    kind: 'check',
    title: text('C’è un guasto?'),
    trigger: 'outage',
    whenTrue: 'wait',
    whenFalse: 'restart',
    whenUnknown: 'call',
  },
  {
    id: 'restart',
    kind: 'question',
    title: text('Dopo il riavvio va?'),
    answers: [
      { id: 'yes', text: text('Sì'), to: 'solved' },
      { id: 'no', text: text('No'), to: 'call' },
      { id: 'again', text: text('Riprovo'), to: 'where' },
    ],
  },
  { id: 'wait', kind: 'outcome', title: text('Ci lavoriamo'), outcome: 'ticket' },
  { id: 'solved', kind: 'outcome', title: text('Bene'), outcome: 'solved' },
  { id: 'call', kind: 'outcome', title: text('Ti richiamiamo'), outcome: 'callBack' },
]
const guide = { steps }
const asked = (...said: [step: string, answer: string][]): GuideAnswers => said.map(([step, answer]) => ({ step, answer }))
const spoilt = (spoil: (own: GuideStep[]) => void) => {
  const own = structuredClone(steps)
  spoil(own)
  return faultsOf({ steps: own }).map(({ code, step, field }) => `${code} ${step === undefined ? '-' : own[step]!.id}${field}`)
}

describe('a walk', () => {
  it('begins at the first step, with nothing found', () => {
    expect(walk(guide, [], () => undefined)).toEqual({ step: steps[0], trail: [], outcome: undefined })
  })

  it.each([
    [true, 'wait', 'Sì'],
    [false, 'restart', 'No'],
    [undefined, 'call', 'Non lo sappiamo'],
  ] as const)('passes a check that is %s by itself, and tells of it', (truth, at, found) => {
    const place = walk(guide, asked(['where', 'home']), (trigger) => (trigger === 'outage' ? truth : undefined))
    expect(place.step.id).toBe(at)
    expect(place.trail.map((mark) => [mark.step, mark.kind, mark.found.it])).toEqual([
      ['where', 'answer', 'A casa'],
      ['outage', 'check', found],
    ])
  })

  it('asks nobody anew what he has said when a check comes out otherwise', () => {
    const answers = asked(['where', 'home'], ['restart', 'no'])
    expect(walk(guide, answers, () => false).step.id).toBe('call')
    expect(walk(guide, answers, () => true).step.id).toBe('wait')
  })

  it('goes round with new answers, and tells of a check once', () => {
    const round = asked(['where', 'home'], ['restart', 'again'], ['where', 'home'], ['restart', 'yes'])
    const place = walk(guide, round, () => false)
    expect(place.step.id).toBe('solved')
    expect(place.trail.map(({ step }) => step)).toEqual(['where', 'outage', 'restart', 'where', 'restart'])
  })

  it('passes over answers that there are no longer', () => {
    expect(walk(guide, asked(['gone', 'x'], ['where', 'gone'], ['where', 'out']), () => true).step.id).toBe('restart')
  })

  it.each<[string, GuideStep[]]>([
    ['no step', []],
    ['a check without a way', [{ id: 'a', kind: 'check', title: {}, trigger: 't' }]],
    ['checks that go round', [{ id: 'a', kind: 'check', title: {}, trigger: 't', whenUnknown: 'a' }]],
    ['a way to what is not there', [{ id: 'a', kind: 'check', title: {}, whenUnknown: 'b' }]],
  ])('comes to a call-back where there is %s', (_, own) => {
    expect(walk({ steps: own }, [], () => undefined)).toMatchObject({ step: deadEnd, outcome: 'callBack' })
  })
})

describe('faults', () => {
  it('are none in a guide that leads everybody to an outcome, even round', () => {
    expect(faultsOf(guide)).toEqual([])
  })

  it.each<[string, (own: GuideStep[]) => void, string[]]>([
    ['a step nobody reaches', (own) => own.push({ ...steps[4]!, id: 'lost' }), ['unreached lost']],
    ['an answer that leads nowhere', ([first]) => (first!.answers![1]!.to = 'gone'), ['nowhere where/answers/1/to']],
    ['a question without answers', (own) => (own[2]!.answers = []), ['nowhere restart/answers', 'unreached solved']],
    ['a check without an unknown way', ([, check]) => delete check!.whenUnknown, ['noUnknown outage/whenUnknown']],
    ['a check with one way', ([, check]) => delete check!.whenFalse, ['nowhere outage/whenFalse']],
    ['a check of nothing', ([, check]) => delete check!.trigger, ['noTrigger outage/trigger']],
    ['an outcome that says nothing', (own) => delete own[4]!.outcome, ['noOutcome solved/outcome']],
    ['an action done nowhere', (own) => (own[4]!.outcome = 'action'), ['noTarget solved/target']],
    [
      'a circle without an end',
      (own) => own[2]!.answers!.forEach((answer) => (answer.to = 'restart')),
      ['circle restart', 'unreached solved'],
    ],
    ['checks that lead to themselves', ([, check]) => (check!.whenFalse = 'outage'), ['circle outage']],
    ['no outcome', (own) => own.splice(1, 5, { ...steps[0]!, id: 'outage' }, { ...steps[0]!, id: 'restart' }), ['noOutcome -']],
  ])('tell of %s', (_, spoil, faults) => {
    expect(spoilt(spoil)).toEqual(faults)
  })
})

const ids = ['a', 'b', 'c', 'd', 'e', 'f'] as const
const anyId = fc.constantFrom(...ids, 'gone')
/** Guides of all sorts, most of them faulty. */
const anyStep = (id: string): fc.Arbitrary<GuideStep> =>
  fc.oneof(
    fc.array(anyId, { maxLength: 3 }).map(
      (to): GuideStep => ({ id, kind: 'question', title: {}, answers: to.map((one, at) => ({ id: `to-${at}`, text: {}, to: one })) }), // prettier-ignore
    ),
    fc
      .record({ trigger: fc.constantFrom('t', 'u'), whenTrue: anyId, whenFalse: anyId, whenUnknown: anyId }, { requiredKeys: [] })
      .map((ways): GuideStep => ({ id, kind: 'check', title: {}, ...ways })),
    fc
      .constantFrom('solved' as const, 'callBack' as const, 'ticket' as const)
      .map((outcome): GuideStep => ({ id, kind: 'outcome', title: {}, outcome })),
  )
const anyGuide = fc.tuple(...ids.map(anyStep)).map((own) => ({ steps: own }))
/** Guides without a fault: ways lead onwards alone, and the last step is an end. */
const soundGuide = fc
  .array(fc.tuple(fc.boolean(), fc.array(fc.nat({ max: 3 }), { minLength: 3, maxLength: 3 })), { minLength: 1, maxLength: 99 })
  .map((rows) => ({
    steps: [
      ...rows.map(([isQuestion, jumps], at): GuideStep => {
        const [first, second, third] = jumps.map((jump, way) => `s${Math.min(at + 1 + (way === 0 ? 0 : jump), rows.length)}`) as [
          string,
          string,
          string,
        ]
        const id = `s${at}`
        if (!isQuestion) return { id, kind: 'check', title: {}, trigger: 't', whenTrue: first, whenFalse: second, whenUnknown: third }
        return { id, kind: 'question', title: {}, answers: [first, second, third].map((to, one) => ({ id: `to-${one}`, text: {}, to })) }
      }),
      { id: `s${rows.length}`, kind: 'outcome', title: {}, outcome: 'solved' } as const,
    ],
  }))
const anyTruths = fc.record({ t: fc.constantFrom<Truth>(true, false, undefined), u: fc.constantFrom<Truth>(true, false, undefined) })
const anyAnswers = fc.array(fc.record({ step: anyId, answer: fc.constantFrom('to-0', 'to-1', 'to-2', 'gone') }), { maxLength: 300 })

/** Answers whatever is asked until there is an end; counts the questions. */
function answered(
  own: { steps: GuideStep[] },
  choose: number[],
  truthOf: (trigger: string) => Truth,
): { place: GuidePlace; count: number } {
  const answers: { step: string; answer: string }[] = []
  let place = walk(own, answers, truthOf)
  while (place.outcome === undefined) {
    const { id, answers: given = [] } = place.step
    if (given.length === 0) break
    answers.push({ step: id, answer: given[choose[answers.length % choose.length]! % given.length]!.id })
    place = walk(own, answers, truthOf)
  }
  return { place, count: answers.length }
}

describe('any guide', () => {
  it('never shows a check, and never passes more than 100 steps', () => {
    fc.assert(
      fc.property(anyGuide, anyAnswers, anyTruths, (own, answers, truths) => {
        let count = 0
        const place = walk(own, answers, (trigger) => ((count += 1), truths[trigger as 't']))
        expect(place.step.kind).not.toBe('check')
        expect(count).toBeLessThanOrEqual(mostSteps)
        expect(place.trail.length).toBeLessThanOrEqual(mostSteps)
        expect(place.outcome === undefined).toBe(place.step.kind === 'question')
      }),
    )
  })

  it('is at the same place by the same answers', () => {
    fc.assert(
      fc.property(anyGuide, anyAnswers, anyTruths, (own, answers, truths) => {
        const again = walk(structuredClone(own), structuredClone(answers), (trigger) => truths[trigger as 't'])
        expect(again).toEqual(walk(own, answers, (trigger) => truths[trigger as 't']))
      }),
    )
  })

  it('ends within 100 questions, whatever is answered, at an outcome or a question that nobody can answer', () => {
    fc.assert(
      fc.property(anyGuide, fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 9 }), anyTruths, (own, choose, truths) => {
        const { place, count } = answered(own, choose, (trigger) => truths[trigger as 't'])
        expect(count).toBeLessThanOrEqual(mostSteps)
        if (place.outcome === undefined) expect(faultsOf(own)).toContainEqual(expect.objectContaining({ code: 'nowhere' }))
      }),
    )
  })

  it('that has no fault leads everybody to an outcome of its own, never to the dead end', () => {
    fc.assert(
      fc.property(soundGuide, fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 9 }), anyTruths, (own, choose, truths) => {
        expect(faultsOf(own).filter(({ code }) => code !== 'unreached')).toEqual([])
        expect(answered(own, choose, (trigger) => truths[trigger as 't']).place.step).toEqual(own.steps.at(-1))
      }),
    )
  })

  it('that comes to the dead end without going round has a fault', () => {
    fc.assert(
      fc.property(anyGuide, anyAnswers, anyTruths, (own, answers, truths) => {
        const { step, trail } = walk(own, answers.slice(0, 20), (trigger) => truths[trigger as 't'])
        if (step === deadEnd && trail.length < 21) expect(faultsOf(own)).not.toEqual([])
      }),
    )
  })
})
