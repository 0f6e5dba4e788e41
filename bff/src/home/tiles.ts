import { methods, type ReadMethodName } from '@mosaic/schemas/bss'
import type { Locale } from '@mosaic/schemas/text'
import type { Capabilities, Outcome, WidgetView } from '@mosaic/widgets'
import type { Bss } from '../bss/bss.ts'
import { createByteRing, keepExactly, KeptBytes, nowhere } from '../kept-bytes.ts'
import type { Logger } from '../log.ts'
import type { Count, Metrics } from '../metrics.ts'
import type { CompiledContent, CompiledSurface } from '../release/compile.ts'
import { fromSmall, toSmall } from '../small-moments.ts'
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
  text: string | Buffer | undefined
  isShown: boolean
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

type Dependencies = {
  bss: Pick<Bss, 'weighs'>
  /** How much of customers' tiles is kept; 0: they are drawn anew each time. */
  maxBytes: number
  log: Logger
  metrics: Metrics
}

/** Of one answer or content, so many are kept: its contents × languages × plans. */
const keptAtMost = 64
/** What a kept tile costs beside its text, in bytes: an estimate. */
const tileOverheadBytes = 320

/**
 * Draws contents, and keeps what it has drawn beside the answer it was drawn from: when that goes, so does the tile. What is drawn from content alone is kept beside the
 * compiled content, once for everybody, for as long as its release is live.
 */
export function createTiles({ bss, maxBytes, log, metrics }: Dependencies) {
  /** Of what is drawn for one customer. */
  const ring = createByteRing(maxBytes)
  /** Of contents that are drawn from nothing else. */
  const besideContent = new WeakMap<CompiledContent, readonly Drawn[]>()

  return {
    /** One tile for each content, in their order. */
    draw(visit: Visit, surface: CompiledSurface, loaded: readonly Loaded[], drawing: Drawing): Tile[] {
      const { locale, switchedOff, lineId, now } = visit
      const wanted: Wanted = { drawing, surface, locale, switchedOff, lineId, at: toSmall(now.getTime()) }
      return loaded.map((one) => drawOne(visit, one, wanted))
    },

    /** What is held of customers' tiles: never above the maximum. */
    get bytes() {
      return ring.bytes
    },
  }

  function drawOne(visit: Visit, one: Loaded, wanted: Wanted): Tile {
    // The same question may be answered otherwise a moment later: what is drawn is for now only.
    if (!isSettled(one, wanted)) return drawAnew(visit, one, wanted, undefined, true)
    const holder = holderOf(one)
    const kept = besides(one.content, holder)
    if (kept instanceof Drawn) {
      if (kept.serves(one, holder, wanted)) return kept
    } else if (kept !== undefined) {
      for (const tile of kept) if (tile.serves(one, holder, wanted)) return tile
    }
    return drawAnew(visit, one, wanted, holder, false)
  }

  function drawAnew(visit: Visit, one: Loaded, wanted: Wanted, holder: FreshAnswer | undefined, isForNow: boolean): Tile {
    const { content, outcomes } = one
    const { drawing, surface } = wanted
    const now = visit.now.getTime()
    const horizon = { until: nextQuarter(visit.now) }
    let ownSurface: CompiledSurface | undefined
    const hangsOnSurface = () => (ownSurface = surface)
    const view = presentOne(visit, surface, content, outcomes, drawing.capabilities, log, horizon, hangsOnSurface)
    const until = isForNow || view === null ? now : horizon.until
    const isKept = until > now && (!content.isPersonal || maxBytes > 0)
    const text = view === 'omitted' ? undefined : drawing.write(view)
    const inRing = text !== undefined && isKept && content.isPersonal ? ring.keep(text) : undefined
    const tile = new Drawn({
      content,
      at: inRing ?? (text !== undefined && isKept ? keepExactly(text) : undefined),
      passing: isKept ? undefined : text,
      isShown: text !== undefined,
      ownBytes: isKept && !inRing && text !== undefined ? Buffer.byteLength(text) : 0,
      digest: drawing.isDigested && view !== 'omitted' ? digestOf(view) : '',
      counter: metrics.widgets.counter(visit.release.brand.id, content.content.kind, stateOf(view)),
      staleAt: view === 'omitted' || view === null ? Number.POSITIVE_INFINITY : Date.parse(view.freshness.staleAfter),
      from: now,
      until,
      drawing,
      surface: ownSurface,
      locale: wanted.locale,
      switchedOff: wanted.switchedOff,
      lineId: content.isPersonal ? wanted.lineId : undefined,
      others: stampsBeside(one, holder),
    })
    if (isKept) keep(visit, tile, holder)
    return tile
  }

  /** Nobody else keeps anything there. */
  function besides(content: CompiledContent, holder: FreshAnswer | undefined): Drawn | readonly Drawn[] | undefined {
    return holder ? (holder.beside as Drawn | readonly Drawn[] | undefined) : besideContent.get(content)
  }

  function keptOf(content: CompiledContent, holder: FreshAnswer | undefined): readonly Drawn[] {
    const kept = besides(content, holder)
    return kept instanceof Drawn ? [kept] : (kept ?? none)
  }

  /** With the newest of those whose time is not over; what goes weighs no longer. */
  function keep({ scope }: Visit, tile: Drawn, holder: FreshAnswer | undefined): void {
    const before = keptOf(tile.content, holder)
    const after = exact([...before.filter(({ until, isThere }) => tile.from < until && isThere).slice(1 - keptAtMost), tile])
    if (!holder) besideContent.set(tile.content, after)
    else if (bss.weighs(scope, holder.source as ReadMethodName, holder, weightOf(after) - weightOf(before)))
      holder.beside = after.length === 1 ? after[0] : after
  }
}

