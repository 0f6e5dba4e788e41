import type { GuideStep } from '@mosaic/schemas/release'
import { describe, expect, it } from 'vitest'
import { guides } from '../../seed/body/guides.ts'
import { targets } from '../../seed/body/targets.ts'
import { triggers } from '../../seed/body/triggers.ts'
import { guideIssues } from './guide-issues.ts'
import {
  answerAdded,
  answerMoved,
  answerRemoved,
  answerWritten,
  firstStep,
  kindChosen,
  led,
  mostAnswers,
  mostSteps,
  stepAdded,
  stepChanged,
  stepMade,
  stepMoved,
  stepRemoved,
  stepWritten,
} from './model.ts'
import { readSteps } from './read-guide.ts'
import { tryOut } from './trial.ts'

const known = { targets: targets.map(({ id }) => id), triggers: triggers.map(({ id }) => id) }
const issuesOf = (steps: readonly GuideStep[]) => guideIssues('Guida', steps, known)
const bothLanguages = (steps: GuideStep[], at: number, words: string) =>
  stepWritten(stepWritten(steps, at, 'title', 'it', words), at, 'title', 'en', words)
const answered = (steps: GuideStep[], at: number, place: number, words: string) =>
  answerWritten(answerWritten(steps, at, place, 'it', words), at, place, 'en', words)
const { steps } = guides[0]!

describe('a guide that is being written', () => {
  it('is whole by its own steps alone, and nothing is wrong with it then', () => {
    let own = answered(bothLanguages(firstStep(), 0, 'Va?'), 0, 0, 'Sì')
    expect(issuesOf(own).map(({ severity, step }) => [severity, step])).toEqual([
      ['error', undefined],
      ['error', 0],
    ])
    own = bothLanguages(kindChosen(stepMade(own, 0, 0), 1, 'outcome'), 1, 'Bene')
    own = stepChanged(own, 1, { outcome: 'solved' })
    own = answered(answerAdded(own, 0, 0), 0, 1, 'No')
    own = bothLanguages(kindChosen(stepMade(own, 0, 1), 2, 'check'), 2, 'C’è un guasto?')
    own = stepChanged(own, 2, { trigger: 'outage-known' })
    own = led(led(led(own, 2, 'whenTrue', 'step-2'), 2, 'whenFalse', 'step-1'), 2, 'whenUnknown', 'step-2')
    expect(issuesOf(own)).toEqual([])
    expect(issuesOf(led(own, 2, 'whenUnknown', ''))).toMatchObject([{ severity: 'error', step: 2 }])
  })

  it('is told of a trigger and a target that are gone', () => {
    const at = steps.findIndex(({ trigger }) => trigger === 'outage-known')
    expect(issuesOf(stepChanged(steps, at, { trigger: 'gone' }))).toMatchObject([{ severity: 'error', step: at }])
    const end = steps.findIndex(({ target }) => target !== undefined)
    expect(issuesOf(stepChanged(steps, end, { target: 'gone' }))).toMatchObject([{ severity: 'error', step: end }])
  })

  it('leaves nothing that leads to a step which is gone', () => {
    const gone = stepRemoved(steps, 1)
    expect(JSON.stringify(gone)).not.toContain('"outage"')
    expect(gone[0]).toEqual({ id: 'suspended', kind: 'check', title: steps[0]!.title, trigger: 'suspended', whenTrue: 'call' })
    expect(stepRemoved(firstStep(), 0)).toEqual(firstStep())
  })

  it('never gives out an id twice, nor more steps and answers than there may be', () => {
    let own = firstStep()
    for (let count = 0; count < 120; count++) own = stepAdded(answerAdded(stepRemoved(own, 1), 0, 0))
    for (let count = 0; count < 120; count++) own = stepAdded(own)
    expect(new Set(own.map(({ id }) => id)).size).toBe(mostSteps)
    expect(new Set(own[0]!.answers!.map(({ id }) => id)).size).toBe(mostAnswers)
    expect(own[0]!.answers).toHaveLength(mostAnswers)
  })

  it('moves within its ends, keeps its last answer, and forgets an explanation that is taken away', () => {
    expect(
      stepMoved(steps, 0, 1)
        .slice(0, 2)
        .map(({ id }) => id),
    ).toEqual(['outage', 'suspended'])
    expect(stepMoved(steps, 0, -1)).toEqual(steps)
    const at = steps.findIndex(({ id }) => id === 'where')
    expect(answerMoved(steps, at, 0, 1)[at]!.answers!.map(({ id }) => id)).toEqual(['one-place', 'everywhere', 'abroad'])
    expect(answerRemoved(firstStep(), 0, 0)).toEqual(firstStep())
    const explained = stepWritten(firstStep(), 0, 'text', 'it', 'x')
    expect(stepWritten(explained, 0, 'text', 'it', '')).toEqual(firstStep())
  })
})

describe('what is stored', () => {
  it('is read as it was written', () => {
    for (const guide of guides) expect(readSteps(structuredClone(guide.steps))).toEqual(guide.steps)
  })

  it.each([
    undefined,
    null,
    'steps',
    [{}],
    [{ id: 3, kind: 'x', title: 'x', answers: 'y' }],
    [{ kind: 'outcome', outcome: 'x', target: 4 }],
  ])('can be worked with whatever it is: %j', (value) => {
    for (const { id, kind, answers } of readSteps(value)) {
      expect([id, kind !== 'question' || answers!.length > 0]).toEqual([expect.stringMatching(/./), true])
    }
  })
})

it('the guides of the demo have nothing wrong with them', () => {
  for (const guide of guides) expect([guide.id, issuesOf(guide.steps)]).toEqual([guide.id, []])
})

describe('a trial', () => {
  it('stops at each check until somebody says what comes out, and tells what was found', () => {
    const no = (trigger: string) => ({ kind: 'check' as const, trigger, truth: false })
    expect(tryOut(steps, []).step.id).toBe('suspended')
    expect(tryOut(steps, [no('suspended')])).toMatchObject({ step: { id: 'outage' }, trail: [{ step: 'suspended', found: { it: 'No' } }] })
    const tried = ['suspended', 'outage-known', 'works-today', 'data-nearly-used-up'].map(no)
    expect(tryOut(steps, tried).step.id).toBe('where')
    expect(tryOut(steps, [...tried, { kind: 'answer', step: 'where', answer: 'abroad' }])).toMatchObject({
      step: { id: 'go-abroad' },
      outcome: 'action',
      isDeadEnd: false,
    })
    expect(tryOut(steps, [{ kind: 'check', trigger: 'suspended', truth: undefined }]).step.id).toBe('outage')
  })

  it('says where it leads nowhere', () => {
    expect(tryOut(firstStep(), [{ kind: 'answer', step: 'step-1', answer: 'answer-1' }])).toMatchObject({ isDeadEnd: true })
  })
})
