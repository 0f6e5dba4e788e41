import { methods, type ReadMethodName } from '@mosaic/schemas/bss'
import type { Locale } from '@mosaic/schemas/text'
import type { Capabilities, WidgetView } from '@mosaic/widgets'
import type { Bss } from '../bss/bss.ts'
import { exactBytes } from '../exact-bytes.ts'
import type { Logger } from '../log.ts'
import type { Count, Metrics } from '../metrics.ts'
import type { CompiledContent, CompiledSurface } from '../release/compile.ts'
import type { FreshAnswer } from './answers.ts'
import { digestOf } from './compose-home.ts'
import type { Loaded } from './load.ts'
import { presentOne, stateOf } from './present.ts'
import { nextQuarter } from './quarter.ts'
import type { Visit } from './visit.ts'

/** One content drawn for one plan, as the bytes that go out. */
export type Tile = {
  content: CompiledContent
  /** Absent: there is nothing to show. */
  text: Buffer | undefined
  /** Of what it shows, its age left out: see `etagOf`. */
  digest: string
  /** Where it is counted each time it goes out. */
  counter: Count
  /** When its data turns stale: epoch milliseconds. */
  staleAt: number
  /** It is what it is from then (inclusive) until then (exclusive). */
  from: number
  until: number
}

/** How tiles are drawn: the same object for the same plan. */
export type Drawing = { capabilities: Capabilities; write: (view: WidgetView | null) => string; isDigested: boolean }

type Kept = Tile & {
  drawing: Drawing
  surface: CompiledSurface | undefined
  locale: Locale
  switchedOff: Visit['switchedOff']
  lineId: string | undefined
  needs: readonly FreshAnswer[]
}

type Dependencies = { bss: Pick<Bss, 'weighs'>; arePersonalKept: boolean; log: Logger; metrics: Metrics }

/** Of one answer or content, so many are kept: its contents × languages × plans. */
const keptAtMost = 64
/** What a kept tile costs beside its text, in bytes: an estimate. */
const tileOverheadBytes = 640

/**
 * Draws contents, and keeps what it has drawn beside the answer it was drawn from: when that goes, so does the tile. What is drawn from content alone is kept beside the
 * compiled content, once for everybody, for as long as its release is live.
 */
export function createTiles({ bss, arePersonalKept, log, metrics }: Dependencies) {
  /** Of contents that are drawn from nothing else. */
  const besideContent = new WeakMap<CompiledContent, Kept[]>()

  return {
    draw(visit: Visit, surface: CompiledSurface, { content, outcomes }: Loaded, drawing: Drawing): Tile {
      const needs = freshNeeds(content, outcomes, visit)
      const isPersonal = content.needs.some((need) => methods[need].scope !== 'brand')
      const lineId = isPersonal ? visit.lineId : undefined
      const now = visit.now.getTime()
      const kept = needs && keptOf(content, needs)
      const known = kept?.find(
        (tile) =>
          tile.content === content &&
          tile.drawing === drawing &&
          (tile.surface === undefined || tile.surface === surface) &&
          tile.locale === visit.locale &&
          tile.switchedOff === visit.switchedOff &&
          tile.lineId === lineId &&
          now < tile.until &&
          now >= tile.from &&
          sameNeeds(tile.needs, needs ?? []),
      )
      if (known) return known

      const horizon = { until: nextQuarter(visit.now) }
      let ownSurface: CompiledSurface | undefined
      const hangsOnSurface = () => (ownSurface = surface)
      const view = presentOne({ ...visit, horizon }, surface, content, outcomes, drawing.capabilities, log, hangsOnSurface)
      // Whole from the start: objects to which fields are added later take more memory, and there are hundreds of thousands of these.
      const tile: Kept = {
        content,
        text: view === 'omitted' ? undefined : exactBytes(drawing.write(view)),
        digest: drawing.isDigested && view !== 'omitted' ? digestOf(view) : '',
        counter: metrics.widgets.counter(visit.release.brand.id, content.content.kind, stateOf(view)),
        staleAt: view === 'omitted' || view === null ? Number.POSITIVE_INFINITY : Date.parse(view.freshness.staleAfter),
        from: now,
        until: needs && view !== null ? horizon.until : now,
        drawing,
        surface: ownSurface,
        locale: visit.locale,
        switchedOff: visit.switchedOff,
        lineId,
        needs: needs ?? [],
      }
      if (needs && tile.until > now && (!isPersonal || arePersonalKept)) keep(visit, tile)
      return tile
    },
  }

  /** With the newest of those whose time is not over; what goes weighs no longer. */
  function keptOf(content: CompiledContent, needs: readonly FreshAnswer[]): readonly Kept[] {
    const answer = holderOf(needs)
    // Nobody else keeps anything there.
    return (answer ? (answer.beside as Kept[] | undefined) : besideContent.get(content)) ?? []
  }

  function keep({ scope }: Visit, tile: Kept): void {
    const before = keptOf(tile.content, tile.needs)
    const after = exact([...before.filter(({ until }) => tile.from < until).slice(1 - keptAtMost), tile])
    const answer = holderOf(tile.needs)
    if (!answer) besideContent.set(tile.content, after)
    else if (bss.weighs(scope, answer.source as ReadMethodName, answer, bytesOf(after) - bytesOf(before))) answer.beside = after
  }
}

export type Tiles = ReturnType<typeof createTiles>

/** The answers a content is drawn from; `undefined` when one is missing or stale, for the same question may be answered otherwise a moment later. */
function freshNeeds({ needs }: CompiledContent, outcomes: Loaded['outcomes'], { lineId }: Visit): FreshAnswer[] | undefined {
  const fresh: FreshAnswer[] = []
  for (const need of needs) {
    const outcome = outcomes[need]
    // A customer without lines is not asked about: there is nothing to show, whatever comes.
    if (lineId === undefined && methods[need].scope === 'line') continue
    if (outcome === undefined || outcome.status === 'failed' || outcome.isStale) return undefined
    fresh.push(outcome)
  }
  return exact(fresh)
}

/** Beside which of its answers a tile is kept: the customer's own, for beside one of the brand's the tiles of all customers would push each other out. */
function holderOf(needs: readonly FreshAnswer[]): FreshAnswer | undefined {
  return needs.find(({ source }) => methods[source as ReadMethodName].scope !== 'brand') ?? needs[0]
}

function sameNeeds(one: readonly object[], other: readonly object[]): boolean {
  return one.length === other.length && one.every((need, at) => need === other[at])
}

/** A list that has grown has room for more, which hundreds of thousands of them would keep for nothing. */
function exact<Item>(list: readonly Item[]): Item[] {
  return list.slice()
}

function bytesOf(tiles: readonly Tile[]): number {
  return tiles.reduce((sum, { text }) => sum + (text?.length ?? 0) + tileOverheadBytes, 0)
}
