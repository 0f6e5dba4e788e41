import type { Guide, GuideStep } from '@mosaic/schemas/release'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { careBody, target } from '../../hand-over/testing/care-body.ts'
import { chiara, startCareSystem, type CareSystem } from '../../hand-over/testing/care-system.ts'

/* A guide walked by an agent and a customer together, through both doors. */

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
const check = (id: string, trigger: string, to: string): GuideStep => ({ id, kind: 'check', title: text(`${id}?`), trigger, whenTrue: to, whenFalse: to, whenUnknown: to }) // prettier-ignore
const guide = (id: string, title: string, steps: GuideStep[], words: string[] = []): Guide => ({
  id,
  name: title,
  title: text(title),
  words,
  steps,
})
const solved: GuideStep = { id: 'solved', kind: 'outcome', title: text('Risolto'), outcome: 'solved' }
const slow = guide(
  'slow',
  'Internet lento',
  [
    check('debt', 'in-debt', 'lights'),
    question('lights', 'cable', 'bill'),
    question('cable', 'again', 'bill'),
    question('again', 'solved', 'lights'),
    solved,
    { id: 'bill', kind: 'outcome', title: text('Guarda'), outcome: 'action', target: 'bill-explained' },
  ],
  ['non navigo'],
)
const body = careBody()
const calls = guide('calls', 'Chiamate mute', [question('mute', 'solved', 'solved'), solved])
const dead = guide('dead', 'Linea muta', [
  question('tone', 'solved', 'report'),
  solved,
  { id: 'report', kind: 'outcome', title: text('Serve un tecnico'), outcome: 'ticket' },
])

let system: CareSystem
beforeAll(async () => {
  const ledTo = target({ id: 'calls-guide', opens: 'step', guide: 'calls', surface: undefined, content: undefined, trigger: 'in-debt' })
  system = await startCareSystem({ body: careBody({ guides: [...body.guides, calls, slow, dead], targets: [...body.targets, ledTo] }) })
})
afterAll(() => system.close())

type Run = {
  id: string
  startedBy: string
  step: { id: string; outcome: string | null; answers: { id: string; isChosen: boolean }[] }
  trail: { step: string; kind: string; found: { value: string }; by: string | null; agent: string | null }[]
  target: { id: string; title: string; fits: string } | null
  helper: string | null
  isMine: boolean
  isReported: boolean
  ticket: string | null
  message: { value: string } | null
}
type Choice = { id: string; title: string; fits: string; found: { step: string; found: { value: string } }[] }
const run =
  'id guide lineId startedBy at step { id outcome answers { id isChosen } } trail { step kind found { value } by agent } target { id title fits } isReported ticket helper isMine message { value }'
const choosing =
  'query ($text: String, $customer: ID, $line: ID) { guides(text: $text, customer: $customer, line: $line) { id title fits found { step found { value } } } }'
const starting = `mutation ($customer: ID!, $guide: ID!, $line: ID) { startGuide(customer: $customer, guide: $guide, line: $line) { ${run} } }`
const answering = `mutation ($run: ID!, $step: ID!, $answer: ID!) { answerGuide(run: $run, step: $step, answer: $answer) { ${run} } }`
const goingBack = `mutation ($run: ID!, $step: ID!) { backInGuide(run: $run, step: $step) { ${run} } }`
const reading = `query ($id: ID!) { guideRun(id: $id) { ${run} } }`
const lately = `query ($customer: ID!) { guideRuns(customer: $customer) { ${run} } }`
const his = 'run helper message { value } step { id answers { id isChosen } } trail { step helper found { value } }'
const looking = `query ($run: ID) { guide(id: "slow", run: $run) { ${his} } }`
const saying = `mutation ($run: ID, $step: ID, $answer: ID, $backTo: ID) { answerGuide(input: { guide: "slow", run: $run, step: $step, answer: $answer, backTo: $backTo }) { ${his} } }`
type His = {
  run: string | null
  helper: string | null
  message: { value: string } | null
  step: Run['step']
  trail: { step: string; helper: string | null; found: { value: string } }[]
}

