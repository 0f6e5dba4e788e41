import type { ReadMethodName } from '@mosaic/schemas/bss'
import { LRUCache } from 'lru-cache'
import type { Bss } from '../../bss/bss.ts'
import { isSameList, methodLists, stampOf, type Used } from '../../home/answers.ts'
import type { Encoding } from '../../http/encode.ts'
import { tagOf } from '../../http/tag.ts'
import type { Session } from '../../identity/session.ts'
import type { Count } from '../../metrics.ts'
import { createByteRing, exactBytes, type KeptBytes } from '../../kept-bytes.ts'
import type { ReleaseEngine } from '../../release/engine.ts'
import { createSharedLists } from '../../shared-lists.ts'
import { toSmall } from '../../small-moments.ts'
import type { PlannedAnswer } from './answer-plan.ts'
import type { Ask } from './asks.ts'
import { pack, type PackedAnswer } from './pack.ts'

/** Who asked what, and how he would have it encoded. */
export type Asking = { session: Session; ask: Ask; wanted: Encoding | undefined }

/** What an answer hangs on, and where it lies as it goes out. */
export type KeptAnswer = Pick<PlannedAnswer, 'release' | 'counters'> &
  Omit<PackedAnswer, 'bytes'> & { basis: readonly Used[]; fromSmall: number; untilSmall: number; at: KeptBytes | undefined }

type Dependencies = { engine: Pick<ReleaseEngine, 'get'>; bss: Pick<Bss, 'call'>; maxBytes: number }

/** What an answer costs beside its own bytes: what it hangs on, and where it is counted. An estimate; the bench measures it. */
const overheadBytes = 1_536
/** How much of the room is for their bytes. */
const bytesShare = 0.75

/**
 * Answers that are given again for as long as everything they were made of stands: the release, the moment, and each answer of the data layer, which is asked every time
 * (and so counts the hit, and renews what is due).
 */
export function createKeptAnswers({ engine, bss, maxBytes }: Dependencies) {
  const ring = createByteRing(Math.floor(maxBytes * bytesShare))
  const most = Math.floor((maxBytes - maxBytes * bytesShare) / overheadBytes)
  const answers = most > 0 ? new LRUCache<string, KeptAnswer>({ max: most }) : undefined

  return {
    /** What was answered before, as it goes out, when it may be given again. */
    find(asking: Asking, now: number): { kept: KeptAnswer; packed: PackedAnswer } | undefined {
      const kept = answers?.get(keyOf(asking))
      const packed = kept && stands(kept, asking.session, now) ? packedOf(kept) : undefined
      return kept && packed && { kept, packed }
    },

    /**
     * Makes an answer ready to go out, and keeps it, to be given again for as long as it stands. Of many that were composed at once the first is
     * kept and given to all.
     */
    keep(asking: Asking, answer: PlannedAnswer): PackedAnswer {
      const { ask, wanted } = asking
      const { texts, release } = answer
      // Nobody would find it again under a question that is read anew each time, and what is for now only is not given again.
      if (!answers || !ask.isRemembered || !answer.basis) return toGo(pack(texts, wanted, ask.isTagged))
      const key = keyOf(asking)
      const basis = together(answer.basis)
      const known = answers.peek(key)
      const same = known && isSame(known, basis, answer) ? packedOf(known) : undefined
      if (same) return same
      // What goes out as it is, is put together where it stays.
      const at = wanted ? undefined : ring.keep(...texts)
      const whole = at?.bytes
      const packed = whole
        ? { bytes: whole, encoding: undefined, etag: ask.isTagged ? tagOf(whole) : undefined }
        : pack(texts, wanted, ask.isTagged)
      const [fromSmall, untilSmall] = [toSmall(answer.from), toSmall(answer.until)]
      const { encoding, etag } = packed
      const counters = counterLists(answer.counters)
      const kept = { release, basis, counters, fromSmall, untilSmall, encoding, etag, at: at ?? ring.keep(packed.bytes) }
      answers.set(key, kept)
      return packedOf(kept) ?? toGo(packed)
    },

    /** What is held: an estimate in bytes, never above the maximum. */
    get bytes() {
      return ring.bytes + (answers?.size ?? 0) * overheadBytes
    },
  }

  /** Asks in the order in which the answers were used, and no further than the first that is another: nothing is asked that the answer would not ask for anew. */
  function stands({ release, basis, fromSmall, untilSmall }: KeptAnswer, { brand }: Session, now: number): boolean {
    const at = toSmall(now)
    if (at >= untilSmall || at < fromSmall || engine.get(brand)?.serial !== release) return false
    return basis.every(({ scope, methods, stamps }) =>
      methods.every((method, index) => {
        const outcome = bss.call(scope, method)
        return !(outcome instanceof Promise) && stampOf(outcome) === stamps[index]
      }),
    )
  }
}

export type KeptAnswers = ReturnType<typeof createKeptAnswers>

function packedOf({ at, encoding, etag }: KeptAnswer): PackedAnswer | undefined {
  const bytes = at?.bytes
  return bytes && { bytes, encoding, etag }
}

/** What was packed is lent. */
function toGo({ bytes, encoding, etag }: PackedAnswer): PackedAnswer {
  return { bytes: exactBytes(bytes), encoding, etag }
}

function keyOf({ session, ask, wanted }: Asking): string {
  return `${session.serial}/${ask.serial}/${wanted ?? ''}`
}

/** Whether one is as good as the other: made of the same, and true at its moment. */
function isSame(known: KeptAnswer, basis: readonly Used[], { release, from }: PlannedAnswer): boolean {
  if (known.basis.length !== basis.length || known.release !== release) return false
  const at = toSmall(from)
  return (
    at >= known.fromSmall &&
    at < known.untilSmall &&
    known.basis.every(({ stamps }, index) => isSameList(stamps, basis[index]?.stamps ?? []))
  )
}

/** Homes of the same tiles are counted in the same places. */
const counterLists = createSharedLists<Count>(512)

/** What was asked for the same person and line is one, each method once. Where two were given different answers, it hangs on both, and so is not given again. */
function together(all: readonly Used[]): Used[] {
  const scopes = [...new Set(all.map(({ scope }) => scope))]
  return scopes.map((scope) => {
    const names: ReadMethodName[] = []
    const stamps: (number | undefined)[] = []
    for (const used of all) {
      if (used.scope !== scope) continue
      for (const [at, method] of used.methods.entries()) {
        const known = names.indexOf(method)
        if (known >= 0 && stamps[known] === used.stamps[at]) continue
        names.push(method)
        stamps.push(used.stamps[at])
      }
    }
    // A list that has grown has room for more, which each kept answer would keep for nothing.
    return { scope, methods: methodLists(names), stamps: stamps.slice() }
  })
}
