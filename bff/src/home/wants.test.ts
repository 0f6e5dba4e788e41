import { capabilitiesOf } from '@mosaic/widgets/graphql'
import type { WidgetView } from '@mosaic/widgets'
import { parse } from 'graphql'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { content, releaseBody, surface } from '../testing/release-body.ts'
import { homeDocument } from '../testing/system.ts'
import type { Choice } from './choose.ts'
import { openStages, type Stages } from './testing/stages.ts'
import { createTiles, type Tile, type Tiles } from './tiles.ts'

/* What a kind only wants costs its part of the tile when it is missing, for as long as it is missing, and never more than the tile's own deadline. */

const hour = 3_600_000
const customerId = 'C-0012'
const figures = content('figures', 'lines', { figures: 'dataAndCredit' })
const deadlineMs = 1_200
/** Systems have more time than the tile, and no failure is remembered. */
const policy = { t1Ms: hour, t2Ms: 2 * hour, readTimeoutMs: 10_000, failureMemoryMs: 0 }

let stages: Stages
let tiles: Tiles
const drawing = {
  capabilities: capabilitiesOf(parse(homeDocument)),
  write: (view: WidgetView | null) => JSON.stringify(view),
  isDigested: true,
}

beforeEach(async () => {
  const body = releaseBody({
    triggers: [],
    clusters: [{ id: 'everyone', name: 'Everyone', priority: 1, home: 'home-all' }],
    surfaces: [surface('home-all', ['figures'])],
    contents: [figures],
    policies: { lines: policy, overview: policy },
  })
  stages = await openStages({ body })
  tiles = createTiles({ ...stages, maxBytes: 1_000_000 })
})
afterEach(() => stages.close())

type Lines = { state: string; lines: { items: { dataText?: string; creditText?: string }[] }; freshness: { staleAfter: string } }

async function look(before?: Choice): Promise<{ view: Lines; tile: Tile; tookMs: number; isKept: boolean; choice: Choice }> {
  const begun = performance.now()
  const { visit, surface: page, loaded, answers, choice } = await stages.choose(stages.session(customerId), {}, before)
  const tookMs = performance.now() - begun
  const [tile] = tiles.draw(visit, page, loaded, drawing)
  if (!tile?.isShown) throw new Error('Nothing was drawn')
  return { view: JSON.parse(String(tile.text)) as Lines, tile, tookMs, isKept: answers.basis() !== undefined, choice }
}

const hasFigures = ({ lines }: Lines) => lines.items.some(({ dataText, creditText }) => dataText ?? creditText)
test('it is asked for at once, beside what is needed, and drawn', async () => {
  const { view, isKept } = await look()
  expect([view.state, hasFigures(view), isKept]).toEqual(['READY', true, true])
  expect(stages.release.surfaces.get('home-all')?.contents[0]?.needs).toEqual(['lines', 'overview'])
  expect(stages.release.earlyNeeds).toEqual(['lines', 'overview'])
})

test('one that hangs is waited for until the tile’s deadline, and no longer: the tile is whole without it', async () => {
  stages.simulator.faults.set('overview', { kind: 'hang' })
  const { view, tookMs, isKept } = await look()
  expect([view.state, hasFigures(view), isKept]).toEqual(['READY', false, false])
  expect(view.lines.items.length).toBeGreaterThan(0)
  expect(tookMs).toBeGreaterThan(deadlineMs - 50)
  expect(tookMs).toBeLessThan(deadlineMs + 1_500)
})

test.each(['error', 'garbage'] as const)(
  'one that comes to %s is missing for as long as it does, and there as soon as it comes',
  async (kind) => {
    stages.simulator.faults.set('overview', { kind })
    const without = await look()
    expect([without.view.state, hasFigures(without.view), without.isKept]).toEqual(['READY', false, false])
    expect(Date.parse(without.view.freshness.staleAfter)).toBe(stages.now)
    stages.simulator.faults.clear()
    const whole = await look(without.choice)
    expect([whole.view.state, hasFigures(whole.view), whole.isKept]).toEqual(['READY', true, true])
    expect(Date.parse(whole.view.freshness.staleAfter)).toBeGreaterThan(stages.now)
    // And from then on it is the very tile that was drawn.
    expect((await look(whole.choice)).tile).toBe(whole.tile)
  },
)

test('one that cannot be renewed is shown with its age, and the tile says that it is old', async () => {
  const whole = await look()
  stages.now += hour + 1
  stages.simulator.faults.set('overview', { kind: 'error' })
  const old = await look(whole.choice)
  expect([old.view.state, hasFigures(old.view), old.isKept]).toEqual(['STALE', true, false])
})
