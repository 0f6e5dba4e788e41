/** What a back-end has said, as long as it is kept: its text, and for a while the objects that the text describes. It is shared by everybody who asks: never written to. */
export type KeptValue = {
  readonly json: string
  /** The objects; made anew of the text when nobody has wanted them lately. */
  read(): unknown
}

/** So many answers have their objects at hand: a second's worth of a busy process. */
const warmAtMost = 2_048

/**
 * Keeps answers as text. As objects, those of some ten thousand customers are some million objects, and each time the garbage collector goes through them a busy process
 * stands still for most of a second; of a text it only has to know that it is there. Reading one anew costs a few microseconds, which only a home that is composed pays.
 */
export function createValues() {
  const warm: (Value | undefined)[] = Array.from({ length: warmAtMost })
  let next = 0

  /** The one that has been warm for longest goes cold. */
  function warmed(value: Value): void {
    warm[next]?.cool()
    warm[next] = value
    next = (next + 1) % warmAtMost
  }

  return {
    /** @param isForAll everybody asks for it, all the time: its objects stay */
    keep(json: string, objects: unknown, isForAll: boolean): KeptValue {
      const value = new Value(json, objects, warmed)
      if (!isForAll) warmed(value)
      return value
    },
  }
}

export type Values = ReturnType<typeof createValues>

class Value implements KeptValue {
  readonly json: string
  private objects: unknown
  private readonly warmed: (value: Value) => void

  constructor(json: string, objects: unknown, warmed: (value: Value) => void) {
    this.json = json
    this.objects = objects
    this.warmed = warmed
  }

  // No method answers `undefined`: JSON does not know it.
  read(): unknown {
    if (this.objects === undefined) {
      this.objects = JSON.parse(this.json)
      this.warmed(this)
    }
    return this.objects
  }

  cool(): void {
    this.objects = undefined
  }
}
