/**
 * A map for what comes and goes all the time. From time to time V8 moves the entries of a Map to a new table; the old one, when it is old to the garbage collector, keeps alive
 * all it held and the table after it until everything is looked through, and so whatever an answer needed for some milliseconds grows old, with all that hangs on it. Here the
 * tables hold keys and numbers only.
 */
export class Passing<Key extends string | number, Value extends object> {
  private readonly places = new Map<Key, number>()
  private readonly inPlace: (Value | undefined)[] = []
  private readonly free: number[] = []

  get(key: Key): Value | undefined {
    const place = this.places.get(key)
    return place === undefined ? undefined : this.inPlace[place]
  }

  set(key: Key, value: Value): void {
    let place = this.places.get(key)
    if (place === undefined) this.places.set(key, (place = this.free.pop() ?? this.inPlace.length))
    this.inPlace[place] = value
  }

  delete(key: Key): void {
    const place = this.places.get(key)
    if (place === undefined) return
    this.inPlace[place] = undefined
    this.free.push(place)
    this.places.delete(key)
  }

  keys(): Iterable<Key> {
    return this.places.keys()
  }

  /** Those that are there now, in no order. */
  values(): Value[] {
    return this.inPlace.filter((value) => value !== undefined)
  }
}
