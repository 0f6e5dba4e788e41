/** The moment by which a whole call must be over: set once, handed on to every wait and every attempt below it. */
export type Deadline = {
  /** Milliseconds that are left; never negative. */
  remainingMs(): number
}

/** @param ms from now, in milliseconds. */
export function deadlineIn(ms: number): Deadline {
  const end = performance.now() + ms
  return { remainingMs: () => Math.max(0, end - performance.now()) }
}
