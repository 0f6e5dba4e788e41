import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { answerSurvey } from '../../actions/answer-survey.ts'
import { content, releaseBody, surface } from '../../testing/release-body.ts'
import { startSystem, type System } from '../../testing/system.ts'
import { describeAction } from './testing/describe-action.ts'
import { listOf } from './testing/simulated.ts'

const answer = (it: string) => ({ link: { label: { it, en: it }, deepLink: 'aurora://thanks', webUrl: '/thanks' } })
const survey = (id: string, fields: object) =>
  content(id, 'survey', { question: { it: 'È chiara?', en: 'Is it clear?' }, answers: [answer('Sì'), answer('No')], ...fields })
const standard = releaseBody()
const body = releaseBody({
  contents: [...standard.contents, survey('clear', { record: true, comment: true }), survey('pages', {})],
  surfaces: [...standard.surfaces, surface('surveys', ['clear', 'pages', 'welcome'], 'landing')],
})
const written = (system: System, customer: string) =>
  listOf(system, 'partyInteraction', `relatedParty.id=${customer}`) as Promise<
    { interactionItem: { note?: { id: string; text: string }[] }[] }[]
  >

describeAction({
  operation: 'answerSurvey',
  does: answerSurvey,
  write: 'answerSurvey',
  body,
  customer: 'C-0014',
  stranger: 'C-0009',
  // The question is the same for both: each answers for himself.
  strangerIsTold: 'nothing',
  inputOf: () => ({ contentId: 'clear', answer: 2, comment: 'Le voci sono tante' }),
  done: async (system, customer) => (await written(system, customer)).length,
  isAsynchronous: false,
  refused: [
    [{ contentId: 'pages' }, 'contentId'],
    [{ contentId: 'welcome' }, 'contentId'],
    [{ contentId: 'not there' }, 'contentId'],
    [{ answer: 0 }, 'answer'],
    [{ answer: 3 }, 'answer'],
    [{ comment: 'x'.repeat(501) }, 'comment'],
    [{ comment: 'a\u0000b' }, 'comment'],
  ],
})

describe('a survey', () => {
  let system: System
  beforeEach(async () => {
    system = await startSystem({ body })
  })
  afterEach(() => system.close())

  let taps = 0
  const send = async (customer: string, input: object) => {
    const query = `mutation ($input: AnswerSurveyInput!) {
      answerSurvey(input: $input) { status message { value } widgets(surface: "surveys", ids: ["clear"]) { id ... on SurveyWidget { survey { thanks { value } } } } }
    }`
    const { body: answered } = await system.ask(customer, query, {
      input: { contentId: 'clear', idempotencyKey: `one-tap-${String(++taps).padStart(4, '0')}`, ...input },
    })
    return (answered.data as unknown as { answerSurvey: Record<string, unknown> }).answerSurvey
  }
  const notes = async (customer: string) => (await written(system, customer)).map(({ interactionItem }) => interactionItem[0]?.note)

  test('is answered once: the tile says thank you, and so does a second answer, which changes nothing', async () => {
    const thanks = 'Grazie, la tua risposta ci aiuta a migliorare.'
    const first = await send('C-0014', { answer: 1, comment: '  Tutto bene  ' })
    expect(first).toEqual({
      status: 'completed',
      message: { value: thanks },
      widgets: [{ id: 'clear', survey: { thanks: { value: thanks } } }],
    })
    expect(await send('C-0014', { answer: 2 })).toMatchObject({ status: 'completed', message: { value: thanks } })
    expect(await notes('C-0014')).toEqual([
      [
        { id: 'answer', text: 'Sì' },
        { id: 'comment', text: 'Tutto bene' },
      ],
    ])
  })

  test('two answers of one customer at the same moment are one', async () => {
    const answers = await Promise.all([send('C-0014', { answer: 1 }), send('C-0014', { answer: 2 })])
    expect(answers.map(({ status }) => status)).toEqual(['completed', 'completed'])
    expect(await notes('C-0014')).toHaveLength(1)
  })

  test('is answered though nobody can tell whether it was answered before', async () => {
    system.simulator.faults.set('interactions', { kind: 'error' })
    expect(await send('C-0014', { answer: 1, comment: ' ' })).toMatchObject({ status: 'completed' })
    system.simulator.faults.clear()
    expect(await notes('C-0014')).toEqual([[{ id: 'answer', text: 'Sì' }]])
  })
})
