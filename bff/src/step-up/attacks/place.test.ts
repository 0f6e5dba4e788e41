import { createHmac } from 'node:crypto'
import { linkPath } from '@mosaic/schemas/sms'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chiara } from '../../hand-over/testing/care-system.ts'
import { menuSecret, startGuestSystem, type GuestSystem } from '../testing/guest-system.ts'

/* Somebody has proven that he holds the number of a link to a guide or a voice menu, and wants more than that. */

let system: GuestSystem
beforeAll(async () => void (system = await startGuestSystem()))
afterAll(() => system.close())
beforeEach(() => {
  system.simulator.reset()
  system.nextHour()
})

const wifi = { target: 'wifi-guide' }
async function silent(wanted: Record<string, unknown> = wifi, msisdn = chiara.msisdn) {
  const { claim } = await system.openLink(wanted, msisdn)
  return (await system.proveOn(claim, msisdn)).grant ?? ''
}
async function byCode(wanted: Record<string, unknown> = wifi, msisdn = chiara.msisdn) {
  const { claim } = await system.openLink(wanted, msisdn)
  await system.step('/a/code', { claim })
  return (await system.step('/a/code/check', { claim, code: system.codeOn(msisdn) })).grant ?? ''
}
const home = { formFactor: 'COMPACT' }
const key = () => ({ idempotencyKey: crypto.randomUUID() })
const codeOf = ({ status, body }: Awaited<ReturnType<GuestSystem['ask']>>) => [status, body.errors?.[0]?.extensions?.code]
const forbidden = [403, 'FORBIDDEN']
/** A walk of a customer who is signed in. */
const runOf = async (customer: string, guide: string, line: string) => {
  const begin = 'mutation ($input: AnswerGuideInput!) { answerGuide(input: $input) { run } }'
  const { data } = await system.askApp<{ answerGuide: { run: string } }>(customer, begin, { input: { guide, line } })
  if (!data) throw new Error('The walk has not begun')
  return data.answerGuide.run
}

describe('a guide', () => {
  type Walk = { run: string | null; step: { id: string } }
  const walkOf = async (grant: string, file: string, variables: Record<string, unknown>) => {
    const { body } = await system.ask(grant, file, variables)
    expect(body.errors).toBeUndefined()
    return (body.data?.['guide'] ?? body.data?.['answerGuide']) as Walk
  }

  test('is walked on the line of the link, and who calls back knows what was said', async () => {
    const grant = await silent()
    expect(await walkOf(grant, 'guide', { id: 'wifi' })).toMatchObject({ run: null, step: { id: 'lights' } })
    const { run, step } = await walkOf(grant, 'answer-guide', { guide: 'wifi', step: 'lights', answer: 'red' })
    expect(step.id).toBe('end')
    expect(await walkOf(grant, 'guide', { id: 'wifi', run, line: chiara.line })).toMatchObject({ run, step: { id: 'end' } })

    const times = (await system.ask(grant, 'call-back-times')).body.data as { callBackTimes: { startsAt: string }[] }
    const startsAt = times.callBackTimes.at(-1)?.startsAt
    const called = await system.ask(grant, 'request-call-back', { startsAt, run, ...key() })
    expect(called.body.data).toMatchObject({ requestCallBack: { status: 'booked' } })
    const until = new Date(system.now().getTime() + 8 * 86_400_000).toISOString()
    const queue = 'query ($until: DateTime) { callBacks(until: $until) { said } }'
    const { data } = await system.askDesk<{ callBacks: { said: string[] }[] }>('S-anna', queue, { until })
    expect(data?.callBacks.map(({ said }) => said)).toEqual([['Che luci vedi?: Rosse']])
  })

  test('is reported to those who solve it after a code, and not before', async () => {
    const run = await runOf(chiara.customer, 'wifi', chiara.line)
    expect(codeOf(await system.ask(await silent(), 'open-ticket', { run, ...key() }))).toEqual(forbidden)
    // This one has nothing to report: whoever may ask is told so.
    expect((await system.ask(await byCode(), 'open-ticket', { run, ...key() })).status).toBe(200)
  })

  test.each([
    ['another guide', 'guide', { id: 'sofa' }],
    ['another line', 'guide', { id: 'wifi', line: 'L-0009-1' }],
    ['to answer in another guide', 'answer-guide', { guide: 'sofa' }],
    ['to answer for another line', 'answer-guide', { guide: 'wifi', line: 'L-0009-1' }],
    ['a walk there is not', 'guide', { id: 'wifi', run: 'none' }],
    ['a walk that is no text', 'guide', { id: 'wifi', run: { id: 'none' } }],
    ['a page', 'home', home],
    ['the voice menu', 'menu', {}],
    ['to top up', 'top-up', { lineId: chiara.line, amount: 500, ...key() }],
  ])('does not open %s, whatever was proven', async (_title, file, variables) => {
    for (const grant of [await silent(), await byCode()]) expect(codeOf(await system.ask(grant, file, variables))).toEqual(forbidden)
  })

  test('does not open another walk: somebody else’s, his own through another guide, his own on another line', async () => {
    const two = system.simulator.customers.find(({ lines }) => lines.filter(({ kind }) => kind === 'voice').length > 1)
    const [line, other] = two?.lines.filter(({ kind }) => kind === 'voice') ?? []
    if (!two || !line || !other) throw new Error('Nobody has two lines')
    const others = [
      await runOf(chiara.customer, 'wifi', chiara.line),
      await runOf(two.id, 'sofa', line.id),
      await runOf(two.id, 'wifi', other.id),
    ]
    const own = await runOf(two.id, 'wifi', line.id)
    const grant = await byCode({ ...wifi, customer: two.id, line: line.id }, line.msisdn)
    expect(await walkOf(grant, 'guide', { id: 'wifi', run: own })).toMatchObject({ run: own })
    for (const run of others) {
      for (const [file, variables] of [
        ['guide', { id: 'wifi' }],
        ['answer-guide', { guide: 'wifi', step: 'lights', answer: 'red' }],
        ['open-ticket', key()],
        ['request-call-back', { startsAt: system.now().toISOString(), ...key() }],
      ] as const)
        expect([file, ...codeOf(await system.ask(grant, file, { ...variables, run }))]).toEqual([file, ...forbidden])
    }
    // Nor does the other line's walk come by itself.
    expect(await walkOf(grant, 'guide', { id: 'wifi' })).toMatchObject({ run: own })
  })

  test('is over with its link', async () => {
    const { id, claim } = await system.openLink(wifi)
    const { grant } = await system.proveOn(claim, chiara.msisdn)
    await system.askDesk('S-anna', 'mutation ($id: ID!) { revokeHandOver(id: $id) { state } }', { id })
    expect(codeOf(await system.ask(grant, 'guide', { id: 'wifi' }))).toEqual([401, 'UNAUTHENTICATED'])
  })
})

