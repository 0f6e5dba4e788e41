import { methods, type MethodName } from '@mosaic/schemas/bss'
import { operationDocument, widgetSelection } from '@mosaic/widgets/graphql'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { personas } from '../../../simulator/personas.ts'
import { content, releaseBody, surface } from '../../testing/release-body.ts'
import { startSystem, type System } from '../../testing/system.ts'

type Found = { search: { id: string; name: string; lines: { id: string }[] }[] }
type Entry = { id: string; kind: string; title: string; text: string | null; state: string | null; at: string | null }
type Page = {
  customer: {
    id: string
    name: string
    locale: string | null
    mayBeTexted: boolean | null
    lines: { id: string; msisdn: string; kind: string; status: string }[]
    pages: { id: string; title: string }[]
    figures: { id: string; label: string; value: string; isStale: boolean; fetchedAt: string | null; state: string }[] | null
    orders: Entry[] | null
    tickets: Entry[] | null
    appointments: Entry[] | null
    alerts: { contentId: string; title: string; isShown: boolean; dismissedAt: string | null }[] | null
    history: Entry[] | null
    choices: { id: string; label: string; name: string }[] | null
  } | null
}

const search = 'query($text: String!) { search(text: $text) { id name lines { id } } }'
const entry = '{ id kind title text state at }'
const page = `query($id: ID!, $line: ID) { customer(id: $id) {
  id name locale mayBeTexted lines { id msisdn kind status } pages { id title }
  figures(line: $line) { id label value isStale fetchedAt state }
  orders ${entry} tickets ${entry} appointments ${entry} history ${entry}
  alerts(line: $line) { contentId title isShown dismissedAt }
} }`
const home =
  operationDocument(`query Home($id: ID!, $line: ID, $surface: String = "home", $device: DeviceInput!, $formFactor: FormFactor = COMPACT) {
  customer(id: $id) { home(line: $line, surface: $surface, device: $device) {
    id revision line greeting { value lang }
    layout(formFactor: $formFactor) { columns sections { id title scroll placements { widgetId order columns rows } } }
    widgets { ${widgetSelection} }
  } }
}`)
const homeOfHis = operationDocument(`query Home($line: ID, $surface: String = "home", $formFactor: FormFactor = COMPACT) {
  mosaic(line: $line, surface: $surface) {
    id revision line greeting { value lang }
    layout(formFactor: $formFactor) { columns sections { id title scroll placements { widgetId order columns rows } } }
    widgets { ${widgetSelection} }
  }
}`)
const phone = { platform: 'web', version: '2.0.0', formFactor: 'compact' }

const target = (id: string, opens: 'bill' | 'option' | 'surface', of: string | undefined) => ({
  id, name: id, opens, surface: 'summer', ...(of && { content: of }), title: { it: `Vai a ${id}`, en: `Go to ${id}` },
  sms: { it: '{link} {code}', en: '{link} {code}' }, words: [],
}) // prettier-ignore

function body() {
  const plain = releaseBody()
  return releaseBody({
    contents: [
      ...plain.contents,
      content('my-options', 'options'),
      content('shop', 'optionCatalogue'),
      content('notice', 'alert', { subject: 'plain', headline: { it: 'Una novità', en: 'Some news' }, dismissible: true }),
    ],
    surfaces: [
      ...plain.surfaces.filter(({ id }) => id !== 'home-postpaid' && id !== 'summer'),
      surface('home-postpaid', ['latest-bill', 'counters', 'notice', 'debt', 'my-lines', 'welcome']),
      surface('summer', ['welcome', 'latest-bill', 'my-options', 'shop'], 'landing'),
    ],
    targets: [
      target('bill', 'bill', 'latest-bill'),
      target('own', 'option', 'my-options'),
      target('new', 'option', 'shop'),
      target('summer', 'surface', undefined),
    ],
  })
}