export type Tiles = ReturnType<typeof createTiles>

type Facts = Omit<Drawn, keyof KeptBytes | 'text' | 'isThere' | 'serves'> & { at: KeptBytes | undefined }
/** What a kept tile must have been drawn for to be the one that is wanted. `at`: the moment, see `toSmall`. */
type Wanted = Pick<Drawn, 'drawing' | 'locale' | 'switchedOff' | 'lineId'> & { surface: CompiledSurface; at: number }

/** A tile, what it was drawn for, and where its bytes lie: one object, for a home looks at a dozen. */
class Drawn extends KeptBytes implements Tile {
  readonly content: CompiledContent
  readonly isShown: boolean
  /** Where it is not kept, and so is done with at once. */
  readonly passing: string | undefined
  /** What of it is kept outside the ring, in bytes. */
  readonly ownBytes: number
  readonly digest: string
  readonly counter: Count
  private readonly fromSmall: number
  private readonly untilSmall: number
  /** Absent: never. */
  private readonly staleAtSmall: number | undefined
  readonly drawing: Drawing
  /** Absent: it is the same on all. */
  readonly surface: CompiledSurface | undefined
  readonly locale: Locale
  readonly switchedOff: Visit['switchedOff']
  readonly lineId: string | undefined
  /** What it was drawn from beside the answer it is kept with. */
  readonly others: readonly (number | undefined)[]

  constructor({
    content,
    at = nowhere,
    isShown,
    passing,
    ownBytes,
    digest,
    counter,
    staleAt,
    from,
    until,
    drawing,
    surface,
    locale,
    switchedOff,
    lineId,
    others,
  }: Facts) {
    super(at.block, at.start, at.end)
    this.content = content
    this.isShown = isShown
    this.passing = passing
    this.ownBytes = ownBytes
    this.digest = digest
    this.counter = counter
    this.fromSmall = toSmall(from)
    this.untilSmall = toSmall(until)
    this.staleAtSmall = staleAt === Number.POSITIVE_INFINITY ? undefined : toSmall(staleAt)
    this.drawing = drawing
    this.surface = surface
    this.locale = locale
    this.switchedOff = switchedOff
    this.lineId = lineId
    this.others = others
  }

  get from(): number {
    return fromSmall(this.fromSmall)
  }

  get until(): number {
    return fromSmall(this.untilSmall)
  }

  get staleAt(): number {
    return this.staleAtSmall === undefined ? Number.POSITIVE_INFINITY : fromSmall(this.staleAtSmall)
  }

  /** @param holder the answer it was found beside */
  serves(one: Loaded, holder: FreshAnswer | undefined, wanted: Wanted): boolean {
    return (
      this.content === one.content &&
      this.drawing === wanted.drawing &&
      (this.surface === undefined || this.surface === wanted.surface) &&
      this.locale === wanted.locale &&
      this.switchedOff === wanted.switchedOff &&
      (this.lineId === wanted.lineId || !one.content.isPersonal) &&
      wanted.at < this.untilSmall &&
      wanted.at >= this.fromSmall &&
      areBeside(one, holder, this.others) &&
      this.isThere
    )
  }

  get isThere(): boolean {
    return this.areThere || !this.isShown
  }

  get text(): string | Buffer | undefined {
    return this.passing ?? this.bytes
  }
}

/** Whether all the answers a content is drawn from are there and fresh. A customer without lines is not asked about any: there is nothing to show, whatever comes. */
function isSettled({ content, outcomes }: Loaded, { lineId }: Wanted): boolean {
  for (const need of content.needs)
    if (freshOf(outcomes[need]) === undefined && (lineId !== undefined || methods[need].scope !== 'line')) return false
  return true
}

/** Beside which of its answers a tile is kept: the customer's own, for beside one of the brand's the tiles of all customers would push each other out. */
function holderOf({ content, outcomes }: Loaded): FreshAnswer | undefined {
  let first: FreshAnswer | undefined
  for (const need of content.needs) {
    const answer = freshOf(outcomes[need])
    if (answer !== undefined && methods[need].scope !== 'brand') return answer
    first ??= answer
  }
  return first
}

/** The stamps of the answers beside the one a tile is kept with. */
function stampsBeside({ content, outcomes }: Loaded, holder: FreshAnswer | undefined): readonly (number | undefined)[] {
  const others = content.needs.map((need) => freshOf(outcomes[need])).filter((answer) => answer !== undefined && answer !== holder)
  return others.length === 0 ? none : exact(others.map((answer) => answer?.stamp))
}

/** Whether they are these stamps: every home asks it of every tile, so no list is made. */
function areBeside({ content, outcomes }: Loaded, holder: FreshAnswer | undefined, stamps: readonly (number | undefined)[]): boolean {
  let at = 0
  for (const need of content.needs) {
    const answer = freshOf(outcomes[need])
    if (answer !== undefined && answer !== holder && answer.stamp !== stamps[at++]) return false
  }
  return at === stamps.length
}

function freshOf(outcome: Outcome | undefined): FreshAnswer | undefined {
  return outcome === undefined || outcome.status === 'failed' || outcome.isStale ? undefined : outcome
}

/** One list for all that are empty. */
const none: readonly never[] = []

/** A list that has grown has room for more, which hundreds of thousands of them would keep for nothing. */
function exact<Item>(list: readonly Item[]): Item[] {
  return list.slice()
}

function weightOf(tiles: readonly Drawn[]): number {
  return tiles.reduce((sum, { ownBytes }) => sum + ownBytes + tileOverheadBytes, 0)
}