/** As an agent does it; what is refused fails the test. */
async function desk<Data>(query: string, variables: Record<string, unknown>, staff = 'S-anna'): Promise<Data> {
  const { data, codes } = await system.askDesk<Data>(staff, query, variables)
  if (!data || codes.length > 0) throw new Error(`The desk was refused: ${codes.join()}`)
  return data
}
async function start(customer: string, staff = 'S-anna', wanted = 'slow') {
  return (await desk<{ startGuide: Run }>(starting, { customer, guide: wanted }, staff)).startGuide
}
async function app(customer: string, query: string, variables: Record<string, unknown> = {}): Promise<His> {
  const { data, codes } = await system.askApp<Record<string, His>>(customer, query, variables)
  const [found] = Object.values(data ?? {})
  if (!found) throw new Error(`The app was refused: ${codes.join()}`)
  return found
}
const { customer } = chiara

test('together, each at the step of the other, who reads who has answered; the way back, and the place it ends at', async () => {
  const begun = await start(customer)
  expect(begun).toMatchObject({
    startedBy: 'agent',
    step: { id: 'lights' },
    helper: 'Anna Agente',
    trail: [{ step: 'debt', kind: 'check', by: null }],
  })
  // His page finds it without knowing of it.
  const seen = await app(customer, looking)
  expect(seen).toMatchObject({ run: begun.id, helper: 'Anna', step: { id: 'lights' } })

  const second = await desk<{ answerGuide: Run }>(answering, { run: begun.id, step: 'lights', answer: 'yes' })
  expect(second.answerGuide).toMatchObject({ message: null, step: { id: 'cable' } })
  expect((await app(customer, looking)).trail).toEqual([
    { step: 'debt', helper: null, found: { value: 'No' } },
    { step: 'lights', helper: 'Anna', found: { value: 'Sì' } },
  ])
  await app(customer, saying, { run: begun.id, step: 'cable', answer: 'yes' })
  const third = (await desk<{ guideRun: Run }>(reading, { id: begun.id })).guideRun
  expect(third.step.id).toBe('again')
  expect(third.trail.map(({ step, by, agent }) => [step, by, agent])).toEqual([['debt', null, null], ['lights', 'agent', 'Anna Agente'], ['cable', 'customer', null]]) // prettier-ignore

  const back = await desk<{ backInGuide: Run }>(goingBack, { run: begun.id, step: 'cable' })
  expect(back.backInGuide.step).toEqual({ id: 'cable', outcome: null, answers: [{ id: 'yes', isChosen: true }, { id: 'no', isChosen: false }] }) // prettier-ignore
  expect((await app(customer, looking)).step.id).toBe('cable')
  const end = await desk<{ answerGuide: Run }>(answering, { run: begun.id, step: 'cable', answer: 'no' })
  expect(end.answerGuide).toMatchObject({
    step: { id: 'bill', outcome: 'action' },
    target: { id: 'bill-explained', title: 'Spiegazione della fattura' },
  })
})

test('a question that comes again is asked again', async () => {
  const { id } = await start('C-0002')
  const steps = []
  for (const [step, answer] of [
    ['lights', 'yes'],
    ['cable', 'yes'],
    ['again', 'no'],
    ['lights', 'yes'],
    ['cable', 'yes'],
    ['again', 'yes'],
  ])
    // prettier-ignore
    steps.push((await desk<{ answerGuide: Run }>(answering, { run: id, step, answer })).answerGuide.step.id)
  expect(steps).toEqual(['cable', 'again', 'lights', 'cable', 'again', 'solved'])
})

test('the agent takes part in what the customer has begun, and another takes over', async () => {
  const alone = await app('C-0003', saying, { step: 'lights', answer: 'yes' })
  expect(alone.helper).toBeNull()
  const [found] = (await desk<{ guideRuns: Run[] }>(lately, { customer: 'C-0003' })).guideRuns
  expect(found).toMatchObject({ id: alone.run, startedBy: 'customer', step: { id: 'cable' }, helper: null })
  expect(await start('C-0003')).toMatchObject({ id: alone.run, startedBy: 'customer', helper: 'Anna Agente', isMine: true })
  expect(await app('C-0003', looking, { run: alone.run })).toMatchObject({ helper: 'Anna', step: { id: 'cable' } })
  expect(await start('C-0003', 'S-bruno')).toMatchObject({ id: alone.run, helper: 'Bruno Agente', isMine: true })
  expect((await desk<{ guideRuns: Run[] }>(lately, { customer: 'C-0003' })).guideRuns[0]?.isMine).toBe(false)
  // His first answer on another device goes into the same walk.
  expect(await app('C-0003', saying, { step: 'cable', answer: 'yes' })).toMatchObject({ run: alone.run, step: { id: 'again' } })
})