test('from a page no guide can be walked, and no menu opened', async () => {
  const run = await runOf(chiara.customer, 'wifi', chiara.line)
  const grant = await byCode({})
  for (const [file, variables] of [
    ['guide', { id: 'wifi' }],
    ['answer-guide', { guide: 'wifi', run }],
    ['open-ticket', { run, ...key() }],
    ['menu', {}],
  ] as const)
    expect([file, ...codeOf(await system.ask(grant, file, variables))]).toEqual([file, ...forbidden])
})

describe('a voice menu', () => {
  let grant: string
  beforeEach(async () => {
    const claim = await openMenu('1')
    grant = (await system.proveOn(claim, chiara.msisdn)).grant ?? ''
  })

  test('shows its own screens, the one it was sent for first', async () => {
    const menuOf = async (variables: object) => (await system.ask(grant, 'menu', { ...variables })).body.data
    expect(await menuOf({})).toMatchObject({ menu: { id: 'voice_bills', title: { value: 'Fattura' } } })
    expect(await menuOf({ id: 'voice_start' })).toMatchObject({ menu: { id: 'voice_start' } })
    expect(codeOf(await system.ask(grant, 'call-back-times'))).toEqual([200, undefined])
  })

  test.each([
    ['another menu', 'menu', { id: 'sales_start' }],
    ['one whose name begins like its own', 'menu', { id: 'voices' }],
    ['no text', 'menu', { id: ['voice_start'] }],
    ['a page', 'home', home],
    ['a guide it leads to', 'guide', { id: 'wifi' }],
    ['an answer in it', 'answer-guide', { guide: 'wifi' }],
  ])('but not %s', async (_title, file, variables) => {
    expect(codeOf(await system.ask(grant, file, variables))).toEqual(forbidden)
  })
})

/** A caller has come to a screen of the menu by these keys, is sent it, and opens it; @returns the claim */
async function openMenu(choice: string): Promise<string> {
  const text = JSON.stringify({ callId: crypto.randomUUID(), from: chiara.msisdn, dialled: '+39800399100', choice })
  const at = Math.floor(system.now().getTime() / 1_000)
  const signature = `t=${at},v1=${createHmac('sha256', menuSecret).update(`${at}.${text}`).digest('hex')}`
  const sent = await system.post('/care/voice-menu', text, { 'x-mosaic-signature': signature })
  expect(sent.status).toBe(200)
  const sms = system.simulator.texts.of(chiara.msisdn)[0]?.text ?? ''
  const opened = await system.open(sms.split(linkPath)[1]?.split(' ')[0] ?? '')
  return (JSON.parse(opened.body) as { data: { openHandOver: { claim: string } } }).data.openHandOver.claim
}
