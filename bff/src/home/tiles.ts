import { methods, type ReadMethodName } from '@mosaic/schemas/bss'
import type { Locale } from '@mosaic/schemas/text'
import type { Capabilities, WidgetView } from '@mosaic/widgets'
import type { Bss } from '../bss/bss.ts'
import { createByteRing, keepExactly, type KeptBytes } from '../kept-bytes.ts'
import type { Logger } from '../log.ts'
import type { Count, Metrics } from '../metrics.ts'
import type { CompiledContent, CompiledSurface } from '../release/compile.ts'
import { fromSmall, toSmall } from '../small-moments.ts'
import { isSameList, type FreshAnswer } from './answers.ts'
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
    draw(visit: Visit, surface: CompiledSurface, { content, outcomes }: Loaded, drawing: Drawing): Tile {
      const needs = freshNeeds(content, outcomes, visit)
      const isPersonal = content.needs.some((need) => methods[need].scope !== 'brand')
      const lineId = isPersonal ? visit.lineId : undefined
      const now = visit.now.getTime()
      const holder = needs && holderOf(needs)
      const others = needs ? stampsBeside(needs, holder) : none
      const known =
        needs &&
        keptOf(content, holder).find(
          (tile) =>
            tile.content === content &&
            tile.drawing === drawing &&
            (tile.surface === undefined || tile.surface === surface) &&
            tile.locale === visit.locale &&
            tile.switchedOff === visit.switchedOff &&
            tile.lineId === lineId &&
            now < tile.until &&
            now >= tile.from &&
            isSameList(tile.others, others) &&
            tile.isThere,
        )
      if (known) return known

      const horizon = { until: nextQuarter(visit.now) }
      let ownSurface: CompiledSurface | undefined
      const hangsOnSurface = () => (ownSurface = surface)
      const view = presentOne({ ...visit, horizon }, surface, content, outcomes, drawing.capabilities, log, hangsOnSurface)
      const until = needs && view !== null ? horizon.until : now
      const isKept = until > now && (!isPersonal || maxBytes > 0)
      const text = view === 'omitted' ? undefined : drawing.write(view)
      const inRing = text !== undefined && isKept && isPersonal ? ring.keep(text) : undefined
      const at = inRing ?? (text !== undefined && isKept ? keepExactly(text) : text)
      const tile = new Drawn({
        content,
        at,
        ownBytes: isKept && !inRing && text !== undefined ? Buffer.byteLength(text) : 0,
        digest: drawing.isDigested && view !== 'omitted' ? digestOf(view) : '',
        counter: metrics.widgets.counter(visit.release.brand.id, content.content.kind, stateOf(view)),
        staleAt: view === 'omitted' || view === null ? Number.POSITIVE_INFINITY : Date.parse(view.freshness.staleAfter),
        from: now,
        until,
        drawing,
        surface: ownSurface,
        locale: visit.locale,
        switchedOff: visit.switchedOff,
        lineId,
        others,
      })
      if (isKept) keep(visit, tile, holder)
      return tile
    },

    /** What is held of customers' tiles: never above the maximum. */
    get bytes() {
      return ring.bytes
    },
  }

  function keptOf(content: CompiledContent, holder: FreshAnswer | undefined): readonly Drawn[] {
    // Nobody else keeps anything there.
    const kept = holder ? (holder.beside as Drawn | readonly Drawn[] | undefined) : besideContent.get(content)
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

type Facts = Omit<Drawn, 'text' | 'isShown' | 'isThere'>

/** A tile, what it was drawn for, and where its text lies. */
class Drawn implements Tile {
  readonly content: CompiledContent
  /** A text where it is not kept, and so is done with at once. */
  readonly at: KeptBytes | string | undefined
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
    at,
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
    this.content = content
    this.at = at
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

  get isShown(): boolean {
    return this.at !== undefined
  }

  get isThere(): boolean {
    return typeof this.at !== 'object' || this.at.areThere
  }

  get text(): string | Buffer | undefined {
    return typeof this.at === 'object' ? this.at.bytes : this.at
  }
}

/** The answers a content is drawn from; `undefined` when one is missing or stale, for the same question may be answered otherwise a moment later. */
function freshNeeds({ needs }: CompiledContent, outcomes: Loaded['outcomes'], { lineId }: Visit): readonly FreshAnswer[] | undefined {
  if (needs.length === 0) return none
  const fresh: FreshAnswer[] = []
  for (const need of needs) {
    const outcome = outcomes[need]
    // A customer without lines is not asked about: there is nothing to show, whatever comes.
    if (lineId === undefined && methods[need].scope === 'line') continue
    if (outcome === undefined || outcome.status === 'failed' || outcome.isStale) return undefined
    fresh.push(outcome)
  }
  return fresh
}

/** Beside which of its answers a tile is kept: the customer's own, for beside one of the brand's the tiles of all customers would push each other out. */
function holderOf(needs: readonly FreshAnswer[]): FreshAnswer | undefined {
  return needs.find(({ source }) => methods[source as ReadMethodName].scope !== 'brand') ?? needs[0]
}

/** One list for all that are empty. */
const none: readonly never[] = []

/** The stamps of the answers beside the one a tile is kept with. */
function stampsBeside(needs: readonly FreshAnswer[], holder: FreshAnswer | undefined): readonly (number | undefined)[] {
  return needs.length < 2 ? none : exact(needs.filter((need) => need !== holder).map(({ stamp }) => stamp))
}

/** A list that has grown has room for more, which hundreds of thousands of them would keep for nothing. */
function exact<Item>(list: readonly Item[]): Item[] {
  return list.slice()
}

function weightOf(tiles: readonly Drawn[]): number {
  return tiles.reduce((sum, { ownBytes }) => sum + ownBytes + tileOverheadBytes, 0)
}