test('what has ended on the customer’s page goes on where the agent has begun anew', async () => {
  const { run } = await app('C-0010', saying, { step: 'lights', answer: 'no' })
  const begun = await start('C-0010')
  expect(begun.id).not.toBe(run)
  expect(await app('C-0010', looking, { run })).toMatchObject({ run: begun.id, helper: 'Anna', step: { id: 'lights' } })
})

test('both at once: one answer counts, the other is told, and both are at the same step', async () => {
  for (let round = 0; round < 5; round++) {
    const walker = `C-00${20 + round}`
    const { id } = await start(walker)
    const [mine, other] = await Promise.all([
      desk<{ answerGuide: Run }>(answering, { run: id, step: 'lights', answer: 'yes' }).then(({ answerGuide }) => answerGuide),
      app(walker, saying, { run: id, step: 'lights', answer: 'no' }),
    ])
    expect([mine.message, other.message].filter((message) => message !== null)).toHaveLength(1)
    expect(mine.step.id).toBe(other.step.id)
    const now = (await desk<{ guideRun: Run }>(reading, { id })).guideRun
    expect(now.trail.filter(({ kind }) => kind === 'answer')).toHaveLength(1)
    expect(now.step.id).toBe(mine.step.id)
  }
})

test('an answer to a question that the other has gone back from is told so', async () => {
  const { id } = await start('C-0004')
  await desk(answering, { run: id, step: 'lights', answer: 'yes' })
  await app('C-0004', saying, { run: id, backTo: 'lights' })
  const late = await desk<{ answerGuide: Run }>(answering, { run: id, step: 'cable', answer: 'yes' })
  expect(late.answerGuide).toMatchObject({ step: { id: 'lights' }, message: { value: expect.stringContaining('tornata') as string } })
})

test('those that are about the customer come first, with what was found; by what he says, and without him', async () => {
  const ofDebtor = (await desk<{ guides: Choice[] }>(choosing, { customer: 'C-0001' })).guides
  expect(ofDebtor.map(({ id, fits }) => [id, fits])).toEqual([['calls', 'yes'], ['slow', 'yes'], ['dead', 'unknown'], ['wifi', 'unknown']]) // prettier-ignore
  expect(ofDebtor.find(({ id }) => id === 'slow')?.found).toEqual([{ step: 'debt', found: { value: 'Sì' } }])
  const others = (await desk<{ guides: Choice[] }>(choosing, { customer })).guides
  expect(others.map(({ id, fits }) => [id, fits])).toEqual([['slow', 'unknown'], ['dead', 'unknown'], ['wifi', 'unknown'], ['calls', 'no']]) // prettier-ignore
  expect((await desk<{ guides: Choice[] }>(choosing, { text: 'non navigo più', customer })).guides.map(({ id }) => id)).toEqual(['slow'])
  expect((await desk<{ guides: Choice[] }>(choosing, {})).guides.map(({ fits }) => fits)).toEqual([
    'unknown',
    'unknown',
    'unknown',
    'unknown',
  ])
})

