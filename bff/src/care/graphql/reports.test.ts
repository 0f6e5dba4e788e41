import { afterAll, beforeAll, expect, test } from 'vitest'
import { chiara, startCareSystem, type CareSystem } from '../../hand-over/testing/care-system.ts'

/* What supervisors see of what is done at the desk. */

let system: CareSystem
let today: string
beforeAll(async () => {
  system = await startCareSystem()
  today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Rome' }).format(new Date())
})
afterAll(() => system.close())

const reporting = `query ($from: String!, $to: String!, $by: String!) {
  reports(from: $from, to: $to, by: $by) { key label sent delivered opened completed stuck avoided }
}`
const registering =
  'query ($day: String!, $who: ID, $about: ID) { audit(day: $day, who: $who, about: $about) { at who what about details { name value } } }'
type Row = { key: string; label: string; sent: number; opened: number }
type Entry = { at: string; who: string; what: string; about: string | null; details: { name: string; value: string }[] }

const report = (by: string, from = today, to = today, staffId = 'S-sandro') =>
  system.askDesk<{ reports: Row[] }>(staffId, reporting, { from, to, by })
const register = (wanted: Record<string, unknown> = {}, staffId = 'S-sandro') =>
  system.askDesk<{ audit: Entry[] }>(staffId, registering, { day: today, ...wanted })

test('links by target, day, agent and cluster, with their names in his language', async () => {
  const { token } = await system.sendLink({}, 'S-anna')
  await system.sendLink({}, 'S-anna')
  await system.sendLink({}, 'S-bruno')
  await system.open(token)
  const rows = async (by: string) =>
    ((await report(by)).data?.reports ?? []).map(({ key, label, sent, opened }) => [key, label, sent, opened])
  expect(await rows('target')).toEqual([['bill-explained', 'Spiegazione della fattura', 3, 1]])
  expect(await rows('day')).toEqual([[today, today, 3, 1]])
  expect(await rows('agent')).toEqual([
    ['S-anna', 'Anna Agente', 2, 1],
    ['S-bruno', 'Bruno Agente', 1, 0],
  ])
  const [cluster, ...others] = await rows('cluster')
  expect([others, cluster?.slice(2)]).toEqual([[], [3, 1]])
  expect(cluster?.[1]).toMatch(/\w/)
})

test('what cannot be counted is refused by its name', async () => {
  for (const [by, from, to] of [
    ['city', today, today],
    ['day', '2026-02-30', today],
    ['day', today, 'tomorrow'],
    ['day', '2026-03-05', '2026-03-04'],
    ['day', '2026-01-01', '2026-04-01'],
  ] as const)
    expect([by, from, to, (await report(by, from, to)).codes]).toEqual([by, from, to, ['BAD_INPUT']])
  expect((await report('day', '2026-01-01', '2026-03-31')).data).toEqual({ reports: [] })
  expect((await register({ day: '5 March' })).codes).toEqual(['BAD_INPUT'])
})

test('the register says who did what about whom, in ids alone; looking at it stands in it too', async () => {
  await system.askDesk('S-bruno', `{ customer(id: "${chiara.customer}") { name lines { msisdn } } }`)
  const about = (await register({ about: chiara.customer, who: 'S-bruno' })).data?.audit ?? []
  expect(about.map(({ what }) => what)).toContain('customer.opened')
  for (const entry of about) expect(entry).toMatchObject({ who: 'S-bruno', about: chiara.customer })
  const all = (await register()).data?.audit ?? []
  expect(all[0]).toMatchObject({ who: 'S-sandro', what: 'audit.seen' })
  expect(all.map(({ at }) => at)).toEqual(
    all
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  )
  const text = JSON.stringify(all)
  expect(text).not.toContain(chiara.name)
  expect(text).not.toContain(chiara.msisdn.slice(3))
})

test('it is for supervisors: an agent sees neither, and what he tried is no answer', async () => {
  expect((await report('day', today, today, 'S-anna')).codes).toEqual(['FORBIDDEN'])
  expect((await register({}, 'S-anna')).codes).toEqual(['FORBIDDEN'])
  expect((await register({}, 'S-nadia')).codes).toEqual(['FORBIDDEN'])
})
