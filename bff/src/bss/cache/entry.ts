import type { Policy, ReadMethodName } from '@mosaic/schemas/bss'
import { fromSmall, toSmall } from '../../small-moments.ts'

/** So many answers have their objects at hand: those of the homes under way. Objects that stay for longer than a second grow old with the garbage collector. */
const warmAtMost = 128

type Said = { json: string; objects: unknown; fetchedAtMs: number; policy: Policy; isStale?: boolean; isSuspect?: boolean }

/**
 * Makes the answers of one process as they are kept. Of what a back-end has said, its text is kept: as objects, the answers of some ten thousand customers are some million objects,
 * and each time the garbage collector goes through them a busy process stands still for most of a second; of a text it only has to know that it is there. Reading one anew costs
 * a few microseconds, which only a home that is composed pays.
 */
export function createEntries() {
  const warm: (Entry | undefined)[] = Array.from({ length: warmAtMost })
  let next = 0

  /** The one that has been warm for longest goes cold. */
  function warmed(entry: Entry): void {
    warm[next]?.cool()
    warm[next] = entry
    next = (next + 1) % warmAtMost
  }

  return {
    /** @param isForAll everybody asks for it, all the time: its objects stay */
    make(source: ReadMethodName, said: Said, isForAll: boolean): Entry {
      return new Entry(source, said, isForAll ? undefined : warmed)
    },
  }
}

export type Entries = ReturnType<typeof createEntries>

let stamps = 0

/**
 * What a back-end has said: as it is kept, and as callers get it under one policy (an `Outcome`). One object for both, for there are hundreds of thousands; its dates
 * are made when somebody wants to know them, and its objects are shared by all who ask: never written to.
 */
class Entry {
  readonly source: ReadMethodName
  readonly json: string
  private readonly fetched: number
  readonly policy: Policy
  readonly isStale: boolean
  /** Names this answer: no other has the same. */
  readonly stamp = ++stamps
  /** It may be obsolete: something may have changed that this instance was not told of. */
  isSuspect: boolean
  /** For what is made of it, and goes with it. */
  beside: unknown = undefined
  /** What that takes, in bytes. */
  besideBytes = 0
  private objects: unknown
  /** Told that the objects are at hand, so that they go again; absent: they stay. */
  private readonly warmed: ((entry: Entry) => void) | undefined

  constructor(
    source: ReadMethodName,
    { json, objects, fetchedAtMs, policy, isStale = false, isSuspect = false }: Said,
    warmed: Entry['warmed'],
  ) {
    this.source = source
    this.json = json
    this.objects = objects
    this.fetched = toSmall(fetchedAtMs)
    this.policy = policy
    this.isStale = isStale
    this.isSuspect = isSuspect
    this.warmed = warmed
    if (objects !== undefined) warmed?.(this)
  }

  get status(): 'ok' {
    return 'ok'
  }

  /** Whatever comes from a back-end or from other instances is held against its contract before it is kept. */
  get isChecked(): true {
    return true
  }

  /** Made anew of the text when nobody has wanted it lately. No method answers `undefined`: JSON does not know it. */
  get value(): unknown {
    if (this.objects === undefined) {
      this.objects = JSON.parse(this.json)
      this.warmed?.(this)
    }
    return this.objects
  }

  /** Epoch milliseconds. */
  get fetchedAtMs(): number {
    return fromSmall(this.fetched)
  }

  get fetchedAt(): Date {
    return new Date(this.fetchedAtMs)
  }

  get staleAfter(): Date {
    return new Date(this.fetchedAtMs + this.policy.t1Ms)
  }

  get expiresAt(): Date {
    return new Date(this.fetchedAtMs + Math.max(this.policy.t1Ms, this.policy.t2Ms))
  }

  /** The same under another policy, or too old to be fresh: another answer, beside which nothing is kept yet. */
  as(policy: Policy, isStale: boolean): Entry {
    const { source, json, fetchedAtMs, isSuspect, warmed } = this
    const objects = warmed ? undefined : this.objects
    return new Entry(source, { json, objects, fetchedAtMs, policy, isStale, isSuspect }, warmed)
  }

  cool(): void {
    this.objects = undefined
  }
}

export type { Entry }
