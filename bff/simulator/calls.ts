import { methodNames, type MethodName } from '@mosaic/schemas/bss'

/** What was asked of one BSS method since the start or the last reset. */
export type MethodCalls = {
  total: number
  /** Calls that met at least one fault. */
  faulted: number
  inFlight: number
  maxInFlight: number
  /** How many answers went out with each status; a call that got no answer is in none. */
  statuses: Record<string, number>
}

export type Calls = {
  of(method: MethodName): MethodCalls
  all(): Record<MethodName, MethodCalls>
  /** How often somebody followed the redirect fault to the simulator itself. */
  followedRedirects(): number
  reset(): void
}

export type CallRecorder = Calls & {
  /** Notes the start of a call, and gives back the function that notes its end. */
  begin(method: MethodName, isFaulted: boolean): (status: number | undefined) => void
  followed(): void
}

export function createCalls(): CallRecorder {
  const counters = new Map<MethodName, MethodCalls>()
  let followed = 0
  const counter = (method: MethodName) => {
    const found = counters.get(method) ?? { total: 0, faulted: 0, inFlight: 0, maxInFlight: 0, statuses: {} }
    counters.set(method, found)
    return found
  }
  const copy = (method: MethodName): MethodCalls => structuredClone(counter(method))
  return {
    begin(method, isFaulted) {
      const calls = counter(method)
      calls.total++
      if (isFaulted) calls.faulted++
      calls.inFlight++
      calls.maxInFlight = Math.max(calls.maxInFlight, calls.inFlight)
      return (status) => {
        calls.inFlight--
        if (status !== undefined) calls.statuses[status] = (calls.statuses[status] ?? 0) + 1
      }
    },
    followed: () => void followed++,
    of: copy,
    all: () => Object.fromEntries(methodNames.map((method) => [method, copy(method)])) as Record<MethodName, MethodCalls>,
    followedRedirects: () => followed,
    reset() {
      followed = 0
      // The calls that are still going keep their counter, or their end would be counted below zero.
      for (const calls of counters.values()) Object.assign(calls, { total: 0, faulted: 0, maxInFlight: calls.inFlight, statuses: {} })
    },
  }
}
