import { afterAll, beforeAll, expect, test } from 'vitest'
import { content, releaseBody, surface } from '../../testing/release-body.ts'
import { startSystem, type System } from '../../testing/system.ts'

type Reason = {
  name: string
  because: string
  sentence: string | null
  rule: { depth: number; outcome: boolean | null; sentence: string | null; actual: string | null }[] | null
}
type Tile = Reason & { contentId: string; kind: string; validFrom: string | null; validUntil: string | null }
type Answer = { customer: { why: { cluster: Reason & { id: string }; passedOver: Reason[]; tiles: Tile[]; absent: Tile[] } | null } }

const tileParts = '{ contentId name kind because sentence rule { depth outcome sentence actual } validFrom validUntil }'
const clusterParts = '{ id name because sentence rule { depth outcome sentence actual } }'
const document = `query($id: ID!, $line: ID, $surface: String, $device: DeviceInput!) { customer(id: $id) { why(line: $line, surface: $surface, device: $device) {
  cluster ${clusterParts} passedOver ${clusterParts} tiles ${tileParts} absent ${tileParts}
} } }`
const phone = { platform: 'web', version: '2.0.0', formFactor: 'compact' }
const validUntil = '2001-01-01T00:00:00.000Z'

let system: System
beforeAll(async () => {
  system = await startSystem({
    body: releaseBody({
      surfaces: [
        surface('home-low-credit', ['credit']),
        surface('home-postpaid', ['latest-bill', 'debt', 'old', 'recharge']),
        surface('home-everyone', ['credit']),
        surface('summer', ['welcome'], 'landing'),
      ],
      contents: [...releaseBody().contents, { ...content('old', 'banner', { headline: { it: 'Vecchio' } }), validUntil }],
    }),
  })
})
afterAll(() => system.close())

const why = (variables: Record<string, unknown> = {}, headers: Record<string, string> = {}) =>
  system.askDesk<Answer>('S-anna', document, { id: 'C-0001', device: phone, ...variables }, headers)

test('an agent is told why, in his language, and with the values that decided', async () => {
  const { data, errors } = await why()
  expect(errors).toEqual([])
  expect(data.customer.why).toMatchObject({
    cluster: { id: 'postpaid', name: 'Postpaid', because: 'trigger', sentence: 'la linea è in abbonamento' },
    passedOver: [{ id: 'low-credit', because: 'false' }],
    tiles: [
      { contentId: 'latest-bill', kind: 'bill', because: 'always', rule: null, validUntil: null },
      {
        contentId: 'debt',
        because: 'trigger',
        sentence: 'il cliente ha importi scaduti da pagare',
        rule: [
          { depth: 0, outcome: true, sentence: null },
          { depth: 1, outcome: true, sentence: 'il cliente ha importi scaduti da pagare', actual: 'sì' },
        ],
      },
    ],
    absent: [
      { contentId: 'old', because: 'over', validUntil },
      { contentId: 'recharge', because: 'nothingToShow' },
    ],
  })
  const inEnglish = await why({}, { 'accept-language': 'en' })
  expect(inEnglish.data.customer.why?.cluster.sentence).toBe('the line is postpaid')
})

test('of a landing page, too, with the cluster he is in', async () => {
  const { data } = await why({ surface: 'summer' })
  expect(data.customer.why).toMatchObject({ cluster: { id: 'postpaid' }, tiles: [{ contentId: 'welcome', because: 'always' }], absent: [] })
})

test.each([
  ['another’s line', { line: 'L-0002-1' }, 'LINE_NOT_FOUND'],
  ['another cluster’s home', { surface: 'home-everyone' }, 'SURFACE_NOT_FOUND'],
  ['a device nobody makes', { device: { ...phone, platform: 'toaster' } }, 'BAD_INPUT'],
  ['a version that is none', { device: { ...phone, version: 'new' } }, 'BAD_INPUT'],
])('%s is refused', async (_what, variables, code) => {
  const { data, errors } = await why(variables)
  expect([data.customer.why, errors[0]?.extensions?.code]).toEqual([null, code])
})
