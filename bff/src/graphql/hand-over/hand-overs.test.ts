import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { careBody, target } from '../../hand-over/testing/care-body.ts'
import { chiara, startCareSystem, type CareSystem } from '../../hand-over/testing/care-system.ts'

/* What a customer sees of what an agent has prepared for her, with the link and without it. */

let system: CareSystem
const clock = { late: 0 }
beforeAll(async () => void (system = await startCareSystem({ bffNow: () => new Date(Date.now() + clock.late) })))
beforeEach(() => {
  system.simulator.reset()
  // Whatever others have left is over.
  clock.late += 24 * 60 * 60_000
})
afterAll(() => system.close())

const place = 'surface widgetId focus { name value } guide run step menu webPath deepLink'
const shown = `id code title { value lang } helper state expiresAt place { ${place} }`
type Shown = { id: string; state: string; title: { value: string; lang: string } }
const waiting = async (customer = chiara.customer) =>
  (await system.askApp<{ handOvers: Shown[] }>(customer, `{ handOvers { ${shown} } }`)).data?.handOvers ?? []
const accept = async (id: string) =>
  (
    await system.askApp<{ acceptHandOver: Shown | null }>(chiara.customer, `mutation ($id: ID) { acceptHandOver(id: $id) { ${shown} } }`, {
      id,
    })
  ).data?.acceptHandOver
const note = async (id: string, input: Record<string, string>) =>
  system.askApp<{ noteHandOver: Shown | null }>(
    chiara.customer,
    'mutation ($input: NoteHandOverInput!) { noteHandOver(input: $input) { id state } }',
    {
      input: { id, ...input },
    },
  )

test('it waits in the app without any link, until it is done', async () => {
  const { id, code } = await system.sendLink({ params: [{ name: 'billId', value: 'B-1' }] })
  const [found, ...others] = await waiting()
  expect(others).toEqual([])
  expect(found).toMatchObject({
    id,
    code,
    title: { value: 'Spiegazione della fattura', lang: 'it' },
    helper: 'Anna',
    place: {
      surface: 'summer',
      widgetId: 'welcome',
      focus: [{ name: 'billId', value: 'B-1' }],
      guide: null,
      webPath: '/surface/summer#welcome',
      deepLink: 'mosaic://surface/summer#welcome',
    },
  })
  expect(await accept(id)).toMatchObject({ id, state: 'signedIn' })
  // Taken twice, as after a reload; and it is still in the list.
  expect(await accept(id)).toMatchObject({ id, state: 'signedIn' })
  await note(id, { type: 'reached', step: 'welcome' })
  expect(await waiting()).toMatchObject([{ id, state: 'reached' }])
  await note(id, { type: 'done' })
  expect([await waiting(), await accept(id)]).toEqual([[], null])
})

test('newest first; neither expired nor taken back', async () => {
  const [late, revoked] = [await system.sendLink(), await system.sendLink()]
  clock.late += 15 * 60_000
  const [first, second] = [await system.sendLink(), await system.sendLink()]
  await system.askDesk('S-anna', 'mutation ($id: ID!) { revokeHandOver(id: $id) { id } }', { id: revoked.id })
  expect((await waiting()).map(({ id }) => id)).toEqual([second.id, first.id])
  expect([await accept(late.id), await accept(revoked.id)]).toEqual([null, null])
})

test('begun in time it is gone on with later; two hours after the last step it is over', async () => {
  const { id } = await system.sendLink()
  await accept(id)
  clock.late += 100 * 60_000
  expect((await note(id, { type: 'reached', step: 'welcome' })).data).toMatchObject({ noteHandOver: { state: 'reached' } })
  clock.late += 121 * 60_000
  expect([await waiting(), (await note(id, { type: 'done' })).data]).toEqual([[], { noteHandOver: null }])
})

test('a guide, in the language of who reads', async () => {
  const { id } = await system.sendLink({ target: 'wifi-guide', params: [{ name: 'guideRunId', value: 'run-1' }] })
  const { body } = await system.ask(chiara.customer, `{ handOvers { ${shown} } }`, {}, { 'accept-language': 'en' })
  expect((body.data as unknown as { handOvers: unknown[] }).handOvers).toMatchObject([
    {
      id,
      title: { value: 'Your bill explained', lang: 'en' },
      place: { guide: 'wifi', run: 'run-1', surface: null, webPath: '/guide/wifi' },
    },
  ])
})

test.each([
  { field: 'type', input: { type: 'revoked' } },
  { field: 'step', input: { type: 'reached' } },
  { field: 'wants', input: { type: 'stuck', wants: 'money' } },
  { field: 'note', input: { type: 'stuck', wants: 'connect', note: 'x'.repeat(501) } },
])('what cannot be said is refused: $field', async ({ field, input }) => {
  const { id } = await system.sendLink()
  await accept(id)
  const { body } = await system.ask(chiara.customer, 'mutation ($input: NoteHandOverInput!) { noteHandOver(input: $input) { id } }', {
    input: { id, ...input },
  })
  expect(body.errors?.map(({ message, extensions }) => [extensions?.code, message.includes(field)])).toEqual([['BAD_INPUT', true]])
})

test('nobody who is not signed in asks for anything but to open a link', async () => {
  for (const query of ['{ handOvers { id } }', 'mutation { acceptHandOver(id: "a") { id } }', '{ menu { id } }']) {
    expect(await system.askApp(undefined, query)).toMatchObject({ status: 401, codes: ['UNAUTHENTICATED'] })
  }
})

test('a place that the release does not have any more is not led to', async () => {
  const { id } = await system.sendLink()
  await system.publish(careBody({ targets: [target({ id: 'another' })], menus: [] }), { number: 2 })
  await expect.poll(() => waiting(), { timeout: 5_000 }).toEqual([])
  expect(await accept(id)).toBeNull()
})
