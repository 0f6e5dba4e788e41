import type { Target } from '@mosaic/schemas/release'
import { graphql } from 'graphql'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { ClientError } from '../../client-error.ts'
import { openStages, type Stages } from '../../home/testing/stages.ts'
import { careBody, target } from '../../hand-over/testing/care-body.ts'
import { content, surface } from '../../testing/release-body.ts'
import type { AuditEntry, Person, Staff } from '../contract.ts'
import type { CareContext } from './context.ts'
import { createCareSchema } from './schema.ts'

const anna: Staff = { id: 'S-ANNA', name: 'Anna Agente', brand: 'aurora', roles: ['agent'], locale: 'it' }
const page = (id: string, changes: Partial<Target>) => {
  const { content: _, ...plain } = target()
  return { ...plain, id, name: id, opens: 'surface' as const, title: { it: `Vai a ${id}` }, words: ['parola comune'], ...changes }
}
const schema = createCareSchema()

let stages: Stages
let entries: Omit<AuditEntry, 'at'>[]
let staff: () => Promise<Staff>
let canWrite: boolean

beforeAll(async () => {
  const body = careBody()
  stages = await openStages({
    body: {
      ...body,
      surfaces: [...body.surfaces, surface('bills', ['latest-bill', 'debts', 'over'], 'landing')],
      contents: [
        ...body.contents,
        { ...content('debts', 'alert', { subject: 'plain', headline: { it: 'Paga', en: 'Pay' } }), trigger: 'in-debt' },
        { ...content('over', 'banner', { headline: { it: 'Ieri', en: 'Gone' } }), validUntil: '2026-01-01T00:00:00Z' },
      ],
      targets: [
        page('everybody', { words: ['fattura alta'] }),
        page('postpaid', { trigger: 'postpaid' }),
        page('debts', { opens: 'widget', surface: 'bills', content: 'debts' }),
        page('over', { opens: 'widget', surface: 'bills', content: 'over' }),
        page('on-his-home', { opens: 'bill', surface: 'home', content: 'latest-bill' }),
      ],
    },
  })
})
afterAll(() => stages.close())
beforeEach(() => {
  entries = []
  canWrite = true
  staff = () => Promise.resolve(anna)
})

function personOf(customerId: string): Person {
  const customer = stages.simulator.customers.find(({ id }) => id === customerId)!
  const { id, partyId, partyType, displayName: name, lines } = customer
  const own = lines.map((line) => ({ id: line.id, msisdn: line.msisdn, kind: 'voice' as const, status: 'active' }))
  return { customerId: id, partyId, partyType, name, locale: 'it', city: undefined, lines: own, mayBeTexted: true }
}

/** The desk's own questions over a real data layer; `minutes` after it opened. */
async function ask(source: string, variables: Record<string, unknown> = {}, moment = new Date(stages.now)) {
  const { bss, log, metrics, release } = stages
  const context = {
    bss,
    log,
    metrics,
    factsDeadlineMs: 10_000,
    moment,
    staff,
    engine: { get: (brand: string) => (brand === 'aurora' ? release : undefined) },
    directory: { person: async (brand: string, id: string) => (brand === 'aurora' && id.startsWith('C-') ? personOf(id) : undefined) },
    targetUses: async () => new Map([['postpaid', 7]]),
    linkOrigin: 'https://app.aurora.example',
    audit: {
      write: async (entry: Omit<AuditEntry, 'at'>) => {
        if (!canWrite) throw new Error('no store')
        entries.push(entry)
      },
    },
  } as unknown as CareContext
  const { data, errors } = await graphql({ schema, source, variableValues: variables, contextValue: context })
  return { data: data as Record<string, never>, code: errors?.[0]?.originalError as ClientError | undefined }
}
type Choice = { id: string; fits: string; uses: number; wants: string | null; title: string }
const choices = async (variables: Record<string, unknown>) => {
  const source = `query ($text: String, $customer: ID, $line: ID) { targets(text: $text, customer: $customer, line: $line) { id title name opens wants uses fits } }`
  const { data, code } = await ask(source, variables)
  if (code) throw code
  return data['targets'] as unknown as Choice[]
}
const fitsOf = async (variables: Record<string, unknown>) =>
  Object.fromEntries((await choices(variables)).map(({ id, fits }) => [id, fits]))

