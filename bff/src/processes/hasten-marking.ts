import { PerformanceObserver, constants } from 'node:perf_hooks'

/** Longer no marking takes, in milliseconds; if V8 should ever not say that it is done, the process comes to rest again. */
const mostMs = 15_000

/** What V8 says of its collections: that it has begun to mark, and that it is done. @returns ends listening */
export type Listen = (heard: { onMarking: () => void; onDone: () => void }) => () => void

/**
 * Lets V8 mark in every moment in which there is nothing else to do. By itself it marks 64 kB in each turn of the event loop, and 64 kB for each 64 kB of new objects; until all
 * is marked it collects none of the new ones, and the pause at the end is as long as what has gathered by then. So as long as it marks, the loop turns without rest.
 * @returns ends it
 */
export function hastenMarking(listen: Listen = listenToCollector, now: () => number = () => performance.now()): () => void {
  let isMarking = false
  let isTurning = false
  let until = 0

  function turn(): void {
    isTurning = isMarking && now() < until
    if (isTurning) setImmediate(turn)
  }

  const stop = listen({
    onMarking() {
      isMarking = true
      until = now() + mostMs
      if (!isTurning) turn()
    },
    onDone() {
      isMarking = false
    },
  })
  return () => {
    isMarking = false
    stop()
  }
}

type Collection = PerformanceEntry & { detail: { kind: number } }

const listenToCollector: Listen = ({ onMarking, onDone }) => {
  const observer = new PerformanceObserver((list) => {
    for (const { detail } of list.getEntries() as Collection[]) {
      const { kind } = detail
      if (kind === constants.NODE_PERFORMANCE_GC_INCREMENTAL) onMarking()
      if (kind === constants.NODE_PERFORMANCE_GC_MAJOR) onDone()
    }
  })
  observer.observe({ entryTypes: ['gc'] })
  return () => observer.disconnect()
}
