import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { releaseBody } from '../../testing/release-body.ts'
import { startSystem, type System } from '../../testing/system.ts'

type Contact = {
  id: string
  channel: string
  state: string
  agentId: string | null
  customerId: string | null
  reason: string | null
  text: string | null
  startedAt: string
  endedAt: string | null
}
const parts = '{ id channel state agentId customerId reason text startedAt endedAt }'
const secret = 'both know it'

describe('a talk at the desk', () => {
  let system: System
  beforeAll(async () => {
    const target = { id: 'high-bill', name: 'Bill', opens: 'surface' as const, surface: 'summer', title: { it: 'Fattura alta', en: 'High bill' }, sms: { it: '{link} {code}', en: '{link} {code}' }, words: [] } // prettier-ignore
    system = await startSystem({ body: releaseBody({ targets: [target] }), env: { CARE_WEBHOOK_SECRET: secret } })
    system.simulator.telephone.connect({ url: system.bff.url, secret })
  })
  afterAll(() => system.close())
  beforeEach(() => system.simulator.reset())

  const begin = (customer: string, channel = 'other', staff = 'S-anna') =>
    system.askDesk<{ openContact: Contact }>(
      staff,
      `mutation($customer: ID!, $channel: String!) { openContact(input: { customer: $customer, channel: $channel }) ${parts} }`,
      { customer, channel },
    )
  const note = (input: Record<string, unknown>, staff = 'S-anna') =>
    system.askDesk<{ noteContact: Contact | null }>(staff, `mutation($input: NoteContactInput!) { noteContact(input: $input) ${parts} }`, {
      input,
    })
  const written = async (customer: string) => {
    const response = await fetch(`${system.simulator.url}/tmf-api/partyInteraction/v4/partyInteraction?relatedParty.id=${customer}`)
    return (await response.json()) as {
      reason: string
      direction: string
      note: { id: string; author: string; text: string }[]
      interactionItem: { id: string }[]
    }[]
  }
  const history = async (customer: string) =>
    (
      await system.askDesk<{
        customer: { history: { id: string; kind: string; title: string; text: string | null; state: string | null }[] }
      }>('S-anna', 'query($id: ID!) { customer(id: $id) { history { id kind title text state } } }', { id: customer })
    ).data.customer.history
  const code = (answer: { errors: { extensions?: { code?: string } }[] }) => answer.errors[0]?.extensions?.code

  test('begins, is noted and closed; then it stands in the operator’s register, once', async () => {
    const { openContact } = (await begin('C-0001')).data
    expect(openContact).toMatchObject({ channel: 'other', state: 'open', agentId: 'S-anna', customerId: 'C-0001', reason: null })
    await note({ id: openContact.id, reason: 'high-bill', text: 'Ha visto il dettaglio' })
    expect(await written('C-0001')).toEqual([])
    const { noteContact } = (await note({ id: openContact.id, isClosed: true })).data
    expect(noteContact).toMatchObject({ state: 'closed', reason: 'Fattura alta', text: 'Ha visto il dettaglio' })
    expect(noteContact?.endedAt).not.toBeNull()
    // One key was pressed twice.
    await note({ id: openContact.id, isClosed: true })
    expect(await written('C-0001')).toMatchObject([
      {
        reason: 'careContact',
        direction: 'inbound',
        note: [{ id: openContact.id, author: 'S-anna', text: 'Ha visto il dettaglio' }],
        interactionItem: [{ id: 'high-bill' }],
      },
    ])
  })

  test('stands in the history once, although two systems tell of it', async () => {
    const { id } = (await begin('C-0003', 'callBack')).data.openContact
    await note({ id, reason: 'welcome', text: 'Tutto chiaro', isClosed: true })
    expect(await written('C-0003')).toMatchObject([{ direction: 'outbound' }])
    // What it was about is called by its name where the release knows it.
    expect(await history('C-0003')).toEqual([{ id, kind: 'callBack', title: 'welcome', text: 'Tutto chiaro', state: 'conclusa' }])
  })

  test('a talk that another desk has written down is told as well', async () => {
    const response = await fetch(`${system.simulator.url}/tmf-api/partyInteraction/v4/partyInteraction`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        reason: 'careContact',
        status: 'completed',
        direction: 'inbound',
        interactionDate: { startDateTime: '2026-05-01T10:00:00Z', endDateTime: '2026-05-01T10:04:00Z' },
        channel: [{ id: 'shop', href: 'channel/shop' }],
        relatedParty: [{ id: 'C-0007' }],
        interactionItem: [{ id: 'somewhere-else' }],
        note: [{ id: 'another', author: 'shop', date: '2026-05-01T10:04:00Z', text: 'SIM cambiata' }],
      }),
    })
    expect(response.status).toBe(201)
    expect(await history('C-0007')).toMatchObject([
      { kind: 'careContact', title: 'Ha parlato con l’assistenza', text: 'SIM cambiata', state: null },
    ])
  })

  test('a call that is hung up waits for a word about it, and is then written down', async () => {
    const open = async () =>
      (await system.askDesk<{ openContacts: { callId: string; state: string }[] }>('S-sandro', '{ openContacts { callId state } }')).data
        .openContacts
    const { id: callId } = await system.simulator.telephone.ring({ lineId: 'L-0009-1', agent: 'S-sandro' })
    await system.simulator.telephone.answer(callId, 'S-sandro')
    await system.simulator.telephone.hangUp(callId)
    expect(await open()).toEqual([{ callId, state: 'closed' }])
    await note({ id: callId, customer: 'C-0009', reason: 'top-up', isClosed: true }, 'S-sandro')
    expect(await open()).toEqual([])
    expect(await written('C-0009')).toMatchObject([{ reason: 'careContact', interactionItem: [{ id: 'top-up' }] }])
  })

  test('a register that does not answer keeps nobody waiting, and the history has it', async () => {
    system.simulator.faults.set('recordContact', { kind: 'error', status: 503 })
    const { id } = (await begin('C-0008')).data.openContact
    expect((await note({ id, reason: 'other', isClosed: true })).data.noteContact).toMatchObject({ state: 'closed' })
    expect(await written('C-0008')).toEqual([])
    expect(await history('C-0008')).toMatchObject([{ id, title: 'other' }])
  })

  test('is for agents: a supervisor alone looks, and does not talk', async () => {
    const chief = await system.simulator.issueStaffToken('S-sandro', { claims: { roles: ['supervisor'] } })
    const asChief = (query: string) => system.askDesk<Record<string, unknown>>(undefined, query, {}, { authorization: `Bearer ${chief}` })
    const { id } = (await begin('C-0001')).data.openContact
    expect(code(await asChief(`mutation { noteContact(input: { id: "${id}", isClosed: true }) { id } }`))).toBe('FORBIDDEN')
    expect((await asChief(`{ contact(id: "${id}") { id } }`)).data).toEqual({ contact: { id } })
  })

  test('of another brand it does not exist', async () => {
    const { id } = (await begin('C-0001')).data.openContact
    const theirs = await system.simulator.issueStaffToken('S-anna', { claims: { brand: 'borealis' } })
    const answer = await system.askDesk<Record<string, unknown>>(
      undefined,
      `{ contact(id: "${id}") { id } openContacts { id } }`,
      {},
      { authorization: `Bearer ${theirs}` },
    )
    expect(answer.data).toEqual({ contact: null, openContacts: [] })
  })

  test.each<[string, Record<string, unknown>]>([
    ['reason', { reason: ' ' }],
    ['reason', { reason: 'x'.repeat(121) }],
    ['text', { reason: 'other', text: 'x'.repeat(2_001) }],
    ['reason', { text: 'about nothing' }],
    ['customer', { customer: 'C-9999' }],
  ])('a wrong %s is refused by its name: %j', async (field, input) => {
    const { id } = (await begin('C-0001')).data.openContact
    const answer = await note({ id, ...input })
    expect(code(answer)).toBe('BAD_INPUT')
    expect(answer.errors[0]?.message).toContain(field)
  })

  test('a channel or a customer that is not there is refused, a talk that is not there is null', async () => {
    expect(code(await begin('C-0001', 'pigeon'))).toBe('BAD_INPUT')
    expect(code(await begin('C-9999'))).toBe('BAD_INPUT')
    for (const id of ['nothing', 'f'.repeat(32), 'x'.repeat(5_000)])
      expect((await note({ id, isClosed: true })).data.noteContact).toBeNull()
  })
})
