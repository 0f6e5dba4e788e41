import { capabilitiesOf } from '@mosaic/widgets/graphql'
import { parse } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { releaseBody, surface } from '../testing/release-body.ts'
import { homeDocument } from '../testing/system.ts'
import { expiryOf } from './expiry.ts'
import { openStages, type Stages } from './testing/stages.ts'
import { createTiles, type Drawing } from './tiles.ts'

/* A home that is kept says "open" until the desk closes, and not a millisecond longer; a client that got it is told to ask again then. */

const desk = {
  id: 'desk',
  kind: 'callUs',
  schemaVersion: 1,
  name: 'Desk',
  tone: 'neutral' as const,
  fields: {
    number: { it: '800 123 456' },
    offerCallback: false,
    openingHours: [{ days: 'everyDay', opensAt: '08:00', closesAt: '22:00' }],
  },
}
const closes = Date.parse('2026-11-22T21:00:00Z')

let stages: Stages
beforeAll(async () => {
  const body = releaseBody({
    triggers: [],
    clusters: [{ id: 'everyone', name: 'Everyone', priority: 1, home: 'home-all' }],
    surfaces: [surface('home-all', ['desk'])],
    contents: [desk],
  })
  stages = await openStages({ body })
})
afterAll(() => stages.close())

test('drawn once, and anew when the desk closes', async () => {
  const tiles = createTiles({ ...stages, maxBytes: 1_000_000 })
  let drawn = 0
  const drawing: Drawing = {
    capabilities: capabilitiesOf(parse(homeDocument)),
    write: (view) => {
      drawn++
      return JSON.stringify(view)
    },
    isDigested: false,
  }
  const lookAt = async (now: number) => {
    stages.now = now
    const { visit, surface: page, loaded } = await stages.choose(stages.session('C-0031'))
    const all = tiles.draw(visit, page, loaded, drawing)
    return { texts: all.map(({ text }) => String(text)), expiresAt: expiryOf(all.map(({ staleAt }) => staleAt), page, visit) } // prettier-ignore
  }

  const before = await lookAt(closes - 2 * 60_000)
  expect(before.texts).toEqual([expect.stringContaining('fino alle 22')])
  // A little later than it closes, so that not everybody asks at once.
  expect(before.expiresAt).toBeGreaterThanOrEqual(closes)
  expect(before.expiresAt).toBeLessThan(closes + 30_000)
  expect((await lookAt(closes - 1)).texts).toEqual(before.texts)
  expect(drawn).toBe(1)

  const after = await lookAt(closes)
  expect(after.texts).toEqual([expect.stringContaining('riapre domani alle 8')])
  expect(drawn).toBe(2)
})