/** Somebody with one line that is paid like this. */
const customerWith = (payment: 'prepaid' | 'postpaid') =>
  stages.simulator.customers.find(({ lines, segment }) => segment === 'consumer' && lines.length === 1 && lines[0]?.payment === payment)!

test('without words the most used is first, with words the best', async () => {
  expect(await choices({})).toMatchObject([{ id: 'postpaid', uses: 7, fits: 'unknown' }, { uses: 0 }, {}, {}, {}])
  expect(await choices({ text: 'fatture alte' })).toMatchObject([{ id: 'everybody', title: 'Vai a everybody', wants: null }])
  expect(entries).toEqual([])
})

test('whether each leads somewhere for the customer is said, and that it was looked at is written', async () => {
  const [prepaid, postpaid] = [customerWith('prepaid'), customerWith('postpaid')]
  expect(await fitsOf({ customer: postpaid.id })).toMatchObject({ everybody: 'yes', postpaid: 'yes', 'on-his-home': 'yes', over: 'no' })
  expect(await fitsOf({ customer: prepaid.id, line: prepaid.lines[0]!.id })).toMatchObject({
    everybody: 'yes',
    postpaid: 'no',
    debts: 'no',
    'on-his-home': 'no',
    over: 'no',
  })
  expect(entries).toMatchObject([
    { brand: 'aurora', who: 'S-ANNA', what: 'targets.seen', about: postpaid.id },
    { what: 'targets.seen', about: prepaid.id },
  ])
})

test('it stands in the register once in a while, not at every letter', async () => {
  const customer = stages.simulator.customers.find(({ id }) => id.endsWith('7'))!.id
  const query = 'query ($id: ID) { targets(customer: $id) { id } }'
  for (const minutes of [0, 1, 9, 11]) await ask(query, { id: customer }, new Date(stages.now + minutes * 60_000))
  expect(entries.map(({ about }) => about)).toEqual([customer, customer])
})

test('what cannot be written is not shown, nor the next time', async () => {
  const customer = stages.simulator.customers.find(({ id }) => id.endsWith('8'))!.id
  canWrite = false
  await expect(choices({ customer })).rejects.toThrow('no store')
  await expect(choices({ customer })).rejects.toThrow('no store')
})

test('nobody and somebody else’s line are known nothing about', async () => {
  const [one, other] = [customerWith('prepaid'), customerWith('postpaid')]
  for (const variables of [{ customer: 'X-1' }, { customer: one.id, line: other.lines[0]!.id }])
    expect(new Set(Object.values(await fitsOf(variables)))).toEqual(new Set(['unknown']))
})

test('the SMS is shown as it will arrive, in the language asked for', async () => {
  const source = `query ($target: ID!, $locale: String!) { smsPreview(target: $target, locale: $locale) { from text septets isOneSegment } }`
  const { data } = await ask(source, { target: 'everybody', locale: 'en' })
  const link = `https://app.aurora.example/a/${'x'.repeat(22)}`
  const text = `Aurora: the page ${link} Code XXXX.`
  expect(data['smsPreview']).toEqual({ from: 'Aurora', text, septets: text.length, isOneSegment: true })
  for (const variables of [
    { target: 'gone', locale: 'it' },
    { target: 'everybody', locale: 'de' },
  ])
    expect((await ask(source, variables)).code).toMatchObject({ code: 'BAD_INPUT' })
})

test('a long text is refused, and so is who may not ask', async () => {
  await expect(choices({ text: 'a'.repeat(201) })).rejects.toMatchObject({ code: 'BAD_INPUT' })
  const fault = { expected: 'a role', got: 'none', fix: 'Ask for one' }
  staff = () => Promise.reject(new ClientError('UNAUTHENTICATED', 'Not signed in', fault))
  await expect(choices({})).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
  staff = () => Promise.resolve({ ...anna, roles: [] })
  await expect(choices({})).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