test('the desk hears of it as it happens', async () => {
  const answer = await fetch(`${system.bff.url}/care/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', authorization: `Bearer ${await system.simulator.issueStaffToken('S-anna')}` },
    body: JSON.stringify({ query: 'subscription { desk { type id customerId } }' }),
  }) // prettier-ignore
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
  const walked = await app('C-0005', saying, { step: 'lights', answer: 'yes' })
  let heard = ''
  while (!heard.includes('"desk"')) heard += (await reader?.read())?.value ?? ''
  await reader?.cancel()
  expect(heard).toContain(JSON.stringify({ type: 'guide', id: walked.run, customerId: 'C-0005' }))
})

test('a call is booked with everything that was said, and only with a walk of his own', async () => {
  const { id } = await start('C-0006')
  await desk(answering, { run: id, step: 'lights', answer: 'yes' })
  const { callBackTimes } = await desk<{ callBackTimes: { startsAt: string; free: number }[] }>('{ callBackTimes { startsAt free } }', {})
  const startsAt = callBackTimes.findLast(({ free }) => free > 0)?.startsAt
  const booking = 'mutation ($input: BookCallBackInput!) { bookCallBack(input: $input) { status callBack { said guideId } } }'
  const book = (walker: string) =>
    system.askDesk('S-anna', booking, {
      input: { customer: walker, startsAt, topic: 'Internet', run: id, idempotencyKey: crypto.randomUUID() },
    })
  expect(await book('C-0006')).toMatchObject({
    data: { bookCallBack: { status: 'booked', callBack: { guideId: 'slow', said: expect.arrayContaining(['lights?: Sì']) as string[] } } },
  })
  expect((await book('C-0007')).codes).toEqual(['BAD_INPUT'])
})

test('a ticket is opened for the customer once, and from then on nothing moves', async () => {
  const { id } = await start('C-0011', 'S-anna', 'dead')
  await desk(answering, { run: id, step: 'tone', answer: 'no' })
  const reporting = `mutation ($run: ID!, $key: String!) { openTicket(run: $run, idempotencyKey: $key) { status run { ${run} } } }`
  const report = (walk: string) =>
    desk<{ openTicket: { status: string; run: Run } | null }>(reporting, { run: walk, key: crypto.randomUUID() })
  const [one, other] = await Promise.all([report(id), report(id)])
  expect(one.openTicket).toMatchObject({ status: 'completed', run: { isReported: true, ticket: expect.stringMatching(/./) as string } })
  expect(other.openTicket?.run.ticket).toBe(one.openTicket?.run.ticket)
  // The customer finds it on his page.
  const his = await system.askApp<{ guide: { ticket: { id: string } } }>(
    'C-0011',
    `query ($run: ID) { guide(id: "dead", run: $run) { ticket { id } } }`,
    { run: id },
  )
  expect(his.data?.guide.ticket.id).toBe(one.openTicket?.run.ticket)
  expect((await desk<{ backInGuide: Run }>(goingBack, { run: id, step: 'tone' })).backInGuide.step.id).toBe('report')
  expect((await report('0'.repeat(32))).openTicket).toBeNull()
})

test('everything stands in the register before it is answered', async () => {
  const { id } = await start('C-0008')
  await desk(answering, { run: id, step: 'lights', answer: 'yes' })
  await desk(goingBack, { run: id, step: 'lights' })
  await desk(lately, { customer: 'C-0008' })
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(new Date())
  const query = 'query ($day: String!) { audit(day: $day, about: "C-0008") { what who details { name value } } }'
  const { audit } = await desk<{ audit: { what: string; who: string }[] }>(query, { day }, 'S-sandro')
  expect(audit.map(({ what }) => what).toSorted()).toEqual(['audit.seen', 'guide.answered', 'guide.back', 'guide.seen', 'guide.started'])
  expect(JSON.stringify(audit)).toContain(id)
})

test.each<[string, string, Record<string, unknown>, string]>([
  ['no such customer', starting, { customer: 'C-9999', guide: 'slow' }, 'BAD_INPUT'],
  ['no such guide', starting, { customer, guide: 'nothing' }, 'BAD_INPUT'],
  ['somebody else’s line', starting, { customer, guide: 'slow', line: 'L-0001-1' }, 'LINE_NOT_FOUND'],
  ['too much said', choosing, { text: 'x'.repeat(201) }, 'BAD_INPUT'],
  ['a code with blanks', lately, { customer: 'C 1' }, 'BAD_INPUT'],
])('%s', async (_name, query, variables, code) => expect((await system.askDesk('S-anna', query, variables)).codes).toEqual([code]))

test('no such walk is nothing; no such step or answer is refused, and moves nothing', async () => {
  for (const [query, variables] of [
    [reading, { id: '0'.repeat(32) }],
    [reading, { id: 'a b:%' }],
    [answering, { run: '0'.repeat(32), step: 'lights', answer: 'yes' }],
  ] as const)
    // prettier-ignore
    expect(Object.values(await desk<Record<string, unknown>>(query, variables))).toEqual([null])
  const { id } = await start('C-0009')
  for (const input of [
    { step: 'nothing', answer: 'yes' },
    { step: 'lights', answer: 'perhaps' },
  ])
    expect((await system.askDesk('S-anna', answering, { run: id, ...input })).codes).toEqual(['BAD_INPUT'])
  expect((await desk<{ guideRun: Run }>(reading, { id })).guideRun.step.id).toBe('lights')
})