describe('a customer at the care desk', () => {
  let system: System
  beforeAll(async () => {
    system = await startSystem({ body: body() })
  })
  afterAll(() => system.close())
  beforeEach(() => system.simulator.reset())

  const find = async (text: string) => (await system.askDesk<Found>('S-anna', search, { text })).data.search.map(({ id }) => id)
  const open = (id: string, line?: string) => system.askDesk<Page>('S-anna', page, { id, line })
  const postpaid = () => personas.find(({ customerId }) => customerId === 'C-0013')?.customerId ?? ''

  const counted = async () => {
    const text = await (await fetch(`${system.bff.url}/metrics`)).text()
    const sum = (name: string) =>
      [...text.matchAll(new RegExp(`^${name}(?:\\{.*\\})? (\\d+)$`, 'gm'))].reduce((total, [, count]) => total + Number(count), 0)
    return {
      homes: sum('bff_care_home_duration_seconds_count'),
      agents: sum('bff_care_widgets_total'),
      customers: sum('bff_widgets_total'),
    }
  }

  test('every persona is found by number, by name and by code', async () => {
    for (const { customerId, name } of personas) {
      const number = system.simulator.customers.find(({ id }) => id === customerId)?.lines[0]?.msisdn ?? ''
      const [byNumber, byName, byCode] = await Promise.all([find(number.replace('+39', '')), find(name), find(customerId)])
      expect([customerId, byNumber, byCode]).toEqual([customerId, [customerId], [customerId]])
      expect(byName).toContain(customerId)
    }
  })

  test('is told with his lines, money, pages and consent', async () => {
    for (const { customerId, name } of personas) {
      const { data, errors } = await open(customerId)
      expect([customerId, errors]).toEqual([customerId, []])
      expect(data.customer).toMatchObject({ id: customerId, name })
      expect(data.customer?.pages).toEqual([{ id: 'summer', title: 'summer' }])
      expect(data.customer?.figures?.length).toBeGreaterThan(0)
      for (const { label, value, state, fetchedAt } of data.customer?.figures ?? []) {
        expect(label && value).toBeTruthy()
        expect([state, fetchedAt !== null]).toEqual(['READY', true])
      }
    }
    expect((await open('C-0002')).data.customer?.mayBeTexted).toBe(false)
    expect((await open('C-0004')).data.customer?.mayBeTexted).toBeNull()
  })

  test('speaks the language of who asks', async () => {
    const label = async (language: string) =>
      (await system.askDesk<Page>('S-anna', page, { id: 'C-0001' }, { 'accept-language': language })).data.customer?.figures?.[0]?.label
    expect([await label('it'), await label('en')]).toEqual(['Piano', 'Plan'])
  })

  test('his home is the one that he sees, on every line and form factor', async () => {
    for (const { customerId } of personas.slice(0, 8)) {
      const lines = system.simulator.customers.find(({ id }) => id === customerId)?.lines.slice(0, 2) ?? []
      for (const { id: line } of lines) {
        for (const [formFactor, column] of [
          ['compact', 'COMPACT'],
          ['expanded', 'EXPANDED'],
        ] as const) {
          const variables = { line, formFactor: column }
          const headers = { 'x-client-platform': 'web', 'x-client-version': '2.0.0', 'x-form-factor': formFactor }
          const his = await system.ask(customerId, homeOfHis, variables, headers)
          const seen = await system.askDesk<{ customer: { home: unknown } }>('S-anna', home, {
            ...variables,
            id: customerId,
            device: { ...phone, formFactor },
          })
          expect(seen.errors).toEqual([])
          expect(seen.data.customer.home).toEqual(his.body.data.mosaic)
        }
      }
    }
  })

  test('looking at it changes nothing and counts as no customer’s visit', async () => {
    await system.askDesk('S-anna', home, { id: 'C-0001', device: phone })
    await open('C-0001')
    const asked = Object.entries(system.simulator.calls.all()).filter(([, { total }]) => total > 0).map(([method]) => method) // prettier-ignore
    expect(asked.length).toBeGreaterThan(3)
    expect(asked.filter((method) => methods[method as MethodName].isWrite)).toEqual([])
    const before = await counted()
    expect(before.homes).toBeGreaterThan(0)
    await system.askDesk('S-anna', home, { id: 'C-0001', device: phone })
    const after = await counted()
    expect(after.agents).toBeGreaterThan(before.agents)
    expect(after.customers).toBe(before.customers)
  })

  test.each([
    ['platform', { ...phone, platform: 'symbian' }],
    ['formFactor', { ...phone, formFactor: 'huge' }],
    ['version', { ...phone, version: 'two' }],
  ])('a device with another %s is refused by name', async (field, device) => {
    const { errors } = await system.askDesk('S-anna', home, { id: 'C-0001', device })
    expect(errors.map(({ extensions }) => extensions?.code)).toEqual(['BAD_INPUT'])
    expect(errors[0]?.message).toContain(field)
  })

  test('an alert that he sees and has put away is told as both', async () => {
    const id = postpaid()
    const before = await open(id)
    expect(before.data.customer?.alerts).toContainEqual({ contentId: 'notice', title: 'Una novità', isShown: true, dismissedAt: null })
    await system.ask(id, 'mutation { dismissAlert(input: { contentId: "notice", idempotencyKey: "a-key-of-mine" }) { status } }')
    const { data } = await open(id)
    const seen = data.customer?.alerts?.find(({ contentId }) => contentId === 'notice')
    expect(seen).toMatchObject({ isShown: false, title: 'Una novità' })
    expect(seen?.dismissedAt).not.toBeNull()
    expect(data.customer?.history?.[0]).toMatchObject({ kind: 'alertDismissed', title: 'Ha chiuso un avviso', text: 'notice' })
  })

  test('what is under way is told in words, and the newest of the past first', async () => {
    const { data } = await open('C-0011')
    expect(data.customer?.tickets).toContainEqual(
      expect.objectContaining({ kind: 'ticket', title: 'Internet di casa non funziona', state: 'in lavorazione' }),
    )
    const all = (await Promise.all(personas.map(({ customerId }) => open(customerId)))).flatMap(({ data: { customer } }) => [
      ...(customer?.orders ?? []), ...(customer?.appointments ?? []),
    ]) // prettier-ignore
    expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(['order', 'appointment']))
    expect(all.every(({ title, state }) => title !== '' && state !== null && /^[a-z ]+$/i.test(state))).toBe(true)
  })

  test('a target’s parameter is chosen among his own bills and options', async () => {
    const choices = async (wanted: string) =>
      (
        await system.askDesk<Page>(
          'S-anna',
          'query($id: ID!, $target: ID!) { customer(id: $id) { choices(target: $target) { id label name } } }',
          {
            id: postpaid(),
            target: wanted,
          },
        )
      ).data.customer?.choices
    const bills = system.simulator.customers.find(({ id }) => id === postpaid())?.account?.bills ?? []
    expect((await choices('bill'))?.map(({ id, name }) => [id, name])).toEqual(bills.map(({ id }) => [id, 'billId']))
    expect((await choices('own'))?.every(({ name }) => name === 'productId')).toBe(true)
    expect((await choices('new'))?.length).toBeGreaterThan(0)
    expect((await choices('new'))?.every(({ name }) => name === 'offeringId')).toBe(true)
    expect(await choices('summer')).toEqual([])
    expect(await choices('nowhere')).toBeNull()
  })

  test('one system that is down costs its own part, and says so', async () => {
    system.simulator.faults.set('tickets', { kind: 'error', status: 503 })
    system.simulator.faults.set('usage', { kind: 'error', status: 503 })
    system.simulator.faults.set('interactions', { kind: 'error', status: 503 })
    const { status, data, errors } = await open('C-0101')
    expect(status).toBe(200)
    expect(data.customer).toMatchObject({ id: 'C-0101', tickets: null })
    expect(errors.map(({ path, extensions }) => [path?.at(-1), extensions?.code])).toEqual([['tickets', 'BACKEND_UNAVAILABLE']])
    expect(data.customer?.figures?.find(({ id }) => id === 'data')).toMatchObject({
      state: 'FAILED',
      value: 'I sistemi non rispondono',
      fetchedAt: null,
    })
    expect(data.customer?.figures?.find(({ id }) => id === 'plan')?.state).toBe('READY')
    expect(data.customer?.history?.[0]?.kind).toBe('unavailable')
  })

  test.each(['ab', 'x'.repeat(61)])('a search for "%s" is refused', async (text) => {
    expect((await system.askDesk('S-anna', search, { text })).errors[0]?.extensions?.code).toBe('BAD_INPUT')
  })
})
