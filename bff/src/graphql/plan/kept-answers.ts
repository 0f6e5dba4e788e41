import { LRUCache } from 'lru-cache'
import type { Bss } from '../../bss/bss.ts'
import { stampOf } from '../../home/answers.ts'
import type { Session } from '../../identity/session.ts'
import type { ReleaseEngine } from '../../release/engine.ts'
import type { PlannedAnswer } from './answer-plan.ts'
import type { Ask } from './asks.ts'

/** A kept answer, with what was made of it for those who ask for it compressed or again. */
export type KeptAnswer = PlannedAnswer & {
  /** Names the answer's very bytes. */
  etag: string | undefined
  /** Its bytes in one piece, by how they are encoded. */
  whole: Map<string | undefined, Buffer>
  /** How often it went out. */
  given: number
}

type Dependencies = { engine: Pick<ReleaseEngine, 'get'>; bss: Pick<Bss, 'call'>; maxBytes: number }

/** What an answer costs beside its own bytes: the list of its parts, and the questions it hangs on. An estimate; the bench measures it. */
const overheadBytes = 7_168

/**
 * Answers that are given again for as long as everything they were made of stands: the release, the moment, and each answer of the data layer, which is asked every time
 * (and so counts the hit, and renews what is due).
 */
export function createKeptAnswers({ engine, bss, maxBytes }: Dependencies) {
  const answers =
    maxBytes > 0
      ? new LRUCache<string, KeptAnswer>({
          maxSize: maxBytes,
          sizeCalculation: ({ ownBytes, whole }) => overheadBytes + ownBytes + bytesOf(whole),
        })
      : undefined

  return {
    /** `holds`: whether it may be given again. One that may not is still good to choose the next by. */
    find(session: Session, ask: Ask, now: number): { kept: KeptAnswer; holds: boolean } | undefined {
      const kept = answers?.get(keyOf(session, ask))
      if (kept === undefined) return undefined
      const holds = stands(kept, session, now)
      if (holds) kept.given++
      return { kept, holds }
    },

    /**
     * Keeps an answer: to be given again for as long as it stands, and then to choose the next by. Of many that were composed at once the first is kept and given to all,
     * so that what is made of it is made once.
     */
    keep(session: Session, ask: Ask, answer: PlannedAnswer): KeptAnswer {
      const known = ask.isRemembered ? answers?.get(keyOf(session, ask)) : undefined
      if (known && isSame(known, answer)) {
        known.given++
        return known
      }
      const kept: KeptAnswer = { ...answer, etag: undefined, whole: new Map(), given: 1 }
      // Nobody would find it again under a question that is read anew each time.
      if (ask.isRemembered) answers?.set(keyOf(session, ask), kept)
      return kept
    },

    /** Counts what has been made of a kept answer since. */
    weigh(session: Session, ask: Ask, kept: KeptAnswer): void {
      const key = keyOf(session, ask)
      // A new object: the list reckons the size of what it holds only when that is another.
      if (answers?.peek(key) === kept) answers.set(key, { ...kept })
    },

    /** What is held: an estimate in bytes, never above the maximum. */
    get bytes() {
      return answers?.calculatedSize ?? 0
    },
  }

  /** Asks in the order in which the answers were used, and no further than the first that is another: nothing is asked that the answer would not ask for anew. */
  function stands({ release, basis, from, until }: PlannedAnswer, { brand }: Session, now: number): boolean {
    if (!basis || now >= until || now < from || engine.get(brand) !== release) return false
    return basis.every(({ scope, methods, stamps }) =>
      methods.every((method, index) => {
        const outcome = bss.call(scope, method)
        return !(outcome instanceof Promise) && stampOf(outcome) === stamps[index]
      }),
    )
  }

  function keyOf(session: Session, ask: Ask): string {
    return `${session.serial}/${ask.serial}`
  }
}

export type KeptAnswers = ReturnType<typeof createKeptAnswers>

/** Whether one is as good as the other: made of the same, and true at its moment. */
function isSame(known: PlannedAnswer, { release, basis, from }: PlannedAnswer): boolean {
  if (!known.basis || known.basis.length !== basis?.length || known.release !== release) return false
  return from >= known.from && from < known.until && known.basis.every(({ stamps }, at) => isSameList(stamps, basis[at]?.stamps))
}

function isSameList(one: readonly unknown[], other: readonly unknown[] = []): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at])
}

function bytesOf(whole: KeptAnswer['whole']): number {
  let bytes = 0
  for (const each of whole.values()) bytes += each.length
  return bytes
}
