import type { Guide, GuideStep } from '@mosaic/schemas/release'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { careBody, target } from '../../hand-over/testing/care-body.ts'
import { chiara, startCareSystem, type CareSystem } from '../../hand-over/testing/care-system.ts'

/* A guide walked by a customer, through the doors of his app. */

const text = (it: string, en = it) => ({ it, en })
const question = (id: string, yes: string, no: string): GuideStep => ({
  id,
  kind: 'question',
  title: text(`${id}?`, `${id} in English?`),
  answers: [
    { id: 'yes', text: text('Sì', 'Yes'), to: yes },
    { id: 'no', text: text('No'), to: no },
  ],
})
const slow: Guide = {
  id: 'slow',
  name: 'Slow',
  title: text('Internet lento', 'Slow internet'),
  words: [],
  steps: [
    { id: 'debt', kind: 'check', title: text('In regola?'), trigger: 'in-debt', whenTrue: 'call', whenFalse: 'lights', whenUnknown: 'lights' },
    question('lights', 'cable', 'call'),
    question('cable', 'solved', 'bill'),
    { id: 'solved', kind: 'outcome', title: text('Risolto'), outcome: 'solved' },
    { id: 'bill', kind: 'outcome', title: text('Guarda'), outcome: 'action', target: 'bill-explained' },
    { id: 'call', kind: 'outcome', title: text('Ti richiamiamo'), outcome: 'callBack' },
  ],
} // prettier-ignore

let system: CareSystem
const body = careBody()
beforeAll(
  async () =>
    void (system = await startCareSystem({
      body: careBody({
        guides: [...body.guides, slow],
        targets: [...body.targets, target({ id: 'slow-cable', opens: 'step', guide: 'slow', step: 'cable', surface: undefined, content: undefined })],
      }),
    })),
) // prettier-ignore
afterAll(() => system.close())

type Walk = {
  run: string | null
  step: { id: string; outcome: string | null; answers: { id: string; isChosen: boolean }[] }
  trail: { step: string; kind: string; found: { value: string } }[]
  place: { webPath: string } | null
  message: { value: string } | null
}
const walk =
  'run title { value } step { id kind title { value } text { value } image { url alt } answers { id text { value } isChosen } outcome } trail { step kind title { value } found { value } } place { webPath } message { value }'
const looking = `query ($id: ID!, $run: ID, $from: ID) { guide(id: $id, run: $run, from: $from) { ${walk} } }`
const answering = `mutation ($input: AnswerGuideInput!) { answerGuide(input: $input) { ${walk} } }`
const look = async (customer: string, variables: object = {}) =>
  (await system.askApp<{ guide: Walk | null }>(customer, looking, { id: 'slow', ...variables })).data?.guide
const say = (customer: string, input: object) =>
  system.askApp<{ answerGuide: Walk }>(customer, answering, { input: { guide: 'slow', ...input } })
const answer = async (customer: string, input: object) => {
  const { data, codes } = await say(customer, input)
  if (!data) throw new Error(`It was not answered: ${codes.join()}`)
  return data.answerGuide
}
const { customer } = chiara

test('one question after the other: looking writes nothing down, what was checked is said, and a reload goes on', async () => {
  const first = await look(customer)
  expect(first).toMatchObject({ run: null, step: { id: 'lights' }, trail: [{ step: 'debt', kind: 'check', found: { value: 'No' } }] })
  const second = await answer(customer, { step: 'lights', answer: 'yes' })
  expect(second).toMatchObject({ run: expect.any(String) as string, step: { id: 'cable' } })
  expect(second.trail.map(({ step, kind, found }) => [step, kind, found.value])).toEqual([
    ['debt', 'check', 'No'],
    ['lights', 'answer', 'Sì'],
  ])
  expect(await look(customer, { run: second.run })).toEqual(second)
  // Another device knows no walk, and goes on with it too.
  expect(await look(customer)).toEqual(second)

  const back = await answer(customer, { run: second.run, backTo: 'lights' })
  expect(back.step).toMatchObject({ id: 'lights', answers: [{ id: 'yes', isChosen: true }, { id: 'no', isChosen: false }] }) // prettier-ignore
  await answer(customer, { run: second.run, step: 'lights', answer: 'yes' })
  const end = await answer(customer, { run: second.run, step: 'cable', answer: 'no' })
  expect(end).toMatchObject({ step: { id: 'bill', outcome: 'action' }, place: { webPath: '/surface/summer#welcome' } })
  expect(await look(customer, { run: second.run })).toEqual(end)
  // Whoever comes another time begins anew.
  expect(await look(customer)).toMatchObject({ run: null, step: { id: 'lights' } })
})

