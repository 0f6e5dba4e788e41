/** What is to happen, by the moment at which it is due. Moments are milliseconds on any clock. */
export type Agenda<Item> = {
  readonly size: number
  add(dueMs: number, item: Item): void
  /** Takes out what is due by then, millisecond by millisecond. */
  take(untilMs: number): Due<Item>[]
}
export type Due<Item> = { dueMs: number; item: Item }

/** @param fromMs nothing is ever due before it */
export function createAgenda<Item>(fromMs: number): Agenda<Item> {
  const slots = new Map<number, Due<Item>[]>()
  let next = Math.floor(fromMs)
  let size = 0
  return {
    get size() {
      return size
    },
    add(dueMs, item) {
      // What comes too late is due at once, and its delay still counts from when it was.
      const at = Math.max(next, Math.floor(dueMs))
      const slot = slots.get(at)
      if (slot) slot.push({ dueMs, item })
      else slots.set(at, [{ dueMs, item }])
      size++
    },
    take(untilMs) {
      const due: Due<Item>[] = []
      for (; next < untilMs; next++) {
        const slot = slots.get(next)
        if (!slot) continue
        due.push(...slot)
        slots.delete(next)
      }
      size -= due.length
      return due
    },
  }
}
