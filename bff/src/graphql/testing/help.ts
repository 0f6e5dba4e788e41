import { expect } from 'vitest'
import type { System } from '../../testing/system.ts'

/** What an app asks of those who help its customers, and what must come of it. */
export type Help = { customer: string; variables: Record<string, unknown>; answer: unknown }

/** So many links and calls are asked for as there are apps: more than anybody may have. */
export const helpEnvironment = { HAND_OVER_NUMBER_LIMIT: '1000', HAND_OVER_NUMBER_DAY_LIMIT: '1000', HAND_OVER_AGENT_LIMIT: '1000' }

const customer = 'C-0014'
const lineId = 'L-0014-1'

/** By the root field of a document; each makes ready what it needs. */
export const help: Readonly<Record<string, (system: System) => Promise<Help>>> = {
  async handOvers(system) {
    const id = await prepare(system)
    return { customer, variables: {}, answer: expect.arrayContaining([expect.objectContaining({ id })]) }
  },
  openHandOver: () =>
    Promise.resolve({ customer, variables: { token: 'x'.repeat(22) }, answer: expect.objectContaining({ status: 'gone', claim: null }) }),
  async acceptHandOver(system) {
    const id = await prepare(system)
    return { customer, variables: { id }, answer: expect.objectContaining({ id, state: 'signedIn' }) }
  },
  async noteHandOver(system) {
    const id = await prepare(system)
    await system.ask(customer, 'mutation ($id: ID!) { acceptHandOver(id: $id) { id } }', { id })
    return { customer, variables: { id, type: 'reached', step: 'banner' }, answer: expect.objectContaining({ id, state: 'reached' }) }
  },
  async callBackTimes(system) {
    const [first] = await timesOf(system)
    return { customer, variables: {}, answer: expect.arrayContaining([expect.objectContaining({ startsAt: first })]) }
  },
  async requestCallBack(system) {
    const startsAt = (await timesOf(system)).at(-1)
    const variables = { startsAt, topic: 'Fattura', lineId, idempotencyKey: crypto.randomUUID() }
    return { customer, variables, answer: expect.objectContaining({ status: 'booked', startsAt }) }
  },
  guide: () => Promise.resolve({ customer, variables: { id: 'wifi' }, answer: expect.objectContaining({ run: null }) }),
  answerGuide: () =>
    Promise.resolve({
      customer,
      variables: { guide: 'wifi', step: 'lights', answer: 'red' },
      answer: expect.objectContaining({
        run: expect.any(String) as string,
        step: expect.objectContaining({ outcome: 'solved' }) as object,
      }),
    }),
  async openTicket(system) {
    const answering = 'mutation ($input: AnswerGuideInput!) { answerGuide(input: $input) { run } }'
    const { body } = await system.ask(customer, answering, { input: { guide: 'wifi', step: 'lights', answer: 'none' } })
    const { run } = (body.data as unknown as { answerGuide: { run: string } }).answerGuide
    const answer = expect.objectContaining({ status: 'completed', ticket: expect.stringMatching(/^TT-/) as string })
    return { customer, variables: { run, idempotencyKey: crypto.randomUUID() }, answer }
  },
  async callBacks(system) {
    const id = await booked(system)
    return { customer, variables: {}, answer: expect.arrayContaining([expect.objectContaining({ id })]) }
  },
  async cancelCallBack(system) {
    const id = await booked(system)
    return { customer, variables: { id }, answer: expect.objectContaining({ status: 'cancelled' }) }
  },
  menu: () => Promise.resolve({ customer, variables: {}, answer: expect.objectContaining({ id: 'voice_start' }) }),
}

/** An agent leads the customer to a page: its id. */
async function prepare(system: System): Promise<string> {
  const input = { customer, line: lineId, target: 'bill-explained', locale: 'it', idempotencyKey: crypto.randomUUID() }
  const sending = 'mutation ($input: SendHandOverInput!) { sendHandOver(input: $input) { status handOver { id } } }'
  const { data } = await system.askDesk<{ sendHandOver: { status: string; handOver: { id: string } | null } }>('S-anna', sending, { input })
  if (!data.sendHandOver.handOver) throw new TypeError(`Expected a hand-over, got ${data.sendHandOver.status}`)
  return data.sendHandOver.handOver.id
}

/** Spread over the first days, so that no day has more than one customer may book. */
let bookings = 0

/** An agent books a call for the customer: its id. */
async function booked(system: System): Promise<string> {
  const times = await timesOf(system)
  const startsAt = times[(++bookings * 37) % Math.ceil(times.length / 2)]
  const input = { customer, startsAt, topic: 'Fattura', idempotencyKey: crypto.randomUUID() }
  const booking = 'mutation ($input: BookCallBackInput!) { bookCallBack(input: $input) { status callBack { id } } }'
  const { data } = await system.askDesk<{ bookCallBack: { status: string; callBack: { id: string } | null } }>('S-anna', booking, { input })
  if (!data.bookCallBack.callBack) throw new TypeError(`Expected a call-back, got ${data.bookCallBack.status}`)
  return data.bookCallBack.callBack.id
}

async function timesOf(system: System): Promise<string[]> {
  const { body } = await system.ask(customer, '{ callBackTimes { startsAt } }')
  return (body.data as unknown as { callBackTimes: { startsAt: string }[] }).callBackTimes.map(({ startsAt }) => startsAt)
}
