import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { methods, policyOf } from '@mosaic/schemas/bss'
import { attributes } from '@mosaic/schemas/rules'
import { widgets } from '@mosaic/widgets'
import { releaseBody } from '../testing/release-body.ts'
import { startSystem, type System } from '../testing/system.ts'

/* The PUK, as its owner asks for it and as somebody else would. */

let system: System
beforeAll(async () => {
  // What a release says of keeping it counts for nothing.
  const kept = { t1Ms: 3_600_000, t2Ms: 7_200_000, staleOn: 'anyFailure' } as const
  system = await startSystem({ body: { ...releaseBody(), policies: { simSecrets: kept } } })
})
beforeEach(() => system.simulator.reset())
afterAll(() => system.close())

const question = 'query ($lineId: ID!) { simSecrets(lineId: $lineId) { state puk1 puk2 issue { code } freshness { expiresAt fetchedAt } } }'
type Told = {
  state: string
  puk1: string | null
  puk2: string | null
  issue: { code: string } | null
  freshness: Record<string, string> | null
}
const look = async (who: string | undefined, lineId = 'L-0014-1') => {
  const { status, body, text } = await system.ask(who, question, { lineId })
  const told = (body.data as unknown as { simSecrets: Told } | null | undefined)?.simSecrets
  return { status, text, told, code: body.errors?.[0]?.extensions?.code }
}
const asked = () => system.simulator.calls.of('simSecrets').total

test('the owner is told, and asked for again every time: it is kept nowhere, whatever a release says', async () => {
  const { told } = await look('C-0014')
  expect(told).toMatchObject({
    state: 'READY',
    puk1: expect.stringMatching(/^\d{8}$/) as string,
    puk2: expect.stringMatching(/^\d{8}$/) as string,
  })
  expect(told?.freshness?.['expiresAt']).toBe(told?.freshness?.['fetchedAt'])
  expect((await look('C-0014')).told?.puk1).toBe(told?.puk1)
  expect(asked()).toBe(2)
  expect(policyOf('simSecrets', { t1Ms: 5_000, t2Ms: 5_000, staleOn: 'anyFailure' })).toMatchObject({ t1Ms: 0, t2Ms: 0, staleOn: 'never' })
})

test('somebody else’s line and no line are the same answer, and nobody is asked', async () => {
  const answers = await Promise.all([look('C-0009'), look('C-0009', 'L-9999-1'), look('C-0009', '')])
  for (const { code, told } of answers) expect([code, told]).toEqual(['LINE_NOT_FOUND', undefined])
  expect((await look(undefined)).status).toBe(401)
  expect(asked()).toBe(0)
})

test('an answer is not to be stored on its way', async () => {
  const token = await system.simulator.issueToken('C-0014')
  const response = await fetch(`${system.bff.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: question, variables: { lineId: 'L-0014-1' } }),
  })
  expect([
    response.headers.get('cache-control'),
    ((await response.json()) as { data: { simSecrets: Told } }).data.simSecrets.state,
  ]).toEqual(['no-store', 'READY'])
})

test('when the system is down nothing older stands in', async () => {
  expect((await look('C-0014')).told?.state).toBe('READY')
  system.simulator.faults.set('simSecrets', { kind: 'error', status: 503 })
  const { told } = await look('C-0014')
  expect(told).toMatchObject({ state: 'FAILED', puk1: null, puk2: null, issue: { code: 'BSS_UNAVAILABLE' } })
  // Others’ failures are not his: it is asked again as soon as it may be there.
  system.simulator.faults.clear()
  await expect.poll(async () => (await look('C-0014')).told?.state, { timeout: 10_000 }).toBe('READY')
})

test('no kind and no rule may ask for it, so it is never part of a page', async () => {
  const drawnFrom = Object.values(widgets).flatMap(({ needs, wants = [] }) => [...needs, ...wants])
  const read = attributes.flatMap(({ source }) => (source.from === 'bss' ? [source.method] : []))
  expect([...drawnFrom, ...read].filter((method) => methods[method].isSecret)).toEqual([])
  await system.ask('C-0014', '{ mosaic { widgets { id fallback { title body } } } }')
  expect(asked()).toBe(0)
})