test('of two who answer the same question, the second is told, and is where the first has led', async () => {
  const { run } = await answer(customer, {})
  const both = await Promise.all(['yes', 'no'].map((one) => answer(customer, { run, step: 'lights', answer: one })))
  expect(both.filter(({ message }) => message !== null)).toHaveLength(1)
  expect(new Set(both.map(({ step }) => step.id)).size).toBe(1)
})

test('somebody else’s walk is not there: not to be seen, not to be answered, not to be brought along', async () => {
  const { run } = await answer(customer, { step: 'lights', answer: 'yes' })
  expect(await look('C-0001', { run })).toMatchObject({ run: null, trail: [{ found: { value: 'Sì' } }], step: { id: 'call' } })
  expect((await say('C-0001', { run, step: 'cable', answer: 'yes' })).codes).toEqual(['BAD_INPUT'])
  expect((await say('C-0001', { run, backTo: 'lights' })).codes).toEqual(['BAD_INPUT'])
  expect(await look(customer, { run })).toMatchObject({ step: { id: 'cable' } })
  const booking =
    'mutation ($run: ID, $startsAt: DateTime!, $key: String!) { requestCallBack(input: { run: $run, startsAt: $startsAt, idempotencyKey: $key }) { status } }'
  const { data } = await system.askApp<{ callBackTimes: { startsAt: string }[] }>(customer, '{ callBackTimes { startsAt } }')
  const wish = { run, startsAt: data?.callBackTimes.at(-1)?.startsAt, key: crypto.randomUUID() }
  expect((await system.askApp('C-0001', booking, wish)).codes).toEqual(['BAD_INPUT'])
  expect(await system.askApp(customer, booking, wish)).toMatchObject({ data: { requestCallBack: { status: 'booked' } } })
  // Whoever calls knows what was said.
  const queue = `{ callBacks(until: "2100-01-01T00:00:00.000Z") { said } }`
  const desk = await system.askDesk<{ callBacks: { said: string[] }[] }>('S-anna', queue)
  expect(desk.data?.callBacks.flatMap(({ said }) => said)).toContain('lights?: Sì')
})

test.each<[string, object]>([
  ['no such guide', { guide: 'nothing', step: 'lights', answer: 'yes' }],
  ['no such step', { step: 'nothing', answer: 'yes' }],
  ['no such answer', { step: 'lights', answer: 'perhaps' }],
  ['no such walk', { run: '0'.repeat(32), step: 'lights', answer: 'yes' }],
  ['an id with blanks', { step: 'a b', answer: 'yes' }],
])('%s', async (_name, input) => expect((await say(customer, input)).codes).toEqual(['BAD_INPUT']))

test('no such guide is nothing to be seen; a target leads to a step of one', async () => {
  expect(await look(customer, { id: 'nothing' })).toBeNull()
  expect(await look(customer, { from: 'cable' })).toMatchObject({ run: null, step: { id: 'cable' } })
  expect(await answer(customer, { from: 'cable', step: 'cable', answer: 'yes' })).toMatchObject({ step: { outcome: 'solved' } })
})

test('what cannot be found out has a way of its own', async () => {
  system.simulator.faults.set('account', { kind: 'error', status: 503 })
  try {
    const walk = await look('C-0009')
    expect(walk).toMatchObject({ step: { id: 'lights' }, trail: [{ step: 'debt', found: { value: 'Non lo sappiamo' } }] })
  } finally {
    system.simulator.reset()
  }
})
